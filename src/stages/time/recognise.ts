import type { Bit } from './bits.ts';
import { cardinal, dateAt, link, word, type Found } from './dates.ts';
import type { Expression, Point } from './expression.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';
import { pointAt } from './points.ts';

/** A time expression over bits `[start, end)`. */
export interface Recognised {
  readonly expression: Expression;
  readonly start: number;
  readonly end: number;
}

/** All time expressions of a sentence, left to right, each as long as the words allow; none overlap. */
export function recognise(bits: readonly Bit[], lex: Lexicon): readonly Recognised[] {
  const found: Recognised[] = [];
  for (let at = 0; at < bits.length;) {
    const name = phraseAt(lex.names, bits, at);
    const read = name === null ? readAt(bits, at, lex) : null;
    if (read !== null && read.what !== null) found.push({ ...read.what, end: read.end });
    at = Math.max(read?.end ?? at, name?.end ?? at, at + 1);
  }
  return found;
}

type Read = Found<{ readonly expression: Expression; readonly start: number } | null>;

function readAt(bits: readonly Bit[], at: number, lex: Lexicon): Read | null {
  if (lex.calendar.habits.includes(bits[at]?.lower ?? '')) {
    const habit = pointAt(bits, at + 1, lex);
    return habit === null ? null : { what: null, end: habit.end };
  }
  const { lower = '' } = bits[at] ?? {};
  const leads = Object.hasOwn(lex.calendar.opens, lower) ? lex.calendar.opens[lower] : undefined;
  const opened = leads === undefined ? null : rangeAt(bits, at + 1, leads, lex);
  if (opened !== null) return { what: { expression: opened.what, start: at + 1 }, end: opened.end };
  const bounded = boundAt(bits, at, lex);
  if (bounded !== null) return bounded;
  const range = rangeAt(bits, at, lex.calendar.links, lex);
  if (range !== null) return { what: { expression: range.what, start: at }, end: range.end };
  const point = pointAt(bits, at, lex);
  if (point === null) return null;
  return point.what === null
    ? { what: null, end: point.end }
    : { what: { expression: point.what, start: at }, end: point.end };
}

/** "since 2017", "by the end of June", "within two weeks". */
function boundAt(bits: readonly Bit[], at: number, lex: Lexicon): Read | null {
  const found = phraseAt(lex.bounds, bits, at);
  if (found === null) return null;
  const { value: bound, end: start } = found;
  const inside = bound === 'in' || bound === 'within';
  const count = inside ? countAt(bits, start, lex) : null;
  if (count !== null)
    return { what: { expression: { is: 'bound', bound, of: count.what }, start: at }, end: count.end };
  const range = rangeAt(bits, start, lex.calendar.links, lex);
  if (range !== null) return { what: { expression: range.what, start }, end: range.end };
  const of = pointAt(bits, start, lex);
  if (of === null) return null;
  if (of.what === null) return { what: null, end: of.end };
  if (inside) return { what: { expression: of.what, start }, end: of.end };
  return { what: { expression: { is: 'bound', bound, of: of.what }, start: at }, end: of.end };
}

/** "two weeks", a count that only "in" or "within" before it makes a time. */
function countAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const count = cardinal(bits, word(bits, at, lex.calendar.articles), lex);
  const unit = count === null ? undefined : lex.units.get(bits[count.end]?.lower ?? '');
  if (count === null || unit === undefined || lex.calendar.ago.includes(bits[count.end + 1]?.lower ?? '')) return null;
  return { what: { is: 'stretch', unit, count: count.what }, end: count.end + 1 };
}

/** "Monday to Friday", "June to August 2024", "2015-2018", "3-5 March". */
function rangeAt(bits: readonly Bit[], at: number, leads: readonly string[], lex: Lexicon): Found<Expression> | null {
  const pair = dateAt(bits, at, lex);
  if (pair?.what?.is === 'pair') return { what: { ...pair.what, is: 'range' }, end: pair.end };
  const from = pointAt(bits, at, lex);
  if (from === null || from.what === null) return null;
  const next = link(bits, from.end, leads);
  if (next === null) return null;
  const short = shortYear(bits, next, from.what);
  if (short !== null) return { what: { is: 'range', from: from.what, to: short.what }, end: short.end };
  const to = pointAt(bits, next, lex);
  if (to === null || to.what === null) return null;
  if (to.what.is !== from.what.is && !(from.what.is === 'unit' || to.what.is === 'away')) return null;
  return { what: { is: 'range', from: sameYear(from.what, to.what), to: to.what }, end: to.end };
}

/** "1939-45". */
function shortYear(bits: readonly Bit[], at: number, from: Point): Found<Point> | null {
  const bit = bits[at];
  if (from.is !== 'date' || from.month !== null || from.year === null || !('stated' in from.year)) return null;
  if (bit === undefined || !bit.glued || !/^\d{2}$/.test(bit.text)) return null;
  const year = Math.floor(from.year.stated / 100) * 100 + Number(bit.text);
  return year <= from.year.stated ? null : { what: { ...from, year: { stated: year } }, end: at + 1 };
}

/** "June to August 2024": the year at the end holds for both. */
const sameYear = (from: Point, to: Point): Point =>
  from.is === 'date' && to.is === 'date' && from.year === null ? { ...from, year: to.year } : from;
