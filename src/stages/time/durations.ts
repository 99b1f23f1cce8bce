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

/** ", six months and two days": units that go on counting, lesser ones but where figures follow each other ("2 days 1 month"). */
function moreOf(first: Found<Length>, bits: readonly Bit[], lex: Lexicon): Found<Length> {
  let { what, end } = first;
  for (;;) {
    const last = what.at(-1);
    const joined = word(bits, bits[end]?.text === ',' ? end + 1 : end, lex.calendar.connectors);
    const next = lex.calendar.another.includes(bits[joined]?.lower ?? '') ? null : partAt(bits, joined, lex);
    const [part] = next?.what ?? [];
    if (next === null || part === undefined || last === undefined || part.count === null || last.count === null) break;
    const order = TIME_UNITS.indexOf(part.unit) - TIME_UNITS.indexOf(last.unit);
    if (order === 0 || (order > 0 && joined > end)) break;
    if (joined === end && !/^\d/.test(bits[joined]?.text ?? '')) break;
    what = [...what, part];
    ({ end } = next);
  }
  return { what: what.toSorted((a, b) => TIME_UNITS.indexOf(b.unit) - TIME_UNITS.indexOf(a.unit)), end };
}

/** One count with its unit. */
export function partAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Length> | null {
  const { calendar } = lex;
  const { lower = '' } = bits[at] ?? {};
  if (calendar.half.includes(lower)) return halfAt(bits, at + 1, lex);
  const fraction = fractionAt(bits, at, lex);
  if (fraction !== null) return fraction;
  const entire = calendar.all.includes(lower) ? unitAt(bits, bits[at + 1]?.text === '-' ? at + 2 : at + 1, lex) : null;
  if (entire !== null && !BELOW_DAY.has(entire))
    return { what: [{ unit: entire, count: 1, least: null }], end: bits[at + 1]?.text === '-' ? at + 3 : at + 2 };
  const again = word(bits, at, calendar.another);
  const count = countsAt(bits, again, lex) ?? (again > at ? { what: 1, least: null, end: again } : null);
  if (count === null) return null;
  const named = word(bits, count.end, calendar.whole);
  const dash = bits[named]?.text === '-' && bits[named]?.glued === true ? named + 1 : named;
  const unit = unitAt(bits, dash, lex);
  if (unit === null) return null;
  // "a decades-long war" counts none.
  if (calendar.single.includes(lower) && !lex.singular.has(bits[dash]?.lower ?? '') && dash === at + 1) return null;
  const isOrdinal = unit === 'second' && count.what === 1 && lower !== 'one';
  if (isOrdinal) return null;
  const more = shareMore(bits, dash + 1, lex);
  return {
    what: [
      { unit, count: more === null || count.what === null ? count.what : count.what + more.what, least: count.least },
    ],
    end: more?.end ?? dash + 1,
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
  const joined = bits[quarter + 1]?.text === '-' ? unitAt(bits, quarter + 2, lex) : null;
  if (joined === 'century')
    return { what: [{ unit: joined, count: (count?.what ?? 1) / 4, least: null }], end: quarter + 3 };
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
export function countsAt(
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
  const more = shareMore(bits, count.end, lex);
  return more === null ? count : { what: count.what + more.what, end: more.end };
}

/** "and a half", "and a quarter", "and three quarters". */
export function shareMore(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const { calendar } = lex;
  const skipDash = (place: number): number => (bits[place]?.text === '-' ? place + 1 : place);
  const and = skipDash(at);
  if (!calendar.connectors.includes(bits[and]?.lower ?? '')) return null;
  const start = skipDash(and + 1);
  const count = cardinal(bits, start, lex);
  const share = skipDash(count?.end ?? start);
  const { lower = '' } = bits[share] ?? {};
  if (calendar.half.includes(lower) && (count === null || count.what === 1)) return { what: 0.5, end: share + 1 };
  return lex.units.get(lower) === 'quarter' && count !== null && count.what < 4
    ? { what: count.what / 4, end: share + 1 }
    : null;
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
