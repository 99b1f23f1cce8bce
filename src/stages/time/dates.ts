import type { Bit } from './bits.ts';
import { dayOf, daysIn } from './days.ts';
import type { Point, YearRef } from './expression.ts';
import type { Lexicon } from './lexicon.ts';
import { dayInWords, dayNumber } from './numbers.ts';
import { yearAfter } from './year-after.ts';
import { yearNumber } from './years.ts';
import { link, word, type Found } from './words.ts';

type Dated = Extract<Point, { is: 'date' | 'ambiguous' }>;
/** Two days with one month: "March 3-5". */
export interface DatePair {
  readonly is: 'pair';
  readonly from: Dated;
  readonly to: Dated;
}

/**
 * Calendar dates with month names or in figures: "19 March 2024", "Tuesday, March 19", "the 5th of June", "2024-03-18",
 * "March 3-5" (a pair), "June last year". `what` is null for a date that no calendar has ("31 February").
 */
export function dateAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Dated | DatePair | null> | null {
  const weekday = weekdayName(bits, at, lex);
  const start = weekday === null ? at : skip(bits, weekday.end, ',');
  const found =
    figures(bits, start) ?? yearFirst(bits, start, lex) ?? dayFirst(bits, start, lex) ?? monthFirst(bits, start, lex);
  if (found === null) return null;
  const { what } = found;
  if (what?.is !== 'date') return found;
  if (weekday === null) return what.day === null ? found : withWeekday(what, bits, found.end, lex);
  return what.day === null ? null : { what: { ...what, weekday: weekday.what }, end: found.end };
}

/** "18 July (Friday)", "18 July, Friday,": the weekday behind its date. */
function withWeekday(
  what: Extract<Dated, { is: 'date' }>,
  bits: readonly Bit[],
  end: number,
  lex: Lexicon,
): Found<Dated> {
  const mark = bits[end]?.text ?? '';
  const weekday = mark === '(' || mark === ',' ? weekdayName(bits, end + 1, lex) : null;
  const close = weekday === null ? '' : (bits[weekday.end]?.text ?? ',');
  const belongs = mark === '(' ? close === ')' : /^[,.;]$/.test(close);
  return weekday === null || !belongs
    ? { what, end }
    : { what: { ...what, weekday: weekday.what }, end: mark === '(' ? weekday.end + 1 : weekday.end };
}

export function weekdayName(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const bit = bits[at];
  const weekday =
    bit === undefined || !capital(bit) ? undefined : (lex.weekdays.get(bit.lower) ?? shortWeekday(bits, at, lex));
  if (bit === undefined || weekday === undefined) return null;
  return { what: weekday, end: isShort(bit, lex.calendar.weekdays) ? skipGlued(bits, at + 1, '.') : at + 1 };
}

/** "Sat 14th", "Sun, Mar 3": short forms that are other words too, but before a date. */
function shortWeekday(bits: readonly Bit[], at: number, { calendar, months }: Lexicon): number | undefined {
  const weekday = calendar['short weekdays'][bits[at]?.lower ?? ''];
  if (weekday === undefined) return undefined;
  const next = bits[/^[.,]$/.test(bits[at + 1]?.text ?? '') ? at + 2 : at + 1];
  return next !== undefined && (months.has(next.lower) || /^\d{1,2}(?:st|nd|rd|th)?$/.test(next.text))
    ? weekday
    : undefined;
}

/** A month's name, its full stop included. */
export function monthName(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const bit = bits[at];
  const named = bit !== undefined && capital(bit) && !(bit.glued && /^[$#@&]$/.test(bits[at - 1]?.text ?? ''));
  const month = named ? lex.months.get(bit.lower) : undefined;
  if (bit === undefined || month === undefined || isHyphened(bits, at, lex)) return null;
  return { what: month, end: isShort(bit, lex.calendar.months) ? skipGlued(bits, at + 1, '.') : at + 1 };
}

/** "Mar-a-Lago", "Jean-May": a part of a name. "March-April" and "mid-March" are months all the same. */
function isHyphened(bits: readonly Bit[], at: number, { months, calendar }: Lexicon): boolean {
  const [first, before, bit, after, last] = [at - 2, at - 1, at, at + 1, at + 2].map((one) => bits[one]);
  const joins = (mark: Bit | undefined, next: Bit | undefined): boolean =>
    mark?.text === '-' && mark.glued && next?.glued === true;
  const isOther = (word: Bit | undefined): boolean =>
    word !== undefined && /^\p{L}/u.test(word.text) && !months.has(word.lower);
  if (joins(after, last) && isOther(last)) return true;
  return joins(before, bit) && isOther(first) && calendar.parts[first?.lower ?? ''] === undefined;
}

function figures(bits: readonly Bit[], at: number): Found<Dated | null> | null {
  const [first, mark, second, again, third] = bits.slice(at, at + 5);
  if (first === undefined || mark === undefined || second === undefined || again === undefined || third === undefined)
    return null;
  if (![mark, second, again, third].every((bit) => bit.glued) || mark.text !== again.text) return null;
  if (![first, second, third].every((bit) => /^\d+$/.test(bit.text)) || !/^[-/.]$/.test(mark.text)) return null;
  const [a, b, c] = [Number(first.text), Number(second.text), Number(third.text)];
  const end = at + 5;
  if (bits[end]?.glued === true && /^[-/]$/.test(bits[end]?.text ?? '')) return null;
  if (first.text.length === 4 && second.text.length <= 2) return { what: valid({ stated: a }, b, c), end };
  if (first.text.length > 2 || second.text.length > 2 || ![2, 4].includes(third.text.length)) return null;
  if (third.text.length === 2 && mark.text !== '/') return null;
  const year = third.text.length === 4 ? c : c < 70 ? 2000 + c : 1900 + c;
  if (a === b || mark.text === '.') return { what: valid({ stated: year }, b, a), end };
  if (a > 12) return { what: valid({ stated: year }, b, a), end };
  if (b > 12) return { what: valid({ stated: year }, a, b), end };
  return { what: { is: 'ambiguous', days: [dayOf(year, a, b), dayOf(year, b, a)] }, end };
}

/** "2024 March 19", "2024/Mar/19". */
function yearFirst(bits: readonly Bit[], at: number, lex: Lexicon): Found<Dated | null> | null {
  const year = /^\d{4}$/.test(bits[at]?.text ?? '') ? yearNumber(bits, at, lex) : null;
  const month = year === null ? null : monthName(bits, skipJoint(bits, year.end), lex);
  const day = month === null ? null : dayNumber(bits, skipJoint(bits, month.end), lex);
  return year === null || month === null || day === null || yearAfter(bits, day.end, lex).what !== null
    ? null
    : { what: valid({ stated: year.what }, month.what, day.what), end: day.end };
}

/** "19 March 2024", "19th of March", "3-5 March", "3 and 5 March", "19/Mar/2024", "nineteen March 2024". */
function dayFirst(bits: readonly Bit[], at: number, lex: Lexicon): Found<Dated | DatePair | null> | null {
  const start = word(bits, at, lex.calendar.articles);
  const named = dayNumber(bits, start, lex);
  const day = named ?? dayInWords(bits, start, lex);
  if (day === null) return null;
  const last = lastOf(bits, day, lex);
  const close = last ?? day;
  const joint = skipJoint(bits, close.end);
  const month = monthName(bits, word(bits, joint, lex.calendar.of), lex);
  if (month === null) return null;
  const year = yearAfter(bits, joint > close.end ? skipJoint(bits, month.end) : month.end, lex);
  // "seven May supporters" counts people.
  if (named === null && year.what === null) return null;
  const end = year.what === null ? month.end : year.end;
  const [from, to] = [day.what, close.what].map((it) => valid(year.what, month.what, it));
  if (from == null || to == null) return { what: null, end };
  return { what: last === null ? from : { is: 'pair', from, to }, end };
}

/** "March 19, 2024", "March 3-5", "March 2024", "March", "Mar-19", "March nineteen". */
function monthFirst(bits: readonly Bit[], at: number, lex: Lexicon): Found<Dated | DatePair | null> | null {
  const month = monthName(bits, at, lex);
  if (month === null) return null;
  const comma = bits[month.end]?.text === ',' && /^\d+[a-z]+$/.test(bits[month.end + 1]?.text ?? '');
  const joint = comma ? month.end + 1 : skipJoint(bits, month.end);
  const day = dayBehind(bits, word(bits, joint, lex.calendar.articles), lex);
  const countsMore =
    day !== null &&
    bits[day.end]?.glued === true &&
    /^[,.]$/.test(bits[day.end]?.text ?? '') &&
    bits[day.end + 1]?.glued === true &&
    !/^[12]\d{3}$/.test(bits[day.end + 1]?.text ?? '');
  if (day === null || countsMore || lex.units.has(bits[day.end]?.lower ?? '')) {
    const year = yearAfter(bits, joint, lex);
    const end = year.what === null ? month.end : year.end;
    return { what: { is: 'date', year: year.what, month: month.what, day: null, weekday: null }, end };
  }
  const last = lastOf(bits, day, lex);
  const otherMonth = last !== null && monthName(bits, word(bits, last.end, lex.calendar.of), lex) !== null;
  const close = last === null || otherMonth || lex.units.has(bits[last.end]?.lower ?? '') ? day : last;
  const year = yearAfter(bits, close.end, lex);
  const [from, to] = [day.what, close.what].map((it) => valid(year.what, month.what, it));
  if (from == null || to == null) return { what: null, end: year.end };
  return { what: close === day ? from : { is: 'pair', from, to }, end: year.end };
}

/** "to 7", "and 7", ", 6 and 7": the last day behind the first. */
function lastOf(bits: readonly Bit[], { what, end }: Found<number>, lex: Lexicon): Found<number> | null {
  const until = link(bits, end, daysTogether(lex));
  if (until !== null) return dayNumber(bits, word(bits, until, lex.calendar.articles), lex);
  const next = bits[end]?.text === ',' ? dayNumber(bits, word(bits, end + 1, lex.calendar.articles), lex) : null;
  return next === null || next.what <= what ? null : lastOf(bits, next, lex);
}

/** The day behind its month; in words only where a year or the end of the phrase follows, since "in May seven died" counts. */
function dayBehind(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const day = dayNumber(bits, at, lex);
  if (day !== null || yearNumber(bits, at, lex) !== null) return day;
  const told = dayInWords(bits, at, lex);
  if (told === null) return null;
  const closes = !/^[\p{L}\d-]/u.test(bits[told.end]?.text ?? '.');
  return closes || yearAfter(bits, told.end, lex).what !== null ? told : null;
}

function valid(year: YearRef, month: number, day: number): Dated | null {
  const inYear = year !== null && 'stated' in year ? year.stated : 2000;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(inYear, month)) return null;
  return { is: 'date', year, month, day, weekday: null };
}

const daysTogether = ({ calendar }: Lexicon): readonly string[] => [...calendar.links, ...calendar.connectors];

/** An abbreviation, which keeps its full stop. */
const isShort = (bit: Bit, names: readonly (readonly string[])[]): boolean =>
  !names.some(([full]) => full === bit.lower);

const capital = (bit: Bit): boolean => /^\p{Lu}/u.test(bit.text);
const skip = (bits: readonly Bit[], at: number, mark: string): number => (bits[at]?.text === mark ? at + 1 : at);
/** The bit after the mark of "19-Mar" and "Mar/19". */
const skipJoint = (bits: readonly Bit[], at: number): number =>
  /^[-/]$/.test(bits[at]?.text ?? '') && bits[at]?.glued === true && bits[at + 1]?.glued === true ? at + 1 : at;
const skipGlued = (bits: readonly Bit[], at: number, mark: string): number =>
  bits[at]?.text === mark && bits[at]?.glued === true ? at + 1 : at;
