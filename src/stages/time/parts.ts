import { word, type Found } from './words.ts';
import type { Bit } from './bits.ts';
import { clockAt } from './clocks.ts';
import { weekdayName } from './dates.ts';
import { isDay } from './day-points.ts';
import type { Point } from './expression.ts';
import { BELOW_DAY } from './length-value.ts';
import type { Lexicon } from './lexicon.ts';
import { wholeAt } from './nth.ts';
import type { ReadPoint } from './offsets.ts';

/** "early June", "mid-2015", "the end of the year", "late Thursday". */
export function partAt(bits: readonly Bit[], at: number, lex: Lexicon, read: ReadPoint): Found<Point> | null {
  const start = word(bits, at, lex.calendar.articles);
  const yearEnd = unitEndAt(bits, start, lex);
  if (yearEnd !== null) return yearEnd;
  const third = lex.calendar.parts[bits[start]?.lower ?? ''];
  if (third === undefined) return null;
  const next = secondPart(bits, start + 1, lex);
  if (next !== null) {
    const last = partAt(bits, next, lex, read);
    return last?.what.is !== 'part' || last.what.until < third
      ? null
      : { what: { ...last.what, third }, end: last.end };
  }
  const isVerb = lex.calendar['part nouns'].includes(bits[start]?.lower ?? '');
  const hyphen = bits[start + 1]?.text === '-' ? start + 2 : start + 1;
  const dash = isVerb ? hyphen : stagesAt(bits, hyphen, lex);
  const of = word(bits, dash, lex.calendar.of);
  const whole = of > dash ? wholeAt(bits, of, lex) : null;
  if (whole !== null) return { what: { is: 'part', third, until: third, of: whole.what }, end: whole.end };
  const on = of === dash && !isVerb ? word(bits, of, lex.calendar.inside) : of;
  const inside = (on > of ? wholeAt(bits, on, lex) : null) ?? read(bits, on, lex);
  if (
    inside?.what == null ||
    (on > of && inside.what.is !== 'unit' && inside.what.is !== 'date' && !isDay(inside.what)) ||
    (isVerb && of === dash && inside.what.is !== 'date')
  )
    return null;
  return { what: { is: 'part', third, until: third, of: inside.what }, end: inside.end };
}

/** The bit of "mid" in "early to mid June", "early-to-mid-June". */
function secondPart(bits: readonly Bit[], at: number, { calendar }: Lexicon): number | null {
  const skipDash = (place: number): number => (bits[place]?.text === '-' ? place + 1 : place);
  const to = skipDash(at);
  const last = skipDash(word(bits, to, calendar.alternatives));
  return last > to && calendar.parts[bits[last]?.lower ?? ''] !== undefined ? last : null;
}

/** "year-end", "the month's end", "mid-year": of the one that is. */
function unitEndAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { calendar, units, singular } = lex;
  const joined = bits[at + 1]?.text === '-' ? (bits[at + 2]?.lower ?? '') : '';
  const middle = singular.has(joined) ? units.get(joined) : undefined;
  const first = calendar.parts[bits[at]?.lower ?? ''];
  if (first !== undefined && middle !== undefined && middle !== 'day' && !BELOW_DAY.has(middle))
    return {
      what: { is: 'part', third: first, until: first, of: { is: 'unit', unit: middle, shift: 0 } },
      end: at + 3,
    };
  const { lower = '' } = bits[at] ?? {};
  const unit = singular.has(lower) ? units.get(lower) : undefined;
  if (unit === undefined || unit === 'day' || BELOW_DAY.has(unit) || !/^(?:-|['’]s)$/.test(bits[at + 1]?.text ?? ''))
    return null;
  const end = bits[at + 2]?.lower ?? '';
  const third = calendar['part nouns'].includes(end) ? calendar.parts[end] : undefined;
  return third === undefined
    ? null
    : { what: { is: 'part', third, until: third, of: { is: 'unit', unit, shift: 0 } }, end: at + 3 };
}

/** The bit after "part" or "days" of "the early days of June", if more follows. */
function stagesAt(bits: readonly Bit[], at: number, { calendar, units, singular }: Lexicon): number {
  const { lower = '' } = bits[at] ?? {};
  const stages = calendar.stages.includes(lower) || (units.has(lower) && !singular.has(lower));
  return stages && calendar.of.includes(bits[at + 1]?.lower ?? '') ? at + 1 : at;
}

/** "earlier this week", "later on Monday", "earlier today". */
export function sideAt(bits: readonly Bit[], at: number, lex: Lexicon, read: ReadPoint): Found<Point> | null {
  const { lower = '' } = bits[at] ?? {};
  const isRest = lex.calendar.rests.includes(lower);
  const side = isRest ? 1 : lex.calendar.comparatives[lower];
  if (side === undefined) return null;
  const of = word(bits, at + 1, isRest ? lex.calendar.of : lex.calendar.inside);
  if (isRest && of === at + 1) return null;
  const inside = (of > at + 1 ? (wholeAt(bits, of, lex) ?? theDay(bits, of, lex)) : null) ?? read(bits, of, lex);
  return inside?.what == null ? null : { what: { is: 'side', side, of: inside.what }, end: inside.end };
}

/** "the day" of "earlier in the day": the one told before. */
const theDay = (bits: readonly Bit[], at: number, { calendar, units }: Lexicon): Found<Point> | null =>
  calendar.articles.includes(bits[at]?.lower ?? '') && units.get(bits[at + 1]?.lower ?? '') === 'day'
    ? { what: { is: 'told', what: 'day', shift: 0 }, end: at + 2 }
    : null;

/** "in the morning", "the evening of 5 May", "overnight". */
export function partOfDayAt(bits: readonly Bit[], at: number, lex: Lexicon, read: ReadPoint): Found<Point> | null {
  const part = lex.calendar['day parts'][bits[at]?.lower ?? ''];
  if (part === undefined) return null;
  const hour = clockAt(bits, word(bits, at + 1, lex.calendar.at), lex, { led: true, part });
  if (hour !== null) return { what: { is: 'clock', clock: hour.what, of: null }, end: hour.end };
  const of = word(bits, at + 1, [...lex.calendar.of, ...lex.calendar.inside]);
  const day = of > at + 1 || weekdayName(bits, of, lex) !== null ? read(bits, of, lex) : null;
  if (day?.what != null && isDay(day.what)) return { what: { is: 'clock', clock: part, of: day.what }, end: day.end };
  return isPlaced(bits, at, lex) ? { what: { is: 'clock', clock: part, of: null }, end: at + 1 } : null;
}

/** Behind "in the", "during the early", or a part of its own ("mid-morning"). */
function isPlaced(bits: readonly Bit[], at: number, { calendar }: Lexicon): boolean {
  const dash = bits[at - 1]?.text === '-' ? at - 1 : at;
  const isThird = calendar.parts[bits[dash - 1]?.lower ?? ''] !== undefined;
  const article = isThird ? dash - 1 : dash;
  const before = bits[article - 1]?.lower ?? '';
  const alone = calendar.at.includes(before) || calendar.bounds[before] !== undefined;
  if (!calendar.articles.includes(before)) return isThird || (alone && !calendar.inside.includes(before));
  return [...calendar.inside, ...calendar.during].includes(bits[article - 2]?.lower ?? '');
}
