import { link, word, type Found } from './words.ts';
import { cardinal, dayNumber } from './numbers.ts';
import type { Bit } from './bits.ts';
import { weekdayName } from './dates.ts';
import type { Point } from './expression.ts';
import { countedAt } from './durations.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';

/** "Monday", "last Friday night", "Friday last week", "Tuesday of next week", "next week on Tuesday", "Friday the 22nd". */
export function weekdayAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point | null> | null {
  const inWeek = weekThenDay(bits, at, lex);
  if (inWeek !== null) return inPart(inWeek, bits, lex);
  const shifted = shiftAt(bits, at, lex);
  const day = weekdayName(bits, shifted?.end ?? at, lex);
  if (day === null) return null;
  const part = partEnd(bits, day.end, lex);
  const start = word(bits, bits[part]?.text === ',' ? part + 1 : part, lex.calendar.of);
  const week = weekShift(bits, start, lex);
  if (week !== undefined && lex.units.get(bits[start + 1]?.lower ?? '') === 'week')
    return { what: { is: 'weekday', weekday: day.what, week }, end: start + 2 };
  const dated = shifted === null ? ordinalDay(bits, bits[day.end]?.text === ',' ? day.end + 1 : day.end, lex) : null;
  if (dated !== null) return inPart({ what: { ...dated.what, weekday: day.what }, end: dated.end }, bits, lex);
  const more = weeksAt(bits, day.end, lex);
  if (shifted === null && more !== null && !isCounted(bits, more.end, lex))
    return { what: { is: 'later', days: more.what, of: bareDay(day.what) }, end: more.end };
  const weeks = shifted === null ? weeksAway(bits, bits[day.end]?.text === ',' ? day.end + 1 : day.end, lex) : null;
  if (weeks !== null) return { what: { is: 'weekday', weekday: day.what, week: weeks.what }, end: weeks.end };
  return inPart({ what: { is: 'weekday', weekday: day.what, week: shifted?.what ?? null }, end: day.end }, bits, lex);
}

/** "last", "next", "this past", "this coming"; the nearest such day has no week of its own. */
function shiftAt(bits: readonly Bit[], at: number, { calendar }: Lexicon): Found<number | 'past' | 'coming'> | null {
  const { lower = '' } = bits[at] ?? {};
  const shift = calendar.shifts[lower];
  const nearest = calendar.nearest[bits[shift === 0 ? at + 1 : at]?.lower ?? ''];
  if (nearest !== undefined) return { what: nearest < 0 ? 'past' : 'coming', end: shift === 0 ? at + 2 : at + 1 };
  return shift === undefined ? null : { what: shift, end: at + 1 };
}

/** "last", "previous", "next", "coming" before "week". */
const weekShift = (bits: readonly Bit[], at: number, { calendar }: Lexicon): number | undefined =>
  calendar.shifts[bits[at]?.lower ?? ''] ?? calendar.nearest[bits[at]?.lower ?? ''];

/** "two weeks ago", "three weeks from now": the week of a weekday before it. */
function weeksAway(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const length = countedAt(bits, at, lex);
  const [one, more] = length?.what ?? [];
  if (length === null || more !== undefined || one?.unit !== 'week' || one.count === null) return null;
  if (lex.calendar.ago.includes(bits[length.end]?.lower ?? '')) return { what: -one.count, end: length.end + 1 };
  const hence = phraseAt(lex.hence, bits, length.end);
  return hence === null ? null : { what: one.count, end: hence.end };
}

/** "next week on Tuesday", "last week Friday". */
function weekThenDay(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const week = weekShift(bits, at, lex);
  if (week === undefined || lex.units.get(bits[at + 1]?.lower ?? '') !== 'week') return null;
  const day = weekdayName(bits, word(bits, at + 2, lex.calendar.inside), lex);
  return day === null ? null : { what: { is: 'weekday', weekday: day.what, week }, end: day.end };
}

/** "the 22nd": the day of a month that is not named. */
function ordinalDay(bits: readonly Bit[], at: number, lex: Lexicon): Found<Extract<Point, { is: 'date' }>> | null {
  const start = word(bits, at, lex.calendar.articles);
  const day = dayNumber(bits, start, lex);
  if (day === null || /^\d+$/.test(bits[start]?.text ?? '')) return null;
  // "Tuesday the first rebels fell" ranks rebels.
  const inWords = !/^\d/.test(bits[start]?.text ?? '');
  if (inWords && (start === at || /^[\p{L}\d-]/u.test(bits[day.end]?.text ?? '.'))) return null;
  return { what: { is: 'date', year: null, month: null, day: day.what, weekday: null }, end: day.end };
}

/** "on the 22nd", "the 5th of next month"; "the 22nd summit" counts summits. */
export function dayOfMonthAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { calendar } = lex;
  const start = word(bits, at, calendar.articles);
  const number = dayNumber(bits, start, lex);
  const of = number === null ? start : word(bits, number.end, calendar.of);
  const month = number === null || (of === number.end && start === at) ? null : monthAt(bits, of, lex);
  if (number !== null && month !== null) return { what: dayIn(month.what, number.what), end: month.end };
  const day = start === at ? null : ordinalDay(bits, at, lex);
  if (day === null) return null;
  const next = bits[day.end];
  const ends =
    next === undefined ||
    !/^[\p{L}\d-]/u.test(next.text) ||
    [calendar.links, calendar.at, calendar.connectors, calendar.alternatives].some((words) =>
      words.includes(next.lower),
    );
  return ends && calendar['before days'].includes(bits[at - 1]?.lower ?? '') ? inPart(day, bits, lex) : null;
}

/** "4 to 22 this month", "the 5th and 6th of next month". */
export function daysOfMonthAt(
  bits: readonly Bit[],
  at: number,
  leads: readonly string[],
  lex: Lexicon,
): Found<{ readonly from: Point; readonly to: Point }> | null {
  const { calendar } = lex;
  const first = dayNumber(bits, word(bits, at, calendar.articles), lex);
  const next = first === null ? null : (link(bits, first.end, leads) ?? link(bits, first.end, calendar.connectors));
  const last = next === null ? null : dayNumber(bits, word(bits, next, calendar.articles), lex);
  if (first === null || last === null) return null;
  const month = monthAt(bits, word(bits, last.end, calendar.of), lex);
  const ranks = [first, last].every(({ end }) => /^\d+\p{L}/u.test(bits[end - 1]?.text ?? ''));
  if (month === null && ranks && leads !== calendar.links && !/^[\p{L}\d-]/u.test(bits[last.end]?.text ?? '.')) {
    const [from, to] = [first, last].map(
      ({ what }) => ({ is: 'date', year: null, month: null, day: what, weekday: null }) as const,
    );
    return from === undefined || to === undefined ? null : { what: { from, to }, end: last.end };
  }
  return month === null || last.what <= first.what
    ? null
    : { what: { from: dayIn(month.what, first.what), to: dayIn(month.what, last.what) }, end: month.end };
}

const dayIn = (of: Point, nth: number): Point => ({ is: 'nth', nth, count: 1, what: 'day', of });

/** "this month", "the following month", "the month": one that no name tells. */
function monthAt(bits: readonly Bit[], at: number, { calendar, units, singular }: Lexicon): Found<Point> | null {
  const start = word(bits, at, calendar.articles);
  const isMonth = (place: number): boolean => {
    const { lower = '' } = bits[place] ?? {};
    return units.get(lower) === 'month' && singular.has(lower);
  };
  if (start > at && isMonth(start)) return { what: { is: 'unit', unit: 'month', shift: 0 }, end: start + 1 };
  if (!isMonth(start + 1)) return null;
  const { lower = '' } = bits[start] ?? {};
  const [shift, told] = [calendar.shifts[lower], calendar.told[lower]];
  if (shift !== undefined) return { what: { is: 'unit', unit: 'month', shift }, end: start + 2 };
  return told === undefined ? null : { what: { is: 'told', what: 'month', shift: told }, end: start + 2 };
}

const bareDay = (weekday: number): Point => ({ is: 'weekday', weekday, week: null });

/** The days of "week" or "fortnight"; "week-long" is none. */
function weeksAt(bits: readonly Bit[], at: number, { calendar }: Lexicon): Found<number> | null {
  const { lower = '' } = bits[at] ?? {};
  if (bits[at + 1]?.text === '-' && bits[at + 1]?.glued === true) return null;
  const days = lower === calendar.units.week[0] ? 7 : lower === calendar.units.fortnight[0] ? 14 : null;
  return days === null ? null : { what: days, end: at + 1 };
}

/** "Friday, week two", "on Friday week 3 begins". */
const isCounted = (bits: readonly Bit[], at: number, lex: Lexicon): boolean => cardinal(bits, at, lex) !== null;

/** "a week on Monday", "a fortnight on Friday", "a week tomorrow". */
export function weekOnAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const weeks = cardinal(bits, at, lex)?.what === 1 ? weeksAt(bits, at + 1, lex) : null;
  if (weeks === null) return null;
  const shift = lex.calendar.days[bits[weeks.end]?.lower ?? ''];
  if (shift !== undefined && shift >= 0)
    return { what: { is: 'away', unit: 'day', count: weeks.what + shift }, end: weeks.end + 1 };
  if (!lex.calendar.inside.includes(bits[weeks.end]?.lower ?? '')) return null;
  const day = weekdayName(bits, weeks.end + 1, lex);
  return day === null ? null : { what: { is: 'later', days: weeks.what, of: bareDay(day.what) }, end: day.end };
}

/** A day with the part of it that follows: "Monday night", "5 May, in the evening". */
export function inPart(day: Found<Point>, bits: readonly Bit[], lex: Lexicon): Found<Point> {
  const part = lex.calendar['day parts'][bits[partEnd(bits, day.end, lex) - 1]?.lower ?? ''];
  const end = partEnd(bits, day.end, lex);
  return part === undefined || end === day.end ? day : { what: { is: 'clock', clock: part, of: day.what }, end };
}

/** The bit after "morning" or "in the morning". */
function partEnd(bits: readonly Bit[], at: number, { calendar }: Lexicon): number {
  const isPart = (place: number): boolean => calendar['day parts'][bits[place]?.lower ?? ''] !== undefined;
  if (isPart(at)) return at + 1;
  if (calendar.parts[bits[at]?.lower ?? ''] !== undefined && isPart(at + 1)) return at + 2;
  const atPart = word(bits, at, calendar.at);
  if (atPart > at && isPart(atPart)) return atPart + 1;
  const inside = word(bits, bits[at]?.text === ',' ? at + 1 : at, calendar.inside);
  const article = word(bits, inside, calendar.articles);
  return article > inside && inside > at && isPart(article) ? article + 1 : at;
}
