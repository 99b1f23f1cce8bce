/** A stretch of time; dates may be days, months or years, and null is open. */
export interface Stretch {
  readonly from: string | null;
  readonly until: string | null;
}

/** A date in days from an arbitrary one, for distances: months count as thirty days, and what is not told is its middle. */
export function days(date: string): number {
  const [year, month = '07', day = '15'] = date.split('-');
  return Number(year) * 365 + Number(month) * 30 + Number(day);
}

/** Do two dates differ by more than a month, as far as both tell them? */
export const differ = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && !a.startsWith(b) && !b.startsWith(a) && Math.abs(days(a) - days(b)) > 31;

/** Do two terms share a month? A successor's first counts, since lists date the same term a little differently. */
export const meet = (a: Stretch, b: Stretch): boolean => starts(a) <= ends(b) && starts(b) <= ends(a);

const starts = ({ from }: Stretch): string => (from ?? '0000').slice(0, 7);
const ends = ({ until }: Stretch): string => (until ?? '9999').slice(0, 7);

/** "7" → "07". */
export const twoDigits = (part: string | number): string => String(part).padStart(2, '0');

/** "21 October 2003" → "2003-10-21"; "October 2003" and "2003" are told as far as they go. */
export function isoDate(text: string): string {
  const [year = '', month, day] = text.split(' ').reverse();
  const parts = [year];
  if (month !== undefined) parts.push(twoDigits(MONTHS.indexOf(month.slice(0, 3)) + 1));
  if (day !== undefined) parts.push(twoDigits(day));
  return parts.join('-');
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
