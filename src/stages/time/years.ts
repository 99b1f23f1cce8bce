import type { Bit } from './bits.ts';
import type { Lexicon } from './lexicon.ts';
import { cardinal, tensAt } from './numbers.ts';
import type { Found } from './words.ts';

/** Four figures that may be a year, "'98", or a year in words. */
export function yearNumber(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const bit = bits[at];
  if (bit === undefined) return null;
  if (!/^\d/.test(bit.text)) return shortYear(bits, at) ?? yearInWords(bits, at, lex);
  if (!/^[12]\d{3}$/.test(bit.text)) return null;
  const before = bits[at - 1];
  const after = bits[at + 1];
  if (bit.glued && before !== undefined && /[\p{L}\d.:$£€¥#+]/u.test(before.text)) return null;
  if (after?.glued === true && /^[%°:]$/.test(after.text)) return null;
  if (
    after?.glued === true &&
    /^[.,]$/.test(after.text) &&
    bits[at + 2]?.glued === true &&
    /\d/.test(bits[at + 2]?.text ?? '')
  )
    return null;
  return { what: Number(bit.text), end: at + 1 };
}

/** "'98", "’07": of the hundred years up to 2030. */
function shortYear(bits: readonly Bit[], at: number): Found<number> | null {
  const [mark, figures, next] = [bits[at], bits[at + 1], bits[at + 2]];
  if (!/^['’‘]$/.test(mark?.text ?? '') || mark?.glued === true || figures?.glued !== true) return null;
  if (!/^\d{2}$/.test(figures.text) || (next?.glued === true && /^[\p{L}\d'’%]/u.test(next.text))) return null;
  const year = Number(figures.text);
  return { what: year > 30 ? 1900 + year : 2000 + year, end: at + 2 };
}

/** "nineteen eighty-four", "twenty oh six", "nineteen hundred and five", "two thousand and ten"; the last may count a noun. */
function yearInWords(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const pair = byHundreds(bits, at, lex);
  if (pair !== null) return pair;
  const year = cardinal(bits, at, lex);
  const inRange = year !== null && year.what >= 1000 && year.what < 2200 && year.end > at + 1;
  return inRange && !lex.calendar.single.includes(bits[at]?.lower ?? '') && endsThere(bits, year.end, lex)
    ? year
    : null;
}

/** "nineteen | eighty-four", "twenty | oh six". Ten to twelve are hours as well, so minutes may stand behind them. */
function byHundreds(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const first = tensAt(bits, at, lex);
  if (first === null || first.what < 10 || first.what > 21) return null;
  const zero = lex.calendar.zero.includes(bits[first.end]?.lower ?? '');
  const second = tensAt(bits, zero ? first.end + 1 : first.end, lex);
  if (second === null || zero !== second.what < 10 || second.what > 99) return null;
  if (first.what < 13 && second.what < 60) return null;
  return { what: first.what * 100 + second.what, end: second.end };
}

/** Behind a number: the end of its phrase, or a word that opens another. */
function endsThere(bits: readonly Bit[], at: number, { calendar, bounds }: Lexicon): boolean {
  const { text = '.', lower = '' } = bits[at] ?? {};
  const { articles, connectors, alternatives, links, inside } = calendar;
  const opens = [articles, connectors, alternatives, links, inside, calendar.at];
  return !/^[\p{L}\d]/u.test(text) || opens.some((words) => words.includes(lower)) || bounds.has(lower);
}
