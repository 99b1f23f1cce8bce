import type { Bit } from './bits.ts';
import { weekdayName } from './dates.ts';
import { TODAY, type Point } from './expression.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';
import { rankAt } from './nth.ts';
import { cardinal } from './numbers.ts';
import type { ReadPoint } from './offsets.ts';
import { word, type Found } from './words.ts';

/** Weekdays counted from a day: "the Monday before Easter", "the second Friday after 5 May", "two Sundays ago", "Monday after next". */
export function beyondAt(
  bits: readonly Bit[],
  at: number,
  lex: Lexicon,
  pointAt: ReadPoint,
): Found<Point | null> | null {
  const { calendar } = lex;
  const one = weekdayName(bits, at, lex);
  const rank = one === null ? rankAt(bits, at, lex) : null;
  const named =
    one ?? (rank !== null && typeof rank.what.what === 'number' ? { what: rank.what.what, end: rank.end } : null);
  if (named === null) return manyAt(bits, at, lex);
  const side = calendar.sides[bits[named.end]?.lower ?? ''];
  if (side === undefined) return null;
  if (
    one !== null &&
    calendar.shifts[bits[named.end + 1]?.lower ?? ''] === 1 &&
    side > 0 &&
    !isFollowed(bits, named.end + 2, lex)
  )
    return { what: { is: 'weekday', weekday: one.what, week: 2 }, end: named.end + 2 };
  if (
    one !== null &&
    calendar.shifts[bits[named.end + 1]?.lower ?? ''] === -1 &&
    side < 0 &&
    !isFollowed(bits, named.end + 2, lex)
  )
    return { what: { is: 'weekday', weekday: one.what, week: -2 }, end: named.end + 2 };
  const definite = rank !== null || calendar.articles.includes(bits[at - 1]?.lower ?? '');
  const of = definite ? pointAt(bits, named.end + 1, lex) : null;
  // "the Friday before the vote" hangs on what is no time.
  if (of === null && rank === null && definite && isEvent(bits, named.end, lex))
    return { what: null, end: named.end + 1 };
  if (of?.what == null || of.what.is === 'clock') return null;
  const count = side * Math.abs(rank?.what.nth ?? 1);
  return { what: { is: 'beyond', weekday: named.what, count, of: of.what }, end: of.end };
}

/** "before the vote", "after he left"; "from" opens a range. */
const isEvent = (bits: readonly Bit[], at: number, { calendar }: Lexicon): boolean =>
  calendar.bounds[bits[at]?.lower ?? ''] !== 'from' && /^\p{L}/u.test(bits[at + 1]?.text ?? '');

/** "next week" of "Monday after next week" is a point of its own. */
const isFollowed = (bits: readonly Bit[], at: number, lex: Lexicon): boolean =>
  lex.units.has(bits[at]?.lower ?? '') || weekdayName(bits, at, lex) !== null;

/** "two Fridays ago", "three Fridays from now". */
function manyAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const count = cardinal(bits, at, lex);
  const { text = '', lower = '' } = (count === null ? undefined : bits[count.end]) ?? {};
  const weekday = lex.weekdays.get(lower.replace(/s$/, ''));
  if (count === null || weekday === undefined || !/^\p{Lu}/u.test(text)) return null;
  const ago = word(bits, count.end + 1, lex.calendar.ago);
  const hence = phraseAt(lex.hence, bits, count.end + 1);
  if (ago > count.end + 1) return { what: { is: 'beyond', weekday, count: -count.what, of: TODAY }, end: ago };
  return hence === null ? null : { what: { is: 'beyond', weekday, count: count.what, of: TODAY }, end: hence.end };
}
