import type { Bit } from './bits.ts';
import { dateAt, monthName, weekdayName } from './dates.ts';
import { yearAfter } from './year-after.ts';
import type { Point, Unit, YearRef } from './expression.ts';
import type { Lexicon } from './lexicon.ts';
import { countAt } from './durations.ts';
import { cardinal, dayNumber } from './numbers.ts';
import { yearNumber } from './years.ts';
import type { ReadPoint } from './offsets.ts';
import { word, type Found } from './words.ts';

/** "first Monday", "last three weeks", "final days": which parts of something longer; the count is null where it stays open. */
export interface Rank {
  readonly nth: number;
  readonly count: number | null;
  readonly what: number | Unit | 'half';
}

/** "the first Monday of September", "the last week of this month", "the opening days of June 2019". */
export function nthAt(bits: readonly Bit[], at: number, lex: Lexicon, pointAt: ReadPoint): Found<Point> | null {
  const { calendar } = lex;
  const rank = rankAt(bits, at, lex);
  if (rank === null) return null;
  const of = word(bits, rank.end, [...calendar.of, ...calendar.inside]);
  if (of === rank.end && calendar.shifts[bits[of]?.lower ?? ''] === undefined) return null;
  const whole = wholeAt(bits, of, lex) ?? pointAt(bits, of, lex);
  return whole?.what == null || !HOLDS.has(whole.what.is)
    ? null
    : { what: ranked(rank.what, whole.what), end: whole.end };
}

/** "last year's third quarter": the longer time first. */
export function nthBehind(whole: Found<Point>, bits: readonly Bit[], lex: Lexicon): Found<Point> | null {
  if (!/^['’]s?$/.test(bits[whole.end]?.lower ?? '') || !HOLDS.has(whole.what.is)) return null;
  const weekday = whole.what.is === 'unit' && whole.what.unit === 'week' ? weekdayName(bits, whole.end + 1, lex) : null;
  if (weekday !== null && whole.what.is === 'unit')
    return { what: { is: 'weekday', weekday: weekday.what, week: whole.what.shift }, end: weekday.end };
  const rank = rankAt(bits, whole.end + 1, lex);
  if (rank !== null) return { what: ranked(rank.what, whole.what), end: rank.end };
  const month = monthName(bits, whole.end + 1, lex);
  const year = yearRefOf(whole.what);
  if (month !== null && year !== null)
    return { what: { is: 'date', year, month: month.what, day: null, weekday: null }, end: month.end };
  const { lower = '' } = bits[whole.end + 1] ?? {};
  const third = lex.calendar['part nouns'].includes(lower) ? lex.calendar.parts[lower] : undefined;
  return third === undefined ? null : { what: { is: 'part', third, until: third, of: whole.what }, end: whole.end + 2 };
}

/** "the year's first quarter": the year that is. */
export function ownedAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const whole = lex.calendar.articles.includes(bits[at - 1]?.lower ?? '') ? wholeAt(bits, at - 1, lex) : null;
  return whole === null ? null : nthBehind(whole, bits, lex);
}

/** Of a point that is a year. */
function yearRefOf(point: Point): YearRef {
  if (point.is === 'unit' && point.unit === 'year') return { shift: point.shift };
  return point.is === 'date' && point.month === null && point.day === null ? point.year : null;
}

const HOLDS: ReadonlySet<Point['is']> = new Set(['date', 'unit', 'months', 'told', 'years']);

/** Parts without a count are a third at most. */
const ranked = ({ nth, count, what }: Rank, of: Point): Point =>
  count === null
    ? { is: 'part', third: nth < 0 ? 3 : 1, until: nth < 0 ? 3 : 1, of }
    : { is: 'nth', nth, count, what, of };

export function rankAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Rank> | null {
  const { calendar } = lex;
  const edge = calendar.edges[bits[at]?.lower ?? ''];
  const ordinal = edge === undefined ? fromEnd(bits, dayNumber(bits, at, lex), lex) : { what: edge, end: at + 1 };
  if (ordinal === null) return null;
  const nth = ordinal.what;
  const named = weekdayName(bits, ordinal.end, lex);
  if (named !== null) return { what: { nth, count: 1, what: named.what }, end: named.end };
  const count = Math.abs(nth) === 1 ? countAt(bits, ordinal.end, lex) : null;
  const start = count?.end ?? ordinal.end;
  const { lower = '' } = bits[start] ?? {};
  if (calendar.half.includes(lower) && count === null) return { what: { nth, count: 1, what: 'half' }, end: start + 1 };
  const unit = lex.units.get(lower);
  if (unit === undefined || SMALL.has(unit)) return null;
  const plural = !lex.singular.has(lower);
  if (plural && count === null && Math.abs(nth) !== 1) return null;
  return { what: { nth, count: count === null ? (plural ? null : 1) : count.what, what: unit }, end: start + 1 };
}

/** "second-last", "third to last", "next to last": counted from the end. */
function fromEnd(bits: readonly Bit[], ordinal: Found<number> | null, { calendar }: Lexicon): Found<number> | null {
  if (ordinal === null) return null;
  const skipDash = (place: number): number => (bits[place]?.text === '-' ? place + 1 : place);
  const to = skipDash(ordinal.end);
  const last = skipDash(word(bits, to, calendar.to));
  return calendar.shifts[bits[last]?.lower ?? ''] === -1 ? { what: -ordinal.what, end: last + 1 } : ordinal;
}

const SMALL: ReadonlySet<Unit> = new Set(['second', 'minute', 'hour', 'fortnight']);

/** "the month", "the year", or "month" behind "of": the one that is. */
export function wholeAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { calendar, units, singular } = lex;
  const inner = word(bits, at, calendar.articles);
  const { lower = '' } = bits[inner] ?? {};
  const unit = units.get(lower);
  const led = inner > at || calendar.of.includes(bits[at - 1]?.lower ?? '');
  if (!led || unit === undefined || unit === 'day' || unit === 'weekend' || !singular.has(lower)) return null;
  if (unit === 'hour' || unit === 'minute' || unit === 'second' || yearNumber(bits, inner + 1, lex) !== null)
    return null;
  return { what: { is: 'unit', unit, shift: 0 }, end: inner + 1 };
}

/** "the week of 5 March", "the week beginning 5 March", "the year 2012", "the month of May". */
export function unitOfAt(bits: readonly Bit[], at: number, lex: Lexicon, pointAt: ReadPoint): Found<Point> | null {
  const { calendar } = lex;
  const { lower = '' } = bits[at] ?? {};
  const unit = lex.units.get(lower);
  if (unit === undefined || !lex.singular.has(lower)) return null;
  const year = unit === 'year' ? yearNumber(bits, at + 1, lex) : null;
  const early = unit === 'year' && year === null ? earlyYear(bits, at + 1, lex) : year;
  if (early !== null)
    return {
      what: { is: 'date', year: { stated: early.what }, month: null, day: null, weekday: null },
      end: early.end,
    };
  const number = unit === 'week' ? weekNumber(bits, at + 1, lex) : null;
  if (number !== null) return number;
  const holds = unit === 'week' || unit === 'weekend';
  const of = word(bits, at + 1, holds ? [...calendar.of, ...calendar.starting] : calendar.of);
  if (of === at + 1) return null;
  const month = unit === 'month' ? monthName(bits, of, lex) : null;
  if (month !== null) {
    const inYear = yearAfter(bits, month.end, lex);
    return { what: { is: 'date', year: inYear.what, month: month.what, day: null, weekday: null }, end: inYear.end };
  }
  const first = word(bits, of, calendar.inside);
  const pair = holds ? dateAt(bits, first, lex) : null;
  if (pair?.what?.is === 'pair') return { what: { is: 'around', unit, of: pair.what.from }, end: pair.end };
  const day = holds ? pointAt(bits, first, lex) : null;
  return day?.what?.is === 'date' && day.what.day !== null
    ? { what: { is: 'around', unit, of: day.what }, end: day.end }
    : null;
}

/** "the year 476": three figures, or as many in words. */
function earlyYear(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const year = cardinal(bits, at, lex);
  const closes = year !== null && !/^[\p{L}\d-]/u.test(bits[year.end]?.text ?? '.');
  return closes && year.what > 99 && year.what < 1000 ? year : null;
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
