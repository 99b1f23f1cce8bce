import type { Bit } from './bits.ts';
import { dayOf, daysIn } from './days.ts';
import type { Point, YearRef } from './expression.ts';
import type { Lexicon } from './lexicon.ts';
import { dayNumber, yearNumber } from './numbers.ts';
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
  const found = figures(bits, start) ?? dayFirst(bits, start, lex) ?? monthFirst(bits, start, lex);
  if (found === null) return null;
  const { what } = found;
  if (weekday === null || what?.is !== 'date') return found;
  return what.day === null ? null : { what: { ...what, weekday: weekday.what }, end: found.end };
}

export function weekdayName(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const bit = bits[at];
  const weekday = bit === undefined || !capital(bit) ? undefined : lex.weekdays.get(bit.lower);
  if (bit === undefined || weekday === undefined) return null;
  return { what: weekday, end: isShort(bit, lex.calendar.weekdays) ? skipGlued(bits, at + 1, '.') : at + 1 };
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

/** "19 March 2024", "19th of March", "3-5 March", "3 and 5 March". */
function dayFirst(bits: readonly Bit[], at: number, lex: Lexicon): Found<Dated | DatePair | null> | null {
  const start = lex.calendar.articles.includes(bits[at]?.lower ?? '') ? at + 1 : at;
  const day = dayNumber(bits, start, lex);
  if (day === null) return null;
  const until = link(bits, day.end, daysTogether(lex));
  const last = until === null ? null : dayNumber(bits, word(bits, until, lex.calendar.articles), lex);
  const close = last ?? day;
  const dash = skipGlued(bits, close.end, '-');
  const month = monthName(bits, word(bits, dash, lex.calendar.of), lex);
  if (month === null) return null;
  const year = yearAfter(bits, dash > close.end ? skipGlued(bits, month.end, '-') : month.end, lex);
  const [from, to] = [day.what, close.what].map((it) => valid(year.what, month.what, it));
  if (from == null || to == null) return { what: null, end: year.end };
  return { what: last === null ? from : { is: 'pair', from, to }, end: year.end };
}

/** "March 19, 2024", "March 3-5", "March 2024", "March". */
function monthFirst(bits: readonly Bit[], at: number, lex: Lexicon): Found<Dated | DatePair | null> | null {
  const month = monthName(bits, at, lex);
  if (month === null) return null;
  const comma = bits[month.end]?.text === ',' && /^\d+[a-z]+$/.test(bits[month.end + 1]?.text ?? '');
  const article = comma ? month.end + 1 : word(bits, month.end, lex.calendar.articles);
  const day = dayNumber(bits, article, lex);
  const countsMore =
    day !== null &&
    bits[day.end]?.glued === true &&
    /^[,.]$/.test(bits[day.end]?.text ?? '') &&
    bits[day.end + 1]?.glued === true;
  if (day === null || countsMore || lex.units.has(bits[day.end]?.lower ?? '')) {
    const year = yearAfter(bits, month.end, lex);
    return { what: { is: 'date', year: year.what, month: month.what, day: null, weekday: null }, end: year.end };
  }
  const until = link(bits, day.end, daysTogether(lex));
  const last = until === null ? null : dayNumber(bits, word(bits, until, lex.calendar.articles), lex);
  const otherMonth = last !== null && monthName(bits, word(bits, last.end, lex.calendar.of), lex) !== null;
  const close = last === null || otherMonth || lex.units.has(bits[last.end]?.lower ?? '') ? day : last;
  const year = yearAfter(bits, close.end, lex);
  const [from, to] = [day.what, close.what].map((it) => valid(year.what, month.what, it));
  if (from == null || to == null) return { what: null, end: year.end };
  return { what: close === day ? from : { is: 'pair', from, to }, end: year.end };
}

/** A year after a month or season: ", 2024", "of 2024", "last year", "of this year". */
export function yearAfter(bits: readonly Bit[], at: number, lex: Lexicon): Found<YearRef> {
  for (const start of new Set([at, skip(bits, at, ','), word(bits, at, lex.calendar.of)])) {
    const year = yearNumber(bits, start);
    if (year !== null && !(start > at && bits[start - 1]?.text === ',' && countsNext(bits, year.end)))
      return { what: { stated: year.what }, end: year.end };
    const { lower = '' } = bits[start] ?? {};
    const shift = lex.calendar.articles.includes(lower) && start > at ? 0 : lex.calendar.shifts[lower];
    if (shift !== undefined && lex.units.get(bits[start + 1]?.lower ?? '') === 'year')
      return { what: { shift }, end: start + 2 };
  }
  return { what: null, end: at };
}

/** "March 19, 1500 people": the figures count what follows. */
const countsNext = (bits: readonly Bit[], at: number): boolean => /^\p{Ll}+(?:s|ople)$/u.test(bits[at]?.text ?? '');

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
const skipGlued = (bits: readonly Bit[], at: number, mark: string): number =>
  bits[at]?.text === mark && bits[at]?.glued === true ? at + 1 : at;
