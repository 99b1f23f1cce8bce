import { link, word, type Found } from './words.ts';
import { cardinal } from './numbers.ts';
import { TIME_UNITS } from '../../knowledge/time-units.ts';
import type { Bit } from './bits.ts';
import type { Length, LengthPart, Unit } from './expression.ts';
import { BELOW_DAY } from './length-value.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * A length of time: "two years", "18 months", "a year and a half", "two years and six months", "several weeks", "decades".
 * Null for an age ("27 years old"), for "one day", which tells no length, and for fractions ("three quarters of them").
 */
export function durationAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Length> | null {
  const first = partAt(bits, at, lex) ?? bareAt(bits, at, lex);
  if (first === null || isAge(bits, first.end, lex)) return null;
  const [{ unit, count } = NO_PART] = first.what;
  if (unit === 'quarter' && lex.calendar.of.includes(bits[first.end]?.lower ?? '')) return null;
  if (count !== null && count < 2 && unit === 'quarter') return null;
  return moreOf(first, bits, lex);
}

const NO_PART: LengthPart = { unit: 'day', count: null, least: null };

/** A length whose count is known, as "ago", "later" and "before" need it. */
export function countedAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Length> | null {
  const first = partAt(bits, at, lex);
  if (first === null || first.what.some(({ count }) => count === null)) return null;
  return moreOf(first, bits, lex);
}

/** ", six months and two days": lesser units that go on counting. */
function moreOf(first: Found<Length>, bits: readonly Bit[], lex: Lexicon): Found<Length> {
  let { what, end } = first;
  for (;;) {
    const last = what.at(-1);
    const joined = word(bits, bits[end]?.text === ',' ? end + 1 : end, lex.calendar.connectors);
    const next = lex.calendar.another.includes(bits[joined]?.lower ?? '') ? null : partAt(bits, joined, lex);
    const [part] = next?.what ?? [];
    if (next === null || part === undefined || last === undefined || part.count === null || last.count === null) break;
    if (TIME_UNITS.indexOf(part.unit) >= TIME_UNITS.indexOf(last.unit)) break;
    if (joined === end && !/^\d/.test(bits[joined]?.text ?? '')) break;
    what = [...what, part];
    ({ end } = next);
  }
  return { what, end };
}

function partAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Length> | null {
  const { calendar } = lex;
  const { lower = '' } = bits[at] ?? {};
  if (calendar.half.includes(lower)) return halfAt(bits, at + 1, lex);
  const fraction = fractionAt(bits, at, lex);
  if (fraction !== null) return fraction;
  const entire = calendar.all.includes(lower) ? unitAt(bits, bits[at + 1]?.text === '-' ? at + 2 : at + 1, lex) : null;
  if (entire !== null && !BELOW_DAY.has(entire))
    return { what: [{ unit: entire, count: 1, least: null }], end: bits[at + 1]?.text === '-' ? at + 3 : at + 2 };
  const more = word(bits, at, calendar.another);
  const count = countsAt(bits, more, lex) ?? (more > at ? { what: 1, least: null, end: more } : null);
  if (count === null) return null;
  const named = word(bits, count.end, calendar.whole);
  const dash = bits[named]?.text === '-' && bits[named]?.glued === true ? named + 1 : named;
  const unit = unitAt(bits, dash, lex);
  if (unit === null) return null;
  const isOrdinal = unit === 'second' && count.what === 1 && lower !== 'one';
  if (isOrdinal) return null;
  const half = halfMore(bits, dash + 1, lex);
  return {
    what: [{ unit, count: half === null || count.what === null ? count.what : count.what + 0.5, least: count.least }],
    end: half ?? dash + 1,
  };
}

/** "a quarter of an hour", "three-quarters of a century". */
function fractionAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Length> | null {
  const { calendar } = lex;
  const count = cardinal(bits, at, lex);
  const start = count?.end ?? at;
  const quarter = bits[start]?.text === '-' ? start + 1 : start;
  if (lex.units.get(bits[quarter]?.lower ?? '') !== 'quarter') return null;
  const of = word(bits, quarter + 1, calendar.of);
  const single = word(bits, of, calendar.single);
  const unit = of > quarter + 1 && single > of ? unitAt(bits, single, lex) : null;
  const share = (count?.what ?? 1) / 4;
  if (unit === null || share >= 1) return null;
  const part: LengthPart =
    unit === 'hour' ? { unit: 'minute', count: 60 * share, least: null } : { unit, count: share, least: null };
  return { what: [part], end: single + 1 };
}

/** "half a year", "half an hour", "half-hour". */
function halfAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Length> | null {
  const { calendar } = lex;
  const dash = bits[at]?.text === '-' ? at + 1 : at;
  const inner = word(bits, dash, [...calendar.single, ...calendar.articles]);
  const unit = unitAt(bits, inner, lex);
  return unit === null || (unit === 'day' && inner === dash)
    ? null
    : { what: [{ unit, count: 0.5, least: null }], end: inner + 1 };
}

/** "two to three", "two or three", "60-90", or one count. */
function countsAt(
  bits: readonly Bit[],
  at: number,
  lex: Lexicon,
): (Found<number | null> & { readonly least: number | null }) | null {
  const count = countAt(bits, at, lex);
  if (count === null || count.what === null || !Number.isInteger(count.what))
    return count === null ? null : { ...count, least: null };
  const next = link(bits, count.end, lex.calendar.alternatives);
  const last = next === null ? null : countAt(bits, next, lex);
  return last === null ||
    last.what === null ||
    last.what <= count.what ||
    lex.calendar.single.includes(bits[at]?.lower ?? '')
    ? { ...count, least: null }
    : { ...last, least: count.what };
}

/** "three", "2.5", "two and a half"; null for a count that stays open ("several", "a few", "a couple of"). */
export function countAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<number | null> | null {
  const { calendar } = lex;
  const single = word(bits, at, calendar.single);
  if (calendar.pair.includes(bits[single]?.lower ?? '')) return { what: 2, end: word(bits, single + 1, calendar.of) };
  if (calendar.vague.includes(bits[single]?.lower ?? ''))
    return { what: null, end: word(bits, single + 1, calendar.of) };
  const count = cardinal(bits, at, lex);
  if (count === null) return null;
  const [point, digits] = [bits[count.end], bits[count.end + 1]];
  if (point?.text === '.' && point.glued && digits?.glued === true && /^\d$/.test(digits.text))
    return { what: Number(`${count.what}.${digits.text}`), end: count.end + 2 };
  const half = halfMore(bits, count.end, lex);
  return half === null ? count : { what: count.what + 0.5, end: half };
}

/** The bit after "and a half". */
export function halfMore(bits: readonly Bit[], at: number, { calendar }: Lexicon): number | null {
  const and = bits[at]?.text === '-' ? at + 1 : at;
  if (!calendar.connectors.includes(bits[and]?.lower ?? '')) return null;
  const a = bits[and + 1]?.text === '-' ? and + 2 : and + 1;
  const half = word(bits, a, calendar.single);
  const dash = bits[half]?.text === '-' ? half + 1 : half;
  return calendar.half.includes(bits[dash]?.lower ?? '') ? dash + 1 : null;
}

/** "decades", "years-long": units without a count, only where they stand for their own sake. */
function bareAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Length> | null {
  const unit = unitAt(bits, at, lex);
  if (unit === null) return null;
  const plural = !lex.singular.has(bits[at]?.lower ?? '');
  const long = bits[at + 1]?.text === '-' && lex.calendar.long.includes(bits[at + 2]?.lower ?? '');
  if (long) return { what: [{ unit, count: plural ? null : 1, least: null }], end: at + 3 };
  const before = bits[at - 1]?.lower ?? '';
  const after = bits[at + 1]?.lower ?? '';
  const measures = lex.calendar.ago.includes(after) || lex.calendar.sides[after] !== undefined;
  return plural && (measures || lex.calendar.during.includes(before))
    ? { what: [{ unit, count: null, least: null }], end: at + 1 }
    : null;
}

const unitAt = (bits: readonly Bit[], at: number, { units }: Lexicon): Unit | null =>
  units.get(bits[at]?.lower ?? '') ?? null;

/** "27 years old", "a 27-year-old". */
function isAge(bits: readonly Bit[], at: number, { calendar }: Lexicon): boolean {
  const next = bits[at]?.text === '-' ? at + 1 : at;
  return calendar.aged.includes(bits[next]?.lower ?? '');
}
