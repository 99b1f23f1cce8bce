import type { Bit } from './bits.ts';
import { cardinal, weekdayName, word, type Found } from './dates.ts';
import type { Point } from './expression.ts';
import type { Lexicon } from './lexicon.ts';

/** "Monday", "last Friday night", "Friday last week", "Tuesday of next week". */
export function weekdayAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point | null> | null {
  const shift = lex.calendar.shifts[bits[at]?.lower ?? ''];
  const day = weekdayName(bits, shift === undefined ? at : at + 1, lex);
  if (day === null) return null;
  const start = word(bits, dayPart(bits, day.end, lex), lex.calendar.of);
  const week = lex.calendar.shifts[bits[start]?.lower ?? ''];
  if (week !== undefined && lex.units.get(bits[start + 1]?.lower ?? '') === 'week')
    return { what: { is: 'weekday', weekday: day.what, week }, end: start + 2 };
  const more = weeksAt(bits, day.end, lex);
  if (shift === undefined && more !== null && !isCounted(bits, more.end, lex))
    return { what: { is: 'later', days: more.what, of: bareDay(day.what) }, end: more.end };
  return { what: { is: 'weekday', weekday: day.what, week: shift ?? null }, end: dayPart(bits, day.end, lex) };
}

const bareDay = (weekday: number): Point => ({ is: 'weekday', weekday, week: null });

/** The days of "week" or "fortnight"; "week-long" is none. */
function weeksAt(bits: readonly Bit[], at: number, { calendar }: Lexicon): Found<number> | null {
  const { lower = '' } = bits[at] ?? {};
  if (bits[at + 1]?.text === '-' && bits[at + 1]?.glued === true) return null;
  const days = lower === calendar.units.week[0] ? 7 : lower === calendar.units.fortnight[0] ? 14 : null;
  return days === null ? null : { what: days, end: at + 1 };
}

/** "Friday, week two", "on Friday week 3 begins". */
const isCounted = (bits: readonly Bit[], at: number, lex: Lexicon): boolean => cardinal(bits, at, lex) !== null;

/** "a week on Monday", "a fortnight on Friday". */
export function weekOnAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const weeks = cardinal(bits, at, lex)?.what === 1 ? weeksAt(bits, at + 1, lex) : null;
  if (weeks === null || !lex.calendar.inside.includes(bits[weeks.end]?.lower ?? '')) return null;
  const day = weekdayName(bits, weeks.end + 1, lex);
  return day === null ? null : { what: { is: 'later', days: weeks.what, of: bareDay(day.what) }, end: day.end };
}

/** The bit after "morning" or "night". */
export const dayPart = (bits: readonly Bit[], at: number, lex: Lexicon): number =>
  word(bits, at, lex.calendar['day parts']);
