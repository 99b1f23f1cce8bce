import type { Bit } from './bits.ts';
import { cardinal, dayNumber, monthName, weekdayName, word, yearAfter, yearNumber, type Found } from './dates.ts';
import type { Point } from './expression.ts';
import type { Lexicon } from './lexicon.ts';
import type { ReadPoint } from './offsets.ts';

/** "the first Monday of September", "the last week of this month", "the second day of June 2019". */
export function nthAt(bits: readonly Bit[], at: number, lex: Lexicon, pointAt: ReadPoint): Found<Point> | null {
  const { calendar } = lex;
  const ordinal = calendar.final.includes(bits[at]?.lower ?? '') ? { what: -1, end: at + 1 } : dayNumber(bits, at, lex);
  if (ordinal === null) return null;
  const count = ordinal.what === 1 || ordinal.what < 0 ? cardinal(bits, ordinal.end, lex) : null;
  const start = count?.end ?? ordinal.end;
  const named = count === null ? weekdayName(bits, start, lex) : null;
  const { lower = '' } = bits[start] ?? {};
  const unit = calendar.half.includes(lower) ? 'half' : lex.units.get(lower);
  const what =
    named?.what ??
    (unit === 'day' || unit === 'week' || unit === 'weekend' || unit === 'month' || unit === 'half' ? unit : null);
  if (what === null) return null;
  const after = named?.end ?? start + 1;
  const of = word(bits, after, [...calendar.of, ...calendar.inside]);
  if (of === after && calendar.shifts[bits[of]?.lower ?? ''] === undefined) return null;
  const whole = wholeAt(bits, of, lex) ?? pointAt(bits, of, lex);
  if (whole?.what == null || !HOLDS.has(whole.what.is)) return null;
  return { what: { is: 'nth', nth: ordinal.what, count: count?.what ?? 1, what, of: whole.what }, end: whole.end };
}

const HOLDS: ReadonlySet<Point['is']> = new Set(['date', 'unit', 'months', 'told', 'years']);

/** "the month", "the year": the one that is. */
export function wholeAt(bits: readonly Bit[], at: number, { calendar, units }: Lexicon): Found<Point> | null {
  const inner = word(bits, at, calendar.articles);
  const { lower = '' } = bits[inner] ?? {};
  const unit = units.get(lower);
  if (inner === at || unit === undefined || unit === 'day' || unit === 'weekend' || calendar.units[unit][0] !== lower)
    return null;
  if (unit === 'hour' || unit === 'minute' || unit === 'second' || yearNumber(bits, inner + 1) !== null) return null;
  return { what: { is: 'unit', unit, shift: 0 }, end: inner + 1 };
}

/** "the week of 5 March", "the week beginning 5 March", "the year 2012", "the month of May". */
export function unitOfAt(bits: readonly Bit[], at: number, lex: Lexicon, pointAt: ReadPoint): Found<Point> | null {
  const { calendar } = lex;
  const unit = lex.units.get(bits[at]?.lower ?? '');
  if (unit === undefined || calendar.units[unit][0] !== bits[at]?.lower) return null;
  const year = unit === 'year' ? yearNumber(bits, at + 1) : null;
  if (year !== null)
    return { what: { is: 'date', year: { stated: year.what }, month: null, day: null, weekday: null }, end: year.end };
  const number = unit === 'week' ? weekNumber(bits, at + 1, lex) : null;
  if (number !== null) return number;
  const of = word(bits, at + 1, unit === 'week' ? [...calendar.of, ...calendar.starting] : calendar.of);
  if (of === at + 1) return null;
  const month = unit === 'month' ? monthName(bits, of, lex) : null;
  if (month !== null) {
    const inYear = yearAfter(bits, month.end, lex);
    return { what: { is: 'date', year: inYear.what, month: month.what, day: null, weekday: null }, end: inYear.end };
  }
  const day = unit === 'week' ? pointAt(bits, word(bits, of, calendar.inside), lex) : null;
  return day?.what?.is === 'date' && day.what.day !== null
    ? { what: { is: 'around', unit, of: day.what }, end: day.end }
    : null;
}

/** "week 31", "week 3 of 2027", as ISO 8601 counts them. */
function weekNumber(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const figures = /^(?:[1-9]|[1-4]\d|5[0-3])$/.exec(bits[at]?.text ?? '');
  const next = bits[at + 1];
  if (figures === null || (next?.glued === true && /^[:%\d]/.test(next.text))) return null;
  const year = yearAfter(bits, at + 1, lex);
  if (year.what === null && lex.calendar.of.includes(next?.lower ?? '')) return null;
  const of: Point = { is: 'date', year: year.what ?? { shift: 0 }, month: null, day: null, weekday: null };
  return { what: { is: 'nth', nth: Number(figures[0]), count: 1, what: 'week', of }, end: year.end };
}
