import { word, type Found } from './words.ts';
import { dayNumber, yearNumber } from './numbers.ts';
import type { Bit } from './bits.ts';
import { monthName, yearAfter } from './dates.ts';
import type { Point } from './expression.ts';
import type { Lexicon } from './lexicon.ts';

/** "the third quarter of 2024", "Q3 2024", "spring 2015", "the first half of this year". */
export function monthsAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { lower = '' } = bits[at] ?? {};
  const season = Object.hasOwn(lex.calendar.seasons, lower) ? lex.calendar.seasons[lower] : undefined;
  if (season !== undefined) {
    const year = yearAfter(bits, at + 1, lex);
    const { lower: before = '' } = bits[bits[at - 1]?.text === '-' ? at - 2 : at - 1] ?? {};
    const led = lex.calendar.articles.includes(before) || lex.calendar.parts[before] !== undefined;
    return year.what === null && !led
      ? null
      : { what: { is: 'months', first: season, count: 3, year: year.what }, end: year.end };
  }
  const quarter = quarterAt(bits, at, lex);
  if (quarter === null) return null;
  const { end } = quarter;
  const year = yearAfter(bits, end, lex);
  if (year.what === null && (quarter.what.count === 6 || lex.calendar.of.includes(bits[end]?.lower ?? ''))) return null;
  return { what: { is: 'months', ...quarter.what, year: year.what }, end: year.end };
}

/** "third quarter", "second half", "Q3", "H1". */
function quarterAt(
  bits: readonly Bit[],
  at: number,
  lex: Lexicon,
): Found<{ readonly first: number; readonly count: number }> | null {
  const short = shortMonths(bits, at);
  const ordinal = short === null ? dayNumber(bits, at, lex) : null;
  const dash = ordinal !== null && bits[ordinal.end]?.text === '-' ? ordinal.end + 1 : (ordinal?.end ?? at);
  const noun = bits[dash]?.lower ?? '';
  const count =
    short?.what.length ?? (lex.calendar.quarters.includes(noun) ? 3 : lex.calendar.half.includes(noun) ? 6 : null);
  const which = short?.what.which ?? ordinal?.what ?? null;
  if (which === null || count === null || which > 12 / count) return null;
  return { what: { first: (which - 1) * count + 1, count }, end: short?.end ?? dash + 1 };
}

/** "Q3", "H1". */
function shortMonths(
  bits: readonly Bit[],
  at: number,
): Found<{ readonly length: number; readonly which: number }> | null {
  const [letter, figure] = [bits[at], bits[at + 1]];
  if (!/^[QHq]$/.test(letter?.text ?? '') || figure?.glued !== true || !/^[1-4]$/.test(figure.text)) return null;
  if (bits[at + 2]?.glued === true && /^\p{L}/u.test(bits[at + 2]?.text ?? '')) return null;
  return { what: { length: letter?.text === 'H' ? 6 : 3, which: Number(figure.text) }, end: at + 2 };
}

/** "2040s", "nineties", "19th century". */
export function yearsAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { text = '', lower = '' } = bits[at] ?? {};
  if (/^[12]\d\d0s$/.test(text)) return { what: decade(Number(text.slice(0, 4))), end: at + 1 };
  const before = bits[at - 1]?.text === '-' ? at - 2 : at - 1;
  const { lower: lead = '' } = bits[before] ?? {};
  const article = lex.calendar.articles.includes(lead) || lex.calendar.parts[lead] !== undefined;
  const owned = /^(?:[12]\d)?[1-9]0$/.test(text) && /^['’]s$/.test(bits[at + 1]?.text ?? '');
  if (owned && text.length === 4) return { what: decade(Number(text)), end: at + 2 };
  if (owned && article) return { what: decade(1900 + Number(text)), end: at + 2 };
  const mark = /^['’‘]$/.test(text) ? at + 1 : at;
  const short = /^['’]?(?<tens>[1-9]0)s$/.exec(bits[mark]?.text ?? '')?.groups?.['tens'];
  const tens = short !== undefined ? Number(short) : lex.calendar.decades[lower];
  if (tens !== undefined && article) return { what: decade(1900 + tens), end: mark + 1 };
  const ordinal = dayNumber(bits, at, lex);
  if (ordinal === null || lex.units.get(bits[ordinal.end]?.lower ?? '') !== 'century') return null;
  return { what: { is: 'years', from: (ordinal.what - 1) * 100 + 1, to: ordinal.what * 100 }, end: ordinal.end + 1 };
}

const decade = (from: number): Point => ({ is: 'years', from, to: from + 9 });

/** "fiscal 2024", "the 2024 fiscal year", "last fiscal year". */
export function fiscalAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const fiscal = (place: number): boolean => lex.calendar.fiscal.includes(bits[place]?.lower ?? '');
  const yearWord = (place: number): number => (lex.units.get(bits[place]?.lower ?? '') === 'year' ? place + 1 : place);
  if (fiscal(at)) {
    const year = yearNumber(bits, yearWord(at + 1));
    return year === null ? null : { what: { is: 'fiscal', year: { stated: year.what } }, end: year.end };
  }
  if (!fiscal(at + 1)) return null;
  const year = yearNumber(bits, at);
  if (year !== null) return { what: { is: 'fiscal', year: { stated: year.what } }, end: yearWord(at + 2) };
  const shift = lex.calendar.shifts[bits[at]?.lower ?? ''];
  return shift === undefined || yearWord(at + 2) === at + 2
    ? null
    : { what: { is: 'fiscal', year: { shift } }, end: at + 3 };
}

export function weekendAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const article = lex.calendar.articles.includes(bits[at - 1]?.lower ?? '');
  return article && lex.units.get(bits[at]?.lower ?? '') === 'weekend' && bits[at + 1]?.lower !== 'of'
    ? { what: { is: 'weekend' }, end: at + 1 }
    : null;
}

/** "1998", "2017 Q1"; not the end of a number ("32-2015"). */
export function plainYear(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const year = yearNumber(bits, at);
  if (year === null) return null;
  const joined =
    bits[at]?.glued === true && /^[-/]$/.test(bits[at - 1]?.text ?? '') && /^\d{1,3}$/.test(bits[at - 2]?.text ?? '');
  if (joined && bits[at - 1]?.glued === true) return null;
  const quarter = quarterAt(
    bits,
    word(bits, bits[year.end]?.text === '-' ? year.end + 1 : year.end, lex.calendar.articles),
    lex,
  );
  if (quarter !== null)
    return { what: { is: 'months', ...quarter.what, year: { stated: year.what } }, end: quarter.end };
  const month = monthName(bits, year.end, lex);
  if (month !== null && dayNumber(bits, month.end, lex) === null)
    return {
      what: { is: 'date', year: { stated: year.what }, month: month.what, day: null, weekday: null },
      end: month.end,
    };
  return { what: { is: 'date', year: { stated: year.what }, month: null, day: null, weekday: null }, end: year.end };
}
