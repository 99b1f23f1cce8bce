import { word, type Found } from './words.ts';
import type { Bit } from './bits.ts';
import { weekdayName } from './dates.ts';
import { isDay } from './day-points.ts';
import { countedAt } from './durations.ts';
import { TODAY, type Length, type Point, type Unit } from './expression.ts';
import { BELOW_DAY } from './length-value.ts';
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
  const part = length.bare ? calendar['day parts'][bits[inner]?.lower ?? ''] : undefined;
  // "two days prior to 5 May"
  const after = word(bits, length.end + 1, calendar.to);
  const compares = calendar.comparatives[bits[length.end]?.lower ?? ''] !== undefined;
  const of = compares ? null : (pointAt(bits, after, lex) ?? nowAt(bits, after, lex));
  const { what } = length;
  if (length.bare && !calendar.articles.includes(bits[inner - 1]?.lower ?? '') && !isAway(of?.what ?? null))
    return null;
  if (of?.what?.is === 'clock' && of.what.of !== null)
    return { what: { ...of.what, of: { is: 'offset', side, length: what, of: of.what.of } }, end: of.end };
  if (of?.what != null && of.what.is !== 'clock')
    return { what: inPart({ is: 'offset', side, length: what, of: of.what }, part), end: of.end };
  return isAlone(bits, length.end, lex)
    ? { what: inPart({ is: 'offset', side, length: what, of: null }, part), end: length.end + 1 }
    : null;
}

/** "now", of which a length is counted. */
function nowAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const now = phraseAt(lex.now, bits, at);
  return now === null ? null : { what: TODAY, end: now.end };
}

/** "the night before", "the morning after 5 May": a part of that day. */
const inPart = (of: Point, part: string | undefined): Point =>
  part === undefined ? of : { is: 'clock', clock: part, of };

/** "the eve of Easter", the day before it. */
export function eveAt(bits: readonly Bit[], at: number, lex: Lexicon, pointAt: ReadPoint): Found<Point> | null {
  const { calendar } = lex;
  const of = calendar.eves.includes(bits[at]?.lower ?? '') ? word(bits, at + 1, calendar.of) : at;
  const day = of > at + 1 ? pointAt(bits, of, lex) : null;
  return day?.what == null || !isDay(day.what)
    ? null
    : { what: { is: 'offset', side: -1, length: ONE_DAY, of: day.what }, end: day.end };
}

const ONE_DAY: Length = [{ unit: 'day', count: 1, least: null }];

/** "for three months from 1 June", "two weeks starting on Monday", "the year to March", "the days before Easter". */
export function spanAt(bits: readonly Bit[], at: number, lex: Lexicon, pointAt: ReadPoint): Found<Point> | null {
  const { calendar } = lex;
  const inner = word(bits, at, calendar.articles);
  const length = inner > at || calendar.lasting.includes(bits[at - 1]?.lower ?? '') ? lengthAt(bits, inner, lex) : null;
  const close = length === null ? null : spanEnd(bits, length, lex);
  if (length === null || close === null) return startingAt(bits, at, lex, pointAt);
  const toDate = close.what.side < 0 && !close.what.beside ? nowAt(bits, close.end, lex) : null;
  const [one] = length.what;
  // "the year to date" begins with the year.
  if (toDate !== null && one?.count === 1)
    return { what: { is: 'side', side: -1, of: { is: 'unit', unit: one.unit, shift: 0 } }, end: toDate.end };
  const of = pointAt(bits, close.end, lex);
  return of?.what == null || of.what.is === 'clock' || of.what.is === 'stretch'
    ? startingAt(bits, at, lex, pointAt)
    : { what: { is: 'span', ...close.what, length: length.what, of: of.what }, end: of.end };
}

/** A length, counted, of one unit or of many. */
function lengthAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Length> | null {
  const counted = countedAt(bits, at, lex);
  if (counted !== null) return counted;
  const { lower = '' } = bits[at] ?? {};
  const unit = lex.units.get(lower);
  const count = lex.singular.has(lower) ? 1 : null;
  return unit === undefined ? null : { what: [{ unit, count, least: null }], end: at + 1 };
}

/** On which side of its day a length lies: "to", "ending on"; "before" and "after" only behind several, since one is a distance. */
function spanEnd(
  bits: readonly Bit[],
  { what, end }: Found<Length>,
  { calendar }: Lexicon,
): Found<{ readonly side: number; readonly beside: boolean }> | null {
  const { lower = '' } = bits[end] ?? {};
  if (calendar.bounds[lower] === 'from') return null;
  if (calendar.ending.includes(lower))
    return { what: { side: -1, beside: false }, end: word(bits, end + 1, calendar.inside) };
  const side = calendar.comparatives[lower] === undefined ? calendar.sides[lower] : undefined;
  const several = what.every(({ count }) => count === null || count > 1);
  return side === undefined || !several ? null : { what: { side, beside: true }, end: end + 1 };
}

/** "for three months from 1 June", "two weeks starting on Monday". */
function startingAt(bits: readonly Bit[], at: number, lex: Lexicon, pointAt: ReadPoint): Found<Point> | null {
  const { calendar } = lex;
  const length = countedAt(bits, at, lex);
  const mark = length === null || bits[length.end]?.text !== ',' ? (length?.end ?? at) : length.end + 1;
  const bound = length === null ? null : phraseAt(lex.bounds, bits, mark);
  if (length === null || bound?.value !== 'from') return null;
  const measured = calendar.lasting.includes(bits[at - 1]?.lower ?? '');
  if (!measured && !calendar.starting.includes(bits[mark]?.lower ?? '')) return null;
  const of = pointAt(bits, bound.end, lex);
  if (of?.what == null) return null;
  if (of.what.is === 'clock' && length.what.every(({ unit }) => BELOW_DAY.has(unit)))
    return lastingFrom(of, length.what);
  return of.what.is === 'clock' && of.what.of === null
    ? null
    : { what: { is: 'span', side: 1, beside: false, length: length.what, of: of.what }, end: of.end };
}

/** "for three hours from 10 a.m.": hours of that day. */
function lastingFrom({ what, end }: Found<Point | null>, length: Length): Found<Point> | null {
  if (what?.is !== 'clock' || typeof what.clock === 'string' || what.clock.to !== null) return null;
  const { from } = what.clock;
  const minutes = length.reduce((sum, { unit, count }) => sum + (count ?? 0) * (MINUTES[unit] ?? 0), 0);
  const total = (Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + Math.round(minutes)) % (24 * 60);
  const to = [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return { what: { ...what, clock: { ...what.clock, to } }, end };
}

const MINUTES: Readonly<Partial<Record<Unit, number>>> = { hour: 60, minute: 1 };

/** "day" of "the day before yesterday": one unit without its count; `bare` since only an article makes it one of others. */
function oneUnit(
  bits: readonly Bit[],
  at: number,
  { calendar, units, singular }: Lexicon,
): (Found<Length> & { readonly bare: boolean }) | null {
  const { lower = '' } = bits[at] ?? {};
  const unit = calendar['day parts'][lower] === undefined ? units.get(lower) : 'day';
  const one = singular.has(lower) || calendar['day parts'][lower] !== undefined;
  return unit !== undefined && one ? { what: [{ unit, count: 1, least: null }], end: at + 1, bare: true } : null;
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
  const { calendar, units, singular } = lex;
  const { lower = '' } = bits[at] ?? {};
  const named = word(bits, at + 1, calendar.same);
  const next = bits[named]?.lower ?? '';
  const part = calendar['day parts'][next];
  const unit = units.get(next);
  const ofDay = unit === 'day' || part !== undefined;
  const shift = calendar.told[lower] ?? (ofDay ? calendar['told days'][lower] : undefined);
  if (shift !== undefined && part !== undefined)
    return { what: { is: 'clock', clock: part, of: { is: 'told', what: 'day', shift } }, end: named + 1 };
  const weekday = shift === undefined || shift === 0 ? null : weekdayName(bits, at + 1, lex);
  if (shift !== undefined && weekday !== null)
    return { what: { is: 'told', what: weekday.what, shift }, end: weekday.end };
  if (shift === undefined || unit === undefined || !singular.has(next)) return null;
  return { what: { is: 'told', what: unit, shift }, end: named + 1 };
}

/** "the week after next", "the month before last". */
export function afterNextAt(
  bits: readonly Bit[],
  at: number,
  { calendar, units, singular }: Lexicon,
): Found<Point> | null {
  const unit = units.get(bits[at]?.lower ?? '');
  if (unit === undefined || !singular.has(bits[at]?.lower ?? '')) return null;
  const side = calendar.sides[bits[at + 1]?.lower ?? ''];
  const end = word(bits, at + 2, calendar.articles);
  const shift = calendar.shifts[bits[end]?.lower ?? ''];
  if (side === undefined || shift !== side) return null;
  return { what: { is: 'unit', unit, shift: 2 * side }, end: end + 1 };
}
