import type { Bit } from './bits.ts';
import { dateAt } from './dates.ts';
import { TODAY, type Expression, type Point, type Recognised } from './expression.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';
import { pointAt } from './points.ts';
import { link, type Found } from './words.ts';

/** "Monday to Friday", "June to August 2024", "2015-2018", "3-5 March". */
export const rangeAt = (
  bits: readonly Bit[],
  at: number,
  leads: readonly string[],
  lex: Lexicon,
): Found<Expression> | null => rangeFrom(pointAt(bits, at, lex), bits, at, leads, lex);

/** The same, where the point that stands there is known. */
export function rangeFrom(
  point: Found<Point | null> | null,
  bits: readonly Bit[],
  at: number,
  leads: readonly string[],
  lex: Lexicon,
): Found<Expression> | null {
  const pair = dateAt(bits, at, lex);
  if (pair?.what?.is === 'pair') return { what: { ...pair.what, is: 'range' }, end: pair.end };
  const opened = leads !== lex.calendar.links;
  const from = point ?? (opened ? nowAt(bits, at, lex) : null);
  if (from === null || from.what === null) return null;
  const short = shortYear(bits, from.end + 1, from.what);
  if (short !== null) return { what: { is: 'range', from: from.what, to: short.what }, end: short.end };
  const next = link(bits, from.end, leads);
  if (next === null) return null;
  const now = nowAt(bits, next, lex);
  if (now !== null && from.what.is !== 'clock' && from.what.is !== 'stretch')
    return { what: { is: 'range', from: from.what, to: now.what }, end: now.end };
  const to = pointAt(bits, next, lex);
  if (to === null || to.what === null) return null;
  if ([from.what, to.what].some((point) => point.is === 'stretch' || (point.is === 'clock' && point.of === null)))
    return null;
  if (to.what.is !== from.what.is && !opened && !(from.what.is === 'unit' || to.what.is === 'away')) return null;
  return { what: { is: 'range', from: sameYear(from.what, to.what), to: to.what }, end: to.end };
}

const nowAt = (bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null => {
  const now = phraseAt(lex.now, bits, at);
  return now === null ? null : { what: TODAY, end: now.end };
};

/** "1939-45", "2014/15". */
function shortYear(bits: readonly Bit[], at: number, from: Point): Found<Point> | null {
  const [mark, bit] = [bits[at - 1], bits[at]];
  if (mark?.glued !== true || !/^[-–—/]$/.test(mark.text)) return null;
  if (from.is !== 'date' || from.month !== null || from.year === null || !('stated' in from.year)) return null;
  if (bit === undefined || !bit.glued || !/^\d{2}$/.test(bit.text)) return null;
  const year = Math.floor(from.year.stated / 100) * 100 + Number(bit.text);
  return year <= from.year.stated ? null : { what: { ...from, year: { stated: year } }, end: at + 1 };
}

/** "June to August 2024": the year at the end holds for both. */
function sameYear(from: Point, to: Point): Point {
  if (from.is === 'part' || from.is === 'side') return { ...from, of: sameYear(from.of, to) };
  if (to.is === 'part' || to.is === 'side') return sameYear(from, to.of);
  return from.is === 'date' && to.is === 'date' && from.year === null && (from.month ?? 0) <= (to.month ?? 0)
    ? { ...from, year: to.year }
    : from;
}

/** "May, June and July 2019", "on 3 May and 5 June of that year": the year behind the last holds for all. */
export const sharedYears = (found: readonly Recognised[], bits: readonly Bit[], lex: Lexicon): readonly Recognised[] =>
  found.reduceRight<readonly Recognised[]>((later, one) => {
    const [next] = later;
    const between = next === undefined ? [] : bits.slice(one.end, next.start);
    const joins = [',', ...lex.calendar.connectors];
    const listed = between.length > 0 && between.length < 3 && between.every(({ lower }) => joins.includes(lower));
    if (next === undefined || !listed || one.expression.is !== 'date' || next.expression.is !== 'date')
      return [one, ...later];
    if (next.expression.year === null || !('stated' in next.expression.year)) return [one, ...later];
    if (one.expression.weekday !== null) return [one, ...later];
    return [{ ...one, expression: sameYear(one.expression, next.expression) }, ...later];
  }, []);
