import { word, type Found } from './words.ts';
import type { Bit } from './bits.ts';
import { clockAt } from './clocks.ts';
import { dateAt } from './dates.ts';
import { yearAfter } from './year-after.ts';
import { inner, isDay, ofDay, partOf } from './day-points.ts';
import type { Point } from './expression.ts';
import { mayStart, phraseAt, type Lexicon } from './lexicon.ts';
import { beyondAt } from './beyond.ts';
import { nthAt, nthBehind, ownedAt, unitOfAt } from './nth.ts';
import { afterNextAt, eveAt, offsetAt, spanAt, toldAt } from './offsets.ts';
import { partAt, partOfDayAt, sideAt } from './parts.ts';
import { fiscalAt, monthsAt, plainYear, weekendAt, yearsAt } from './periods.ts';
import { agoAt, awayAt, countedStretchAt, shiftedAt, stretchAt, toComeAt } from './relative.ts';
import { yearNumber } from './years.ts';
import { dayOfMonthAt, inPart, weekdayAt, weekOnAt } from './weekdays.ts';

/** One point or stretch of time, with the hours that stand beside its day; `what` null where the words are no time after all. */
export function pointAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point | null> | null {
  if (!mayStart(bits[at], lex)) return null;
  const clock = clockAt(bits, at, lex, { led: false, part: null });
  const hour = clock ?? (leadsHour(bits, at, lex) ? clockAt(bits, at, lex, { led: true, part: 'MO' }) : null);
  const behind =
    hour === null ? null : dayAt(bits, skip(bits, hour.end, [...lex.calendar.inside, ...lex.calendar.of]), lex);
  const part = behind === null ? null : partOf(behind.what);
  if (hour !== null && (clock !== null || part !== null)) {
    const told = part === null ? hour : (clockAt(bits, at, lex, { led: true, part }) ?? hour);
    const of = behind === null ? null : inner(behind.what);
    return { what: { is: 'clock', clock: told.what, of }, end: behind?.end ?? told.end };
  }
  const bare = bareAt(bits, at, lex);
  const ranked = bare?.what == null ? null : nthBehind({ what: bare.what, end: bare.end }, bits, lex);
  const point = ranked ?? bare;
  if (point?.what == null || !(isDay(point.what) || partOf(point.what) !== null)) return point;
  const led = bits[point.end]?.text === 'T' ? point.end + 1 : skip(bits, point.end, lex.calendar.at);
  const bound = phraseAt(lex.bounds, bits, led);
  const bounded = bound === null ? null : clockAt(bits, bound.end, lex, { led: true, part: partOf(point.what) });
  if (bounded !== null) return { what: { is: 'clock', clock: bounded.what, of: ofDay(point.what) }, end: bounded.end };
  const hours = clockAt(bits, led, lex, {
    led: true,
    part: lex.calendar.at.includes(bits[led - 1]?.lower ?? '') || isRange(bits, led, lex) ? partOf(point.what) : null,
  });
  if (hours === null) return point;
  const { what: of, end } = withYear(ofDay(point.what), bits, hours.end, lex);
  return { what: { is: 'clock', clock: hours.what, of }, end };
}

/** "Thu Mar 5 09:12:45 2020", as machines write it: the year behind the hour. */
function withYear(of: Point | null, bits: readonly Bit[], end: number, lex: Lexicon): Found<Point | null> {
  const year = of?.is === 'date' && of.year === null && of.month !== null ? yearNumber(bits, end, lex) : null;
  return of?.is !== 'date' || year === null
    ? { what: of, end }
    : { what: { ...of, year: { stated: year.what } }, end: year.end };
}

/** "7" or "seven" behind "at": an hour, if a part of the day follows. */
const leadsHour = (bits: readonly Bit[], at: number, { calendar }: Lexicon): boolean =>
  calendar.at.includes(bits[at - 1]?.lower ?? '') &&
  (/^\d{1,2}$/.test(bits[at]?.text ?? '') || calendar.numbers[bits[at]?.lower ?? ''] !== undefined);

const isRange = (bits: readonly Bit[], at: number, { calendar }: Lexicon): boolean =>
  calendar.opens[bits[at]?.lower ?? ''] !== undefined;

/** A point that is one day. */
function dayAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const point = bareAt(bits, at, lex);
  return point !== null && point.what !== null && isDay(point.what) ? { what: point.what, end: point.end } : null;
}

/** The bit after a comma or one of these words. */
const skip = (bits: readonly Bit[], at: number, words: readonly string[]): number =>
  word(bits, bits[at]?.text === ',' ? at + 1 : at, words);

function bareAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point | null> | null {
  if (!mayStart(bits[at], lex)) return null;
  const feast = feastAt(bits, at, lex);
  if (feast !== null) return isDay(feast.what) ? inPart(feast, bits, lex) : feast;
  const known = phraseAt(lex.known, bits, at);
  if (known !== null) return { what: { is: 'known', day: known.value }, end: known.end };
  const date = dateAt(bits, at, lex);
  if (date !== null && date.what?.is !== 'pair')
    return date.what === null ? { what: null, end: date.end } : inPart({ what: date.what, end: date.end }, bits, lex);
  const after = bits[at]?.lower ?? '';
  const inside = lex.calendar.articles.includes(after) ? at + 1 : at;
  return (
    partAt(bits, at, lex, pointAt) ??
    sideAt(bits, at, lex, pointAt) ??
    eveAt(bits, inside, lex, pointAt) ??
    beyondAt(bits, inside, lex, pointAt) ??
    nthAt(bits, inside, lex, pointAt) ??
    ownedAt(bits, inside, lex) ??
    dayOfMonthAt(bits, at, lex) ??
    weekdayAt(bits, at, lex) ??
    weekOnAt(bits, at, lex) ??
    awayAt(bits, at, lex) ??
    agoAt(bits, inside, lex) ??
    spanAt(bits, at, lex, pointAt) ??
    offsetAt(bits, at, lex, pointAt) ??
    toComeAt(bits, inside, lex) ??
    stretchAt(bits, inside, lex) ??
    countedStretchAt(bits, inside, lex) ??
    afterNextAt(bits, inside, lex) ??
    shiftedAt(bits, at, lex) ??
    toldAt(bits, inside, lex) ??
    monthsAt(bits, inside, lex) ??
    yearsAt(bits, inside, lex) ??
    fiscalAt(bits, inside, lex) ??
    unitOfAt(bits, inside, lex, pointAt) ??
    weekendAt(bits, inside, lex) ??
    partOfDayAt(bits, inside, lex, pointAt) ??
    plainYear(bits, at, lex)
  );
}

/** "Christmas", "Easter Monday 2019", "last Thanksgiving", "Easter weekend". */
function feastAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const shift = lex.calendar.shifts[bits[at]?.lower ?? ''];
  const start = shift === undefined ? at : at + 1;
  const feast = phraseAt(lex.feasts, bits, start);
  // "pentecost" may be other words' part, "new year's eve" is not.
  if (feast === null || (feast.end === start + 1 && !/^\p{Lu}/u.test(bits[start]?.text ?? ''))) return null;
  const unit = lex.units.get(bits[feast.end]?.lower ?? '');
  const holds = unit === 'week' || unit === 'weekend';
  const close = holds ? feast.end + 1 : feast.end;
  const inYear = yearNumber(bits, word(bits, close, lex.calendar.inside), lex);
  const year = inYear === null ? yearAfter(bits, close, lex) : { what: { stated: inYear.what }, end: inYear.end };
  const nearest = shift === undefined ? null : { nearest: shift };
  const day: Point = { is: 'feast', on: feast.value, year: year.what ?? nearest };
  return { what: holds ? { is: 'around', unit, of: day } : day, end: year.end };
}
