import type { Bit } from './bits.ts';
import { cardinal, dateAt, dayNumber, monthName, word, yearAfter, yearNumber, type Found } from './dates.ts';
import type { Point } from './expression.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';
import { dayPart, weekdayAt, weekOnAt } from './weekdays.ts';

/** One point or stretch of time; `what` null where the words are no time after all. */
export function pointAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point | null> | null {
  const feast = phraseAt(lex.feasts, bits, at);
  if (feast !== null && /^\p{Lu}/u.test(bits[at]?.text ?? '')) {
    const [month, day] = feast.value;
    const year = yearAfter(bits, feast.end, lex);
    return { what: { is: 'date', year: year.what, month, day, weekday: null }, end: year.end };
  }
  const known = phraseAt(lex.known, bits, at);
  if (known !== null) return { what: { is: 'known', day: known.value }, end: known.end };
  const date = dateAt(bits, at, lex);
  if (date !== null && date.what?.is !== 'pair') return { what: date.what, end: dayPart(bits, date.end, lex) };
  const after = bits[at]?.lower ?? '';
  const inner = lex.calendar.articles.includes(after) ? at + 1 : at;
  return (
    partAt(bits, at, lex) ??
    sideAt(bits, at, lex) ??
    weekdayAt(bits, at, lex) ??
    weekOnAt(bits, at, lex) ??
    awayAt(bits, at, lex) ??
    agoAt(bits, inner, lex) ??
    stretchAt(bits, inner, lex) ??
    shiftedAt(bits, at, lex) ??
    monthsAt(bits, inner, lex) ??
    yearsAt(bits, inner, lex) ??
    fiscalAt(bits, inner, lex) ??
    weekendAt(bits, inner, lex) ??
    plainYear(bits, at)
  );
}

/** "early June", "mid-2015", "the end of the year", "late Thursday". */
function partAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const start = word(bits, at, lex.calendar.articles);
  const third = lex.calendar.parts[bits[start]?.lower ?? ''];
  if (third === undefined) return null;
  const dash = bits[start + 1]?.text === '-' ? start + 2 : start + 1;
  const of = word(bits, dash, lex.calendar.of);
  const whole = lex.calendar.articles.includes(bits[of]?.lower ?? '')
    ? lex.units.get(bits[of + 1]?.lower ?? '')
    : undefined;
  if (of > dash && whole !== undefined && whole !== 'day' && whole !== 'hour')
    return { what: { is: 'part', third, of: { is: 'unit', unit: whole, shift: 0 } }, end: of + 2 };
  const inside = pointAt(bits, of, lex);
  if (inside?.what == null) return null;
  return { what: { is: 'part', third, of: inside.what }, end: inside.end };
}

/** "earlier this week", "later on Monday", "earlier today". */
function sideAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const side = lex.calendar.comparatives[bits[at]?.lower ?? ''];
  if (side === undefined) return null;
  const inside = pointAt(bits, word(bits, at + 1, lex.calendar.inside), lex);
  return inside?.what == null ? null : { what: { is: 'side', side, of: inside.what }, end: inside.end };
}

/** "today", "tomorrow evening", "this morning", "last night". */
function awayAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { lower = '' } = bits[at] ?? {};
  const days = Object.hasOwn(lex.calendar.days, lower) ? lex.calendar.days[lower] : undefined;
  if (days !== undefined) {
    if (/^['’]s$/.test(bits[at + 1]?.lower ?? '') && bits[at + 2]?.lower === undefined) return null;
    return { what: { is: 'away', unit: 'day', count: days }, end: dayPart(bits, at + 1, lex) };
  }
  const shift = lex.calendar.shifts[lower];
  if (shift === undefined || dayPart(bits, at + 1, lex) === at + 1) return null;
  return { what: { is: 'away', unit: 'day', count: shift }, end: at + 2 };
}

/** "two weeks ago", "three days from now". */
function agoAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const count = cardinal(bits, at, lex);
  const unit = count === null ? undefined : lex.units.get(bits[count.end]?.lower ?? '');
  if (count === null || unit === undefined) return null;
  const after = count.end + 1;
  if (lex.calendar.ago.includes(bits[after]?.lower ?? ''))
    return { what: { is: 'away', unit, count: -count.what }, end: after + 1 };
  const hence = phraseAt(lex.hence, bits, after);
  return hence === null ? null : { what: { is: 'away', unit, count: count.what }, end: hence.end };
}

/** "the last three months", "the past week", "the next 48 hours". */
function stretchAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { lower = '' } = bits[at] ?? {};
  const side = lex.calendar.stretches[lower];
  if (side === undefined) return null;
  const count = cardinal(bits, at + 1, lex);
  const unit = lex.units.get(bits[count?.end ?? at + 1]?.lower ?? '');
  if (unit === undefined) return null;
  if (count !== null) return { what: { is: 'stretch', unit, count: side * count.what }, end: count.end + 1 };
  const oneUnit = lex.calendar.shifts[lower] === undefined && bits[at + 1]?.lower === lex.calendar.units[unit][0];
  const article = lex.calendar.articles.includes(bits[at - 1]?.lower ?? '');
  if (!oneUnit || lower === 'previous' || lower === 'preceding') return null;
  return article ? { what: { is: 'stretch', unit, count: side }, end: at + 2 } : null;
}

/** "last week", "this month", "next June", "last summer". */
function shiftedAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const shift = lex.calendar.shifts[bits[at]?.lower ?? ''];
  if (shift === undefined) return null;
  const next = bits[at + 1]?.lower ?? '';
  const unit = lex.units.get(next);
  if (unit !== undefined && unit !== 'hour' && unit !== 'day' && lex.calendar.units[unit][0] === next)
    return { what: { is: 'unit', unit, shift }, end: at + 2 };
  const month = monthName(bits, at + 1, lex);
  if (month !== null && dayNumber(bits, month.end, lex) === null)
    return { what: { is: 'months', first: month.what, count: 1, year: { shift } }, end: month.end };
  const season = Object.hasOwn(lex.calendar.seasons, next) ? lex.calendar.seasons[next] : undefined;
  return season === undefined
    ? null
    : { what: { is: 'months', first: season, count: 3, year: { shift } }, end: at + 2 };
}

/** "the third quarter of 2024", "Q3 2024", "spring 2015", "the first half of this year". */
function monthsAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { lower = '' } = bits[at] ?? {};
  const season = Object.hasOwn(lex.calendar.seasons, lower) ? lex.calendar.seasons[lower] : undefined;
  if (season !== undefined) {
    const year = yearAfter(bits, at + 1, lex);
    return year.what === null && !lex.calendar.articles.includes(bits[at - 1]?.lower ?? '')
      ? null
      : { what: { is: 'months', first: season, count: 3, year: year.what }, end: year.end };
  }
  const ordinal = dayNumber(bits, at, lex);
  const noun = bits[ordinal?.end ?? at]?.lower ?? '';
  const length = lex.calendar.quarters.includes(noun) ? 3 : lex.calendar.halves.includes(noun) ? 6 : null;
  if (ordinal === null || length === null || ordinal.what > 12 / length) return null;
  const year = yearAfter(bits, ordinal.end + 1, lex);
  const first = (ordinal.what - 1) * length + 1;
  return year.what === null ? null : { what: { is: 'months', first, count: length, year: year.what }, end: year.end };
}

/** "2040s", "nineties", "19th century". */
function yearsAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const { text = '', lower = '' } = bits[at] ?? {};
  if (/^[12]\d\d0s$/.test(text)) return { what: decade(Number(text.slice(0, 4))), end: at + 1 };
  const article = lex.calendar.articles.includes(bits[at - 1]?.lower ?? '');
  const mark = /^['’‘]$/.test(text) ? at + 1 : at;
  const short = /^['’]?(?<tens>[1-9]0)s$/.exec(bits[mark]?.text ?? '')?.groups?.['tens'];
  const tens = short !== undefined ? Number(short) : lex.calendar.decades[lower];
  if (tens !== undefined && article) return { what: decade(1900 + tens), end: mark + 1 };
  const ordinal = dayNumber(bits, at, lex);
  if (ordinal === null || lex.units.get(bits[ordinal.end]?.lower ?? '') !== 'century') return null;
  return { what: { is: 'years', from: (ordinal.what - 1) * 100 + 1, to: ordinal.what * 100 }, end: ordinal.end + 1 };
}

const decade = (from: number): Point => ({ is: 'years', from, to: from + 9 });

/** "fiscal 2024", "the 2024 fiscal year". */
function fiscalAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const fiscal = (place: number): boolean => lex.calendar.fiscal.includes(bits[place]?.lower ?? '');
  const yearWord = (place: number): number => (lex.units.get(bits[place]?.lower ?? '') === 'year' ? place + 1 : place);
  if (fiscal(at)) {
    const year = yearNumber(bits, yearWord(at + 1));
    return year === null ? null : { what: { is: 'open' }, end: year.end };
  }
  const year = yearNumber(bits, at);
  return year !== null && fiscal(year.end) ? { what: { is: 'open' }, end: yearWord(year.end + 1) } : null;
}

function weekendAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Point> | null {
  const article = lex.calendar.articles.includes(bits[at - 1]?.lower ?? '');
  return article && lex.units.get(bits[at]?.lower ?? '') === 'weekend' && bits[at + 1]?.lower !== 'of'
    ? { what: { is: 'weekend' }, end: at + 1 }
    : null;
}

function plainYear(bits: readonly Bit[], at: number): Found<Point> | null {
  const year = yearNumber(bits, at);
  if (year === null) return null;
  return { what: { is: 'date', year: { stated: year.what }, month: null, day: null, weekday: null }, end: year.end };
}
