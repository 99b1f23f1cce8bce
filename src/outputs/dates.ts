import type { When } from '../document/claim.ts';

// An output is read in English whatever the report's language; Intl is left alone so that two machines print the same.
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Range = Pick<When, 'earliest' | 'latest' | 'granularity'>;

/** A date range in words: "19 March 2024", "5–7 May 2024", "June 2024", "by 30 June 2024"; "undated" where both ends are open. */
export function dateWords(when: Range | null): string {
  if (when === null || (when.earliest === null && when.latest === null)) return 'undated';
  const { earliest, latest } = when;
  if (earliest === null) return `by ${dayWords(latest ?? '')}`;
  if (latest === null) return `from ${dayWords(earliest)}`;
  if (earliest.slice(0, 10) === latest.slice(0, 10)) return dayWords(earliest);
  return wholePeriod(earliest, latest) ?? between(earliest, latest);
}

/** One ISO date or date-time in words, its day alone; what is no ISO date is given back as it came. */
export function dayWords(iso: string): string {
  const parts = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)/.exec(iso)?.groups;
  const month = MONTHS[Number(parts?.['month']) - 1];
  return parts === undefined || month === undefined ? iso : `${Number(parts['day'])} ${month} ${parts['year'] ?? ''}`;
}

/** "June 2024", "2024" or "April–June 2024" where a range begins and ends with whole months. */
function wholePeriod(earliest: string, latest: string): string | null {
  const year = earliest.slice(0, 4);
  if (year !== latest.slice(0, 4) || !earliest.endsWith('-01') || !endsMonth(latest)) return null;
  const [first, last] = [Number(earliest.slice(5, 7)), Number(latest.slice(5, 7))];
  if (first === 1 && last === 12) return year;
  const [from = '', to = ''] = [MONTHS[first - 1], MONTHS[last - 1]];
  return first === last ? `${from} ${year}` : `${from}–${to} ${year}`;
}

const endsMonth = (iso: string): boolean =>
  Number(iso.slice(8, 10)) === new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), 0)).getUTCDate();

function between(earliest: string, latest: string): string {
  const [from, to] = [dayWords(earliest), dayWords(latest)];
  const [fromDay = '', fromMonth = '', fromYear = ''] = from.split(' ');
  const [, toMonth, toYear] = to.split(' ');
  if (fromYear !== toYear) return `${from} – ${to}`;
  return fromMonth === toMonth ? `${fromDay}–${to}` : `${fromDay} ${fromMonth} – ${to}`;
}
