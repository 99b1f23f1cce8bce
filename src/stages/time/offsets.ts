import type { Bit } from './bits.ts';
import { weekdayName, word, type Found } from './dates.ts';
import { countedAt } from './durations.ts';
import type { Length, Point } from './expression.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';

/** How other points are read; passed in, since points are made of points. */
export type ReadPoint = (bits: readonly Bit[], at: number, lex: Lexicon) => Found<Point | null> | null;

/**
 * Points reckoned from another: "two weeks after 5 May", "the day before yesterday", "three days from tomorrow", "a day earlier".
 * The last is reckoned from the day told before; before something that is no time ("a day before the vote") it is none.
 */
export function offsetAt(bits: readonly Bit[], at: number, lex: Lexicon, pointAt: ReadPoint): Found<Point> | null {
  const { calendar } = lex;
  const inner = word(bits, at, calendar.articles);
  const counted = countedAt(bits, inner, lex);
  const length = counted === null ? oneUnit(bits, inner, lex) : { ...counted, bare: false };
  if (length === null) return null;
  const side = calendar.sides[bits[length.end]?.lower ?? ''];
  if (side === undefined) return null;
  const of = pointAt(bits, length.end + 1, lex);
  const { what } = length;
  if (length.bare && !calendar.articles.includes(bits[inner - 1]?.lower ?? '') && !isAway(of?.what ?? null))
    return null;
  if (of?.what?.is === 'clock' && of.what.of !== null)
    return { what: { ...of.what, of: { is: 'offset', side, length: what, of: of.what.of } }, end: of.end };
  if (of?.what != null && of.what.is !== 'clock')
    return { what: { is: 'offset', side, length: what, of: of.what }, end: of.end };
  return isAlone(bits, length.end, lex)
    ? { what: { is: 'offset', side, length: what, of: null }, end: length.end + 1 }
    : null;
}

/** "for three months from 1 June", "two weeks starting on Monday". */
export function spanAt(bits: readonly Bit[], at: number, lex: Lexicon, pointAt: ReadPoint): Found<Point> | null {
  const { calendar } = lex;
  const length = countedAt(bits, at, lex);
  const mark = length === null || bits[length.end]?.text !== ',' ? (length?.end ?? at) : length.end + 1;
  const bound = length === null ? null : phraseAt(lex.bounds, bits, mark);
  if (length === null || bound?.value !== 'from') return null;
  const measured = calendar.lasting.includes(bits[at - 1]?.lower ?? '');
  if (!measured && !calendar.starting.includes(bits[mark]?.lower ?? '')) return null;
  const of = pointAt(bits, bound.end, lex);
  return of?.what == null || (of.what.is === 'clock' && of.what.of === null)
    ? null
    : { what: { is: 'span', length: length.what, of: of.what }, end: of.end };
}

/** "day" of "the day before yesterday": one unit without its count; `bare` since only an article makes it one of others. */
function oneUnit(
  bits: readonly Bit[],
  at: number,
  { calendar, units }: Lexicon,
): (Found<Length> & { readonly bare: boolean }) | null {
  const { lower = '' } = bits[at] ?? {};
  const unit = units.get(lower);
  return unit !== undefined && calendar.units[unit][0] === lower
    ? { what: [{ unit, count: 1, least: null }], end: at + 1, bare: true }
    : null;
}

/** "tomorrow", with or without its hour. */
const isAway = (point: Point | null): boolean => point?.is === 'away' || (point?.is === 'clock' && isAway(point.of));

/** "a day earlier"; "a day before" only at the end of its clause, "later than planned" never. */
function isAlone(bits: readonly Bit[], at: number, { calendar }: Lexicon): boolean {
  const next = bits[at + 1];
  if (calendar.than.includes(next?.lower ?? '') || calendar.shifts[next?.lower ?? ''] !== undefined) return false;
  return (
    calendar.comparatives[bits[at]?.lower ?? ''] !== undefined ||
    next === undefined ||
    /^[.,;:!?)”"—–-]/.test(next.text)
  );
}

/** "the following day", "the next day", "the previous year", "that week", "the same day". */
export function toldAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { calendar, units } = lex;
  const { lower = '' } = bits[at] ?? {};
  const next = bits[at + 1]?.lower ?? '';
  const unit = units.get(next);
  const shift = calendar.told[lower] ?? (unit === 'day' ? calendar['told days'][lower] : undefined);
  const weekday = shift === undefined || shift === 0 ? null : weekdayName(bits, at + 1, lex);
  if (shift !== undefined && weekday !== null)
    return { what: { is: 'told', what: weekday.what, shift }, end: weekday.end };
  if (shift === undefined || unit === undefined || calendar.units[unit][0] !== next) return null;
  return { what: { is: 'told', what: unit, shift }, end: at + 2 };
}

/** "the week after next", "the month before last". */
export function afterNextAt(bits: readonly Bit[], at: number, { calendar, units }: Lexicon): Found<Point> | null {
  const unit = units.get(bits[at]?.lower ?? '');
  if (unit === undefined || calendar.units[unit][0] !== bits[at]?.lower) return null;
  const side = calendar.sides[bits[at + 1]?.lower ?? ''];
  const end = word(bits, at + 2, calendar.articles);
  const shift = calendar.shifts[bits[end]?.lower ?? ''];
  if (side === undefined || shift !== side) return null;
  return { what: { is: 'unit', unit, shift: 2 * side }, end: end + 1 };
}
