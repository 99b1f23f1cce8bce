import { word, type Found } from './words.ts';
import type { Bit } from './bits.ts';
import { clockAt } from './clocks.ts';
import { weekdayName } from './dates.ts';
import { countedAt, durationAt } from './durations.ts';
import { TODAY, type Clock, type Expression, type Point, type Recognised } from './expression.ts';
import { isCore, mayStart, phraseAt, type Lexicon } from './lexicon.ts';
import { spanAt, toldAt } from './offsets.ts';
import { pointAt } from './points.ts';
import { rangeAt, rangeFrom, sharedYears } from './ranges.ts';
import { eachYear, everyAt, setAt } from './sets.ts';
import { onDay } from './timex.ts';

/** All time expressions of a sentence, left to right, each as long as the words allow; none overlap. */
export function recognise(bits: readonly Bit[], lex: Lexicon): readonly Recognised[] {
  const found: Recognised[] = [];
  const last = bits.findLastIndex((bit) => isCore(bit, lex));
  for (let at = 0, core = -1; at <= last;) {
    while (core < at || !isCore(bits[core] as Bit, lex)) core = Math.max(core + 1, at);
    if (core - at > REACH || !leadsOn(bits, at, lex)) {
      at += 1;
      continue;
    }
    const name = phraseAt(lex.names, bits, at);
    const read = name === null ? readAt(bits, at, lex) : null;
    if (read !== null && read.what !== null) found.push({ ...read.what, end: read.end }, ...listed(read, bits, lex));
    at = Math.max(found.at(-1)?.end ?? at, read?.end ?? at, name?.end ?? at, at + 1);
  }
  return sharedYears(found, bits, lex);
}

/** In bits, from the first of an expression to its first word of the calendar: "no earlier than at least the end of the week". */
const REACH = 10;

/** May an expression begin here? Behind a word that only leads to a time one goes on at once. */
function leadsOn(bits: readonly Bit[], at: number, lex: Lexicon): boolean {
  const bit = bits[at];
  if (bit === undefined || !mayStart(bit, lex)) return false;
  if (isCore(bit, lex)) return true;
  const next = bits[phraseAt(lex.bounds, bits, at)?.end ?? at + 1];
  if (next === undefined) return false;
  return mayStart(next, lex) || isCore(next, lex) || lex.follows.has(next.lower) || !/^\p{L}/u.test(next.text);
}

/** "and Thursday" of "every Monday and Thursday". */
function listed(read: Read, bits: readonly Bit[], lex: Lexicon): readonly Recognised[] {
  const set = read.what?.expression;
  if (set?.is !== 'set' || !/^XXXX-WXX-\d$/.test(set.value)) return [];
  const start = word(bits, read.end, [...lex.calendar.connectors, ',']);
  const day = start === read.end ? null : weekdayName(bits, start, lex);
  if (day === null) return [];
  const expression: Expression = { is: 'set', value: `XXXX-WXX-${String(day.what + 1)}` };
  const own: Read = { what: { expression, start }, end: day.end };
  return [{ expression, start, end: day.end }, ...listed(own, bits, lex)];
}

type Read = Found<{ readonly expression: Expression; readonly start: number } | null>;

function readAt(bits: readonly Bit[], at: number, lex: Lexicon): Read | null {
  const again = setAt(bits, at, lex);
  if (again !== null) {
    const part = /T(?<part>[A-Z]{2})$/.exec(again.what)?.groups?.['part'] ?? null;
    const hour = clockAt(bits, word(bits, again.end, lex.calendar.at), lex, { led: true, part });
    const value = hour === null ? again.what : atHour(again.what, hour.what);
    return { what: { expression: { is: 'set', value }, start: at }, end: hour?.end ?? again.end };
  }
  if (lex.calendar.habits.includes(bits[at]?.lower ?? '')) {
    const habit = pointAt(bits, at + 1, lex);
    if (habit?.what != null && HABITUAL.has(habit.what.is)) return { what: null, end: habit.end };
  }
  const leads = lex.calendar.opens[bits[at]?.lower ?? ''];
  const point = pointAt(bits, at, lex);
  if (leads !== undefined && point?.what?.is === 'clock')
    return { what: { expression: point.what, start: at }, end: point.end };
  const opened = leads === undefined ? null : rangeAt(bits, at + 1, leads, lex);
  if (opened !== null) return { what: { expression: opened.what, start: at + 1 }, end: opened.end };
  const compared = comparedAt(bits, at, lex);
  if (compared !== null) return compared;
  const bounded = boundAt(bits, at, lex);
  if (bounded !== null) return bounded;
  const range = rangeFrom(point, bits, at, lex.calendar.links, lex);
  if (range !== null) return { what: { expression: range.what, start: at }, end: range.end };
  if (point === null) return lengthAt(bits, at, lex);
  if (point.what?.is === 'clock' && point.what.of === null && typeof point.what.clock !== 'string') {
    const set = setAt(bits, word(bits, point.end, lex.calendar.inside), lex);
    const value = set === null ? '' : atHour(set.what, point.what.clock);
    if (set !== null) return { what: { expression: { is: 'set', value }, start: at }, end: set.end };
  }
  if (point.what?.is === 'date' && point.what.year === null) {
    const yearly = everyAt(bits, point.end, lex);
    const date = yearly?.what === 'P1Y' ? eachYear(bits, word(bits, at, lex.calendar.articles), lex) : null;
    if (yearly !== null && date !== null)
      return { what: { expression: { is: 'set', value: date.what }, start: at }, end: yearly.end };
  }
  const openEnd = point.what === null ? null : phraseAt(lex.openEnds, bits, point.end);
  if (point.what !== null && openEnd !== null)
    return { what: { expression: { is: 'bound', bound: openEnd.value, of: point.what }, start: at }, end: openEnd.end };
  return point.what === null
    ? { what: null, end: point.end }
    : { what: { expression: point.what, start: at }, end: point.end };
}

/** "many Sundays" tells a habit, "many years ago" a time. */
const HABITUAL: ReadonlySet<Point['is']> = new Set(['date', 'weekday', 'feast', 'months', 'clock']);

/** "every Monday at 9 a.m.": XXXX-WXX-1T09:00; every day at that hour is the hour alone. */
const atHour = (set: string, clock: Clock): string =>
  onDay(/^(?:P1D|T)/.test(set) ? '' : set.replace(/T[A-Z]{2}$/, ''), clock);

function lengthAt(bits: readonly Bit[], at: number, lex: Lexicon): Read | null {
  const length = durationAt(bits, at, lex);
  return length === null
    ? null
    : { what: { expression: { is: 'duration', length: length.what }, start: at }, end: length.end };
}

/** "less than two weeks from today", "more than three days before Easter". */
function comparedAt(bits: readonly Bit[], at: number, lex: Lexicon): Read | null {
  const found = phraseAt(lex.compared, bits, at);
  const point = found === null ? null : pointAt(bits, found.end, lex);
  if (found === null || point?.what?.is !== 'offset' || point.what.of === null) return null;
  const { side, length, of } = point.what;
  const expression: Expression =
    found.value < 0
      ? { is: 'span', side, beside: false, length, of }
      : { is: 'bound', bound: side < 0 ? 'before' : 'after', of: point.what };
  return { what: { expression, start: at }, end: point.end };
}

/** "since 2017", "by the end of June", "within two weeks". */
function boundAt(bits: readonly Bit[], at: number, lex: Lexicon): Read | null {
  const found = phraseAt(lex.bounds, bits, at);
  if (found === null || toldAt(bits, at, lex) !== null) return null;
  const { value: bound, end: start } = found;
  const inside = bound === 'in' || bound === 'within';
  const count = inside ? countAt(bits, start, lex) : null;
  if (count !== null && count.what.is !== 'stretch')
    return { what: { expression: count.what, start: at }, end: count.end };
  const span = count === null ? null : spanAt(bits, start, lex, pointAt);
  if (span !== null && count !== null && span.end > count.end)
    return { what: { expression: span.what, start }, end: span.end };
  if (count !== null) {
    const day = bound === 'within' && count.what.is === 'stretch' ? withinOf(count.what, bits, count.end, lex) : null;
    if (day !== null) return { what: { expression: day.what, start: at }, end: day.end };
    const below = bits.slice(start, count.end).some(({ lower }) => lex.calendar.below.includes(lower));
    return {
      what: { expression: { is: 'bound', bound: below ? 'within' : bound, of: count.what }, start: at },
      end: count.end,
    };
  }
  const range = rangeAt(bits, start, lex.calendar.links, lex);
  if (range !== null) return { what: { expression: range.what, start }, end: range.end };
  const of = pointAt(bits, phraseAt(lex.hedges, bits, start)?.end ?? start, lex);
  if (of === null) return null;
  if (of.what === null) return { what: null, end: of.end };
  if (bound === 'within' && of.what.is === 'offset' && of.what.of !== null)
    return { what: { expression: { ...of.what, is: 'span', beside: false, of: of.what.of }, start: at }, end: of.end };
  const open = inside ? phraseAt(lex.openEnds, bits, of.end) : null;
  if (open !== null)
    return { what: { expression: { is: 'bound', bound: open.value, of: of.what }, start }, end: open.end };
  if (inside) return { what: { expression: of.what, start }, end: of.end };
  return { what: { expression: { is: 'bound', bound, of: of.what }, start: at }, end: of.end };
}

/** "two weeks", a length that only "in" or "within" before it makes a time. */
function countAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  let start = word(bits, at, lex.calendar.articles);
  while (lex.calendar.approximately.includes(bits[start]?.lower ?? '')) start += 1;
  const length = countedAt(bits, start, lex);
  if (length === null || beginsPoint(bits[length.end]?.lower ?? '', lex)) return null;
  if (phraseAt(lex.toCome, bits, length.end) !== null) return null;
  const owner = /^['’]s?$/.test(bits[length.end]?.lower ?? '') ? length.end + 1 : length.end;
  const end = word(bits, owner, lex.calendar.time);
  return end > owner
    ? { what: { is: 'offset', side: 1, length: length.what, of: TODAY }, end }
    : { what: { is: 'stretch', side: 1, length: length.what }, end: owner };
}

/** "within two weeks of 5 May": what begins with that day. */
function withinOf(
  { length }: Extract<Point, { is: 'stretch' }>,
  bits: readonly Bit[],
  at: number,
  lex: Lexicon,
): Found<Point> | null {
  const of = word(bits, at, lex.calendar.of);
  const point = of === at ? null : pointAt(bits, of, lex);
  return point?.what == null
    ? null
    : { what: { is: 'span', side: 1, beside: false, length, of: point.what }, end: point.end };
}

const beginsPoint = (lower: string, { calendar }: Lexicon): boolean =>
  calendar.ago.includes(lower) || calendar.sides[lower] !== undefined;
