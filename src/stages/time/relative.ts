import { BELOW_DAY } from './length-value.ts';
import { word, type Found } from './words.ts';
import { cardinal, dayNumber } from './numbers.ts';
import type { Bit } from './bits.ts';
import { monthName, weekdayName } from './dates.ts';
import { durationAt, partAt, shareMore } from './durations.ts';
import { TODAY, type Point } from './expression.ts';
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
  // "the next morning" is reckoned from the day told before.
  if (shift === undefined || shift > 0 || part === undefined) return null;
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
  const weekday = ago ? weekdayName(bits, word(bits, after, lex.calendar.inside), lex) : null;
  if (weekday !== null && length.what.every(({ unit, count }) => unit === 'week' && count !== null)) {
    const of: Point = { is: 'beyond', weekday: weekday.what, count: -1, of: TODAY };
    return { what: { is: 'offset', side, length: length.what, of }, end: weekday.end };
  }
  if (length.what.some(({ count }) => count === null))
    return { what: { is: 'stretch', side, length: length.what }, end };
  const [one, more] = length.what;
  if (more === undefined && one !== undefined && one.count !== null && Number.isInteger(one.count))
    return { what: { is: 'away', unit: one.unit, count: side * one.count }, end };
  return { what: { is: 'offset', side, length: length.what, of: TODAY }, end };
}

/** "the weeks ahead", "the two years to come". */
export function toComeAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const unit = lex.units.get(bits[at]?.lower ?? '');
  const single = lex.singular.has(bits[at]?.lower ?? '');
  const bare = unit !== undefined && (!single || lex.calendar.articles.includes(bits[at - 1]?.lower ?? ''));
  const length = bare
    ? { what: [{ unit, count: single ? 1 : null, least: null }], end: at + 1 }
    : durationAt(bits, at, lex);
  const behind = length === null ? null : phraseAt(lex.toCome, bits, length.end);
  return length === null || behind === null || lex.calendar.of.includes(bits[behind.end]?.lower ?? '')
    ? null
    : { what: { is: 'stretch', side: 1, length: length.what }, end: behind.end };
}

/** "the 10 previous weeks": the count first. */
export function countedStretchAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const count = cardinal(bits, at, lex);
  const side = count === null ? undefined : lex.calendar.stretches[bits[count.end]?.lower ?? ''];
  const unit = count === null ? undefined : lex.units.get(bits[count.end + 1]?.lower ?? '');
  if (count === null || side === undefined || unit === undefined) return null;
  if (count.what > 1 && lex.singular.has(bits[count.end + 1]?.lower ?? '')) return null;
  return { what: { is: 'stretch', side, length: [{ unit, count: count.what, least: null }] }, end: count.end + 2 };
}

/** "the last three months", "the past week", "the next 48 hours", "the coming days", "recent weeks". */
export function stretchAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { lower = '' } = bits[at] ?? {};
  const side = Object.hasOwn(lex.calendar.stretches, lower) ? lex.calendar.stretches[lower] : undefined;
  if (side === undefined) return null;
  const length = durationAt(bits, at + 1, lex);
  if (length !== null) {
    // In "the last three months and two days ago" another time begins.
    const own = lex.calendar.ago.includes(bits[length.end]?.lower ?? '') ? partAt(bits, at + 1, lex) : length;
    return own === null ? null : { what: { is: 'stretch', side, length: own.what }, end: own.end };
  }
  const next = bits[at + 1]?.lower ?? '';
  const unit = lex.units.get(next);
  if (unit === undefined || lex.calendar.told[lower] !== undefined) return null;
  if (!lex.singular.has(next))
    return { what: { is: 'stretch', side, length: [{ unit, count: null, least: null }] }, end: at + 2 };
  const more = shareMore(bits, at + 2, lex);
  if (more !== null)
    return { what: { is: 'stretch', side, length: [{ unit, count: 1 + more.what, least: null }] }, end: more.end };
  const before = bits[at - 1]?.lower ?? '';
  const definite = lex.calendar.articles.includes(before) || lex.calendar.shifts[before] === 0;
  if (lex.calendar.shifts[lower] !== undefined || !definite) return null;
  return { what: { is: 'stretch', side, length: [{ unit, count: 1, least: null }] }, end: at + 2 };
}

/** "last week", "this month", "next June", "last summer". */
export function shiftedAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const shifted = shiftAt(bits, at, lex);
  const nearest = lex.calendar.nearest[bits[at]?.lower ?? ''];
  if (shifted === null) return nearest === undefined ? null : monthsIn(bits, at + 1, nearest, lex);
  const { what: shift, end: start } = shifted;
  const named = word(bits, start, lex.calendar.whole);
  const next = bits[named]?.lower ?? '';
  const unit = lex.units.get(next);
  if (unit !== undefined && !BELOW_DAY.has(unit) && unit !== 'day' && lex.singular.has(next))
    return { what: { is: 'unit', unit, shift }, end: named + 1 };
  return monthsIn(bits, start, shift, lex);
}

/** "the coming June", "last summer". */
function monthsIn(bits: readonly Bit[], start: number, shift: number, lex: Lexicon): Found<Point> | null {
  const next = bits[start]?.lower ?? '';
  const month = monthName(bits, start, lex);
  if (month !== null && dayNumber(bits, month.end, lex) === null)
    return { what: { is: 'months', first: month.what, count: 1, year: { nearest: shift } }, end: month.end };
  const season = Object.hasOwn(lex.calendar.seasons, next) ? lex.calendar.seasons[next] : undefined;
  return season === undefined
    ? null
    : { what: { is: 'months', first: season, count: 3, year: { nearest: shift } }, end: start + 1 };
}

/** "last", "this", "this past", "this coming". */
function shiftAt(bits: readonly Bit[], at: number, { calendar }: Lexicon): Found<number> | null {
  const shift = calendar.shifts[bits[at]?.lower ?? ''];
  const nearest = shift === 0 ? calendar.nearest[bits[at + 1]?.lower ?? ''] : undefined;
  if (nearest !== undefined) return { what: nearest, end: at + 2 };
  if (shift !== undefined) return { what: shift, end: at + 1 };
  // "the past month" is a length up to today, "past month" the one before this.
  const { lower = '' } = bits[at] ?? {};
  const bare = calendar.told[lower] === undefined && !calendar.articles.includes(bits[at - 1]?.lower ?? '');
  const alone = bare ? calendar.nearest[lower] : undefined;
  return alone === undefined ? null : { what: alone, end: at + 1 };
}
