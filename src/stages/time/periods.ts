import { link, word, type Found } from './words.ts';
import { dayNumber, tensAt } from './numbers.ts';
import { yearNumber } from './years.ts';
import type { Bit } from './bits.ts';
import { monthName } from './dates.ts';
import { yearAfter } from './year-after.ts';
import type { Point, YearRef } from './expression.ts';
import type { Lexicon } from './lexicon.ts';

/** "the third quarter of 2024", "Q3 2024", "spring 2015", "the first half of this year". */
export function monthsAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { lower = '' } = bits[at] ?? {};
  const season = Object.hasOwn(lex.calendar.seasons, lower) ? lex.calendar.seasons[lower] : undefined;
  if (season !== undefined) {
    const year = winterYear(bits, yearAfter(bits, at + 1, lex));
    const { lower: before = '' } = bits[bits[at - 1]?.text === '-' ? at - 2 : at - 1] ?? {};
    const led =
      [lex.calendar.articles, lex.calendar.inside, lex.calendar.during].some((words) => words.includes(before)) ||
      lex.calendar.parts[before] !== undefined ||
      lex.calendar.bounds[before] !== undefined;
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

/** "the winter of 2019-20", "2019/2020": it begins in the first. */
function winterYear(bits: readonly Bit[], year: Found<YearRef>): Found<YearRef> {
  const [mark, next] = [bits[year.end], bits[year.end + 1]];
  const joined = mark?.glued === true && /^[-–/]$/.test(mark.text) && next?.glued === true;
  return year.what !== null && joined && /^(?:\d{2}|\d{4})$/.test(next.text)
    ? { what: year.what, end: year.end + 2 }
    : year;
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
  if (/^[12]\d\d0s$/.test(text)) return { what: yearsOf(Number(text.slice(0, 4))), end: at + 1 };
  const told = decadeInWords(bits, at, lex);
  if (told !== null) return told;
  const before = bits[at - 1]?.text === '-' ? at - 2 : at - 1;
  const { lower: lead = '' } = bits[before] ?? {};
  const article =
    lex.calendar.articles.includes(lead) ||
    lex.calendar.parts[lead] !== undefined ||
    (lex.calendar.connectors.includes(lead) && lex.calendar.decades[bits[before - 1]?.lower ?? ''] !== undefined);
  const owned = /^(?:[12]\d)?[1-9]0$/.test(text) && /^['’]s$/.test(bits[at + 1]?.text ?? '');
  if (owned && text.length === 4) return { what: decade(Number(text)), end: at + 2 };
  if (owned && article) return { what: decade(1900 + Number(text)), end: at + 2 };
  const mark = /^['’‘]$/.test(text) ? at + 1 : at;
  const short = /^['’]?(?<tens>[1-9]0)s$/.exec(bits[mark]?.text ?? '')?.groups?.['tens'];
  const tens = short !== undefined ? Number(short) : lex.calendar.decades[lower];
  if (tens !== undefined && article) return { what: decade(1900 + tens), end: mark + 1 };
  return centuryAt(bits, at, lex);
}

/** "19th century", "19th-century", "18th and 19th centuries"; those before year 1 have no days here. */
function centuryAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const first = dayNumber(bits, at, lex);
  if (first === null) return null;
  const next = link(bits, first.end, [...lex.calendar.links, ...lex.calendar.connectors]);
  const more = next === null ? null : dayNumber(bits, word(bits, next, lex.calendar.articles), lex);
  const last = more === null || more.what <= first.what ? first : more;
  const noun = bits[last.end]?.text === '-' ? last.end + 1 : last.end;
  if (lex.units.get(bits[noun]?.lower ?? '') !== 'century') return null;
  if (lex.calendar['before year 1'].includes(bits[noun + 1]?.lower ?? '')) return null;
  return { what: { is: 'years', from: (first.what - 1) * 100, to: last.what * 100 - 1 }, end: noun + 1 };
}

/** "1800s" are a century, "2000s" and "1810s" a decade. */
const yearsOf = (from: number): Point =>
  from % 100 === 0 && from < 2000 ? { is: 'years', from, to: from + 99 } : decade(from);

/** "nineteen-eighties", "twenty tens", "two thousands". */
function decadeInWords(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { calendar } = lex;
  const first = tensAt(bits, at, lex);
  if (first === null) return null;
  const last = bits[first.end]?.text === '-' ? first.end + 1 : first.end;
  const { lower = '' } = bits[last] ?? {};
  if (calendar.hundreds.includes(lower) && first.what > 10 && first.what < 20)
    return { what: yearsOf(first.what * 100), end: last + 1 };
  if (calendar.thousands.includes(lower) && calendar.articles.includes(bits[at - 1]?.lower ?? ''))
    return { what: decade(first.what * 1000), end: last + 1 };
  const tens = calendar.decades[lower] ?? calendar['decade endings'][lower];
  return tens === undefined || tens > 90 || first.what < 13 || first.what > 20
    ? null
    : { what: decade(first.what * 100 + tens), end: last + 1 };
}

const decade = (from: number): Point => ({ is: 'years', from, to: from + 9 });

/** "fiscal 2024", "the 2024 fiscal year", "last fiscal year". */
export function fiscalAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const fiscal = (place: number): boolean => lex.calendar.fiscal.includes(bits[place]?.lower ?? '');
  const yearWord = (place: number): number => (lex.units.get(bits[place]?.lower ?? '') === 'year' ? place + 1 : place);
  if (fiscal(at)) {
    const figures = bits[at + 1]?.glued === true ? (/^20\d\d$/.exec(bits[at + 1]?.text ?? '')?.[0] ?? null) : null;
    if (figures !== null) return { what: { is: 'fiscal', year: { stated: Number(figures) } }, end: at + 2 };
    const year = yearNumber(bits, yearWord(at + 1), lex);
    return year === null ? null : { what: { is: 'fiscal', year: { stated: year.what } }, end: year.end };
  }
  if (!fiscal(at + 1)) return null;
  const year = yearNumber(bits, at, lex);
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
  const year = yearNumber(bits, at, lex);
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
