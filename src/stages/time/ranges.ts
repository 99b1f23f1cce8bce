import type { Bit } from './bits.ts';
import { countedAt } from './durations.ts';
import { dateAt } from './dates.ts';
import { TODAY, type Expression, type Point, type Recognised } from './expression.ts';
import { dayNumber } from './numbers.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';
import { pointAt } from './points.ts';
import { daysOfMonthAt } from './weekdays.ts';
import { link, word, type Found } from './words.ts';

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
  const days = daysOfMonthAt(bits, at, leads, lex) ?? (opened ? upToDate(bits, at, leads, lex) : null);
  if (days !== null) return { what: { ...days.what, is: 'range' }, end: days.end };
  const from = point ?? (opened ? nowAt(bits, at, lex) : null);
  if (from === null || from.what === null) return null;
  const inWeek = weekRange(bits, from, lex);
  if (inWeek !== null) return inWeek;
  const lasting = opened ? lastingFrom(bits, from.end, from.what, lex) : null;
  if (lasting !== null) return lasting;
  const short = shortYear(bits, from.end + 1, from.what);
  if (short !== null) return { what: { is: 'range', from: from.what, to: short.what }, end: short.end };
  const next = link(bits, from.end, leads);
  if (next === null) return null;
  const now = nowAt(bits, next, lex);
  if (now !== null && from.what.is !== 'clock' && from.what.is !== 'stretch')
    return { what: { is: 'range', from: from.what, to: now.what }, end: now.end };
  const to = pointAt(bits, next, lex);
  if (to === null || to.what === null) return null;
  if (isHour(from.what) && opened && to.what.is === 'clock' && to.what.of?.is === 'away')
    return { what: { is: 'range', from: { ...from.what, of: TODAY }, to: to.what }, end: to.end };
  if ([from.what, to.what].some((point) => point.is === 'stretch' || isHour(point))) return null;
  if (
    to.what.is !== from.what.is &&
    !opened &&
    !(from.what.is === 'unit' || from.what.is === 'away' || to.what.is === 'away')
  )
    return null;
  return { what: { is: 'range', from: sameYear(from.what, to.what), to: to.what }, end: to.end };
}

/** "from 4 to 22 January": the first day has its month from the last. */
function upToDate(
  bits: readonly Bit[],
  at: number,
  leads: readonly string[],
  lex: Lexicon,
): Found<{ readonly from: Point; readonly to: Point }> | null {
  const first = dayNumber(bits, word(bits, at, lex.calendar.articles), lex);
  const next = first === null ? null : link(bits, first.end, leads);
  const last = next === null ? null : dateAt(bits, next, lex);
  if (first === null || last?.what?.is !== 'date' || last.what.day === null || last.what.day <= first.what) return null;
  return { what: { from: { ...last.what, day: first.what, weekday: null }, to: last.what }, end: last.end };
}

/** An hour of no day. */
const isHour = (point: Point): point is Extract<Point, { is: 'clock' }> => point.is === 'clock' && point.of === null;

/** "next week from Tuesday to Thursday". */
function weekRange(bits: readonly Bit[], { what, end }: Found<Point | null>, lex: Lexicon): Found<Expression> | null {
  const leads = lex.calendar.opens[bits[end]?.lower ?? ''];
  if (leads === undefined || what?.is !== 'unit' || what.unit !== 'week') return null;
  const range = rangeAt(bits, end + 1, leads, lex);
  if (range?.what.is !== 'range' || range.what.from.is !== 'weekday' || range.what.to.is !== 'weekday') return null;
  const [from, to] = [range.what.from, range.what.to].map((day) => ({ ...day, week: what.shift }));
  return from === undefined || to === undefined ? null : { what: { is: 'range', from, to }, end: range.end };
}

/** "from 3 June for ten days". */
function lastingFrom(bits: readonly Bit[], at: number, of: Point, lex: Lexicon): Found<Expression> | null {
  const start = word(bits, at, lex.calendar.lasting);
  const length = start === at || of.is === 'clock' ? null : countedAt(bits, start, lex);
  return length === null
    ? null
    : { what: { is: 'span', side: 1, beside: false, length: length.what, of }, end: length.end };
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

/** "June to August 2024", "November to February 2024", "Monday to Friday of next week": what the end tells holds for both. */
function sameYear(from: Point, to: Point): Point {
  if (from.is === 'part' || from.is === 'side') return { ...from, of: sameYear(from.of, to) };
  if (to.is === 'part' || to.is === 'side') return sameYear(from, to.of);
  if (from.is === 'weekday' && to.is === 'weekday' && from.week === null && from.weekday < to.weekday)
    return { ...from, week: to.week };
  if (from.is !== 'date' || to.is !== 'date' || from.year !== null || to.year === null || to.month === null)
    return from;
  const before = (from.month ?? 0) > (to.month ?? 0) ? 1 : 0;
  if (!('stated' in to.year)) return before === 0 ? { ...from, year: to.year } : from;
  return { ...from, year: { stated: to.year.stated - before } };
}

/** "May, June and July 2019", "on 3 May and 5 June of that year": the year behind the last holds for all. */
export const sharedYears = (found: readonly Recognised[], bits: readonly Bit[], lex: Lexicon): readonly Recognised[] =>
  found.reduceRight<readonly Recognised[]>((later, one) => {
    const [next] = later;
    const between = next === undefined ? [] : bits.slice(one.end, next.start);
    const joins = [',', ...lex.calendar.connectors];
    const listed = between.length > 0 && between.length < 3 && between.every(({ lower }) => joins.includes(lower));
    if (next === undefined || !listed) return [one, ...later];
    if (one.expression.is === 'months' && next.expression.is === 'months' && one.expression.year === null)
      return [{ ...one, expression: { ...one.expression, year: next.expression.year } }, ...later];
    if (one.expression.is !== 'date' || next.expression.is !== 'date') return [one, ...later];
    if (next.expression.year === null || !('stated' in next.expression.year)) return [one, ...later];
    if (one.expression.weekday !== null) return [one, ...later];
    return [{ ...one, expression: sameYear(one.expression, next.expression) }, ...later];
  }, []);
