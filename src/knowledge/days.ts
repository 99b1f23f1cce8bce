/** Has the calendar this day, month or year ("2022-10-25", "2022-10", "2022")? V8 would quietly make 2 March of 30 February. */
export function isInCalendar(given: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(given)) return false;
  const day = Date.parse(`${given}-01-01`.slice(0, 10));
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(given);
}

/** Does what begins and ends on such days end before it begins? An open end does not; "2017" ends with its last day. */
export const endsBefore = (from: string | null, until: string | null): boolean =>
  from !== null && until !== null && until < from.slice(0, until.length);
