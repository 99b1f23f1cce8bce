import type { Bit } from './bits.ts';
import type { YearRef } from './expression.ts';
import type { Lexicon } from './lexicon.ts';
import { word, type Found } from './words.ts';
import { yearNumber } from './years.ts';

/** A year after a month or season: ", 2024", "of 2024", "last year", "of this year". */
export function yearAfter(bits: readonly Bit[], at: number, lex: Lexicon): Found<YearRef> {
  for (const start of new Set([at, bits[at]?.text === ',' ? at + 1 : at, word(bits, at, lex.calendar.of)])) {
    const year = yearNumber(bits, start, lex);
    if (year !== null && !(start > at && bits[start - 1]?.text === ',' && countsNext(bits, year.end)))
      return { what: { stated: year.what }, end: year.end };
    const told = toldYear(bits, start, lex);
    if (told !== null) return told;
    const { lower = '' } = bits[start] ?? {};
    const shift = lex.calendar.articles.includes(lower) && start > at ? 0 : lex.calendar.shifts[lower];
    const owns = /^['’]s$/.test(bits[start + 2]?.lower ?? '');
    if (shift !== undefined && lex.units.get(bits[start + 1]?.lower ?? '') === 'year' && !owns)
      return { what: { shift }, end: start + 2 };
  }
  return { what: null, end: at };
}

/** "that year", "the same year", "the following year": counted from the year told before. */
function toldYear(bits: readonly Bit[], at: number, { calendar, units }: Lexicon): Found<YearRef> | null {
  const start = word(bits, at, calendar.articles);
  const told =
    calendar.told[bits[start]?.lower ?? ''] ??
    (start > at ? calendar['told days'][bits[start]?.lower ?? ''] : undefined);
  if (told === undefined) return null;
  const year = word(bits, start + 1, calendar.same);
  return units.get(bits[year]?.lower ?? '') === 'year' ? { what: { told }, end: year + 1 } : null;
}

/** "March 19, 1500 people": the figures count what follows. */
const countsNext = (bits: readonly Bit[], at: number): boolean =>
  /^(?:\p{Ll}{3,}s|people)$/u.test(bits[at]?.text ?? '');
