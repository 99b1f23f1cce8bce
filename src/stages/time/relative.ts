import type { Bit } from './bits.ts';
import { cardinal, dayNumber, monthName, word, type Found } from './dates.ts';
import { BELOW_DAY, durationAt } from './durations.ts';
import type { Point } from './expression.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';
import { inPart } from './weekdays.ts';

/** "today", "tomorrow evening", "this morning", "last night". */
export function awayAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { lower = '' } = bits[at] ?? {};
  const days = Object.hasOwn(lex.calendar.days, lower) ? lex.calendar.days[lower] : undefined;
  if (days !== undefined) {
    if (/^['’]s$/.test(bits[at + 1]?.lower ?? '') && bits[at + 2]?.lower === undefined) return null;
    const day: Point = { is: 'away', unit: 'day', count: days };
    const part = lex.calendar['day parts'][lower];
    return part === undefined
      ? inPart({ what: day, end: at + 1 }, bits, lex)
      : { what: { is: 'clock', clock: part, of: day }, end: at + 1 };
  }
  const shift = lex.calendar.shifts[lower];
  const part = lex.calendar['day parts'][bits[at + 1]?.lower ?? ''];
  if (shift === undefined || part === undefined) return null;
  return { what: { is: 'clock', clock: part, of: { is: 'away', unit: 'day', count: shift } }, end: at + 2 };
}

/** "two weeks ago", "three days from now", "two years and a month ago". */
export function agoAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const length = durationAt(bits, at, lex);
  if (length === null) return null;
  const ago = lex.calendar.ago.includes(bits[length.end]?.lower ?? '');
  const hence = ago ? null : phraseAt(lex.hence, bits, length.end);
  if (!ago && hence === null) return null;
  const side = ago ? -1 : 1;
  const after = hence?.end ?? length.end + 1;
  // "a year ago today": the words that make it that very day stay in it.
  const end = lex.calendar.days[bits[after]?.lower ?? ''] === 0 ? after + 1 : after;
  if (length.what.some(({ count }) => count === null))
    return { what: { is: 'stretch', side, length: length.what }, end };
  const [one, more] = length.what;
  if (more === undefined && one !== undefined && one.count !== null && Number.isInteger(one.count))
    return { what: { is: 'away', unit: one.unit, count: side * one.count }, end };
  return { what: { is: 'offset', side, length: length.what, of: TODAY }, end };
}

const TODAY: Point = { is: 'away', unit: 'day', count: 0 };

/** "the 10 previous weeks": the count first. */
export function countedStretchAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const count = cardinal(bits, at, lex);
  const side = count === null ? undefined : lex.calendar.stretches[bits[count.end]?.lower ?? ''];
  const unit = count === null ? undefined : lex.units.get(bits[count.end + 1]?.lower ?? '');
  if (count === null || side === undefined || unit === undefined) return null;
  if (count.what > 1 && bits[count.end + 1]?.lower === lex.calendar.units[unit][0]) return null;
  return { what: { is: 'stretch', side, length: [{ unit, count: count.what, least: null }] }, end: count.end + 2 };
}

/** "the last three months", "the past week", "the next 48 hours", "the coming days", "recent weeks". */
export function stretchAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { lower = '' } = bits[at] ?? {};
  const side = Object.hasOwn(lex.calendar.stretches, lower) ? lex.calendar.stretches[lower] : undefined;
  if (side === undefined) return null;
  const length = durationAt(bits, at + 1, lex);
  if (length !== null) return { what: { is: 'stretch', side, length: length.what }, end: length.end };
  const next = bits[at + 1]?.lower ?? '';
  const unit = lex.units.get(next);
  if (unit === undefined || lex.calendar.told[lower] !== undefined) return null;
  if (lex.calendar.units[unit][0] !== next)
    return { what: { is: 'stretch', side, length: [{ unit, count: null, least: null }] }, end: at + 2 };
  if (lex.calendar.shifts[lower] !== undefined || !lex.calendar.articles.includes(bits[at - 1]?.lower ?? ''))
    return null;
  return { what: { is: 'stretch', side, length: [{ unit, count: 1, least: null }] }, end: at + 2 };
}

/** "last week", "this month", "next June", "last summer". */
export function shiftedAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const shift = lex.calendar.shifts[bits[at]?.lower ?? ''];
  if (shift === undefined) return null;
  const named = word(bits, at + 1, lex.calendar.whole);
  const next = bits[named]?.lower ?? '';
  const unit = lex.units.get(next);
  if (unit !== undefined && !BELOW_DAY.has(unit) && unit !== 'day' && lex.calendar.units[unit][0] === next)
    return { what: { is: 'unit', unit, shift }, end: named + 1 };
  const month = monthName(bits, at + 1, lex);
  if (month !== null && dayNumber(bits, month.end, lex) === null)
    return { what: { is: 'months', first: month.what, count: 1, year: { nearest: shift } }, end: month.end };
  const season = Object.hasOwn(lex.calendar.seasons, next) ? lex.calendar.seasons[next] : undefined;
  return season === undefined
    ? null
    : { what: { is: 'months', first: season, count: 3, year: { nearest: shift } }, end: at + 2 };
}
