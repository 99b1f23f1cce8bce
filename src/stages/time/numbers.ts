import type { Bit } from './bits.ts';
import type { Lexicon } from './lexicon.ts';
import { word, type Found } from './words.ts';

/** "three", "24", "1,200", "a", "twenty-four", "a hundred and twenty", "two thousand". */
export function cardinal(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const { text = '', lower = '' } = bits[at] ?? {};
  if (/^\d{1,3}$/.test(text)) return thousands(bits, at);
  const below = tensAt(bits, at, lex);
  if (below === null) return null;
  const times = lex.calendar.numbers[bits[below.end]?.lower ?? ''] ?? 0;
  if (times < 100 || below.what >= times || lower === '') return below;
  const what = below.what * times;
  const and = word(bits, below.end + 1, lex.calendar.connectors);
  const more =
    and > below.end + 1 && !lex.calendar.single.includes(bits[and]?.lower ?? '') ? tensAt(bits, and, lex) : null;
  return more === null || more.what >= times ? { what, end: below.end + 1 } : { what: what + more.what, end: more.end };
}

/** "1,200"; not from the middle of one. */
function thousands(bits: readonly Bit[], at: number): Found<number> | null {
  const [before, mark] = [bits[at - 2], bits[at - 1]];
  if (bits[at]?.glued === true && mark?.text === ',' && mark.glued && /^\d+$/.test(before?.text ?? '')) return null;
  let [what, end] = [bits[at]?.text ?? '', at + 1];
  while (bits[end]?.text === ',' && bits[end]?.glued === true && bits[end + 1]?.glued === true) {
    const more = bits[end + 1]?.text ?? '';
    if (!/^\d{3}$/.test(more)) break;
    what += more;
    end += 2;
  }
  return { what: Number(what), end };
}

/** "seven", "twenty", "twenty-four", "twenty four". */
function tensAt(bits: readonly Bit[], at: number, { calendar }: Lexicon): Found<number> | null {
  const numberAt = (place: number): number | undefined => {
    const { lower = '' } = bits[place] ?? {};
    return Object.hasOwn(calendar.numbers, lower) ? calendar.numbers[lower] : undefined;
  };
  const number = numberAt(at);
  if (number === undefined) return null;
  const next = bits[at + 1]?.text === '-' ? at + 2 : at + 1;
  const unit =
    number >= 20 && number < 100 && !calendar.single.includes(bits[next]?.lower ?? '') ? numberAt(next) : undefined;
  return unit === undefined || unit > 9 ? { what: number, end: at + 1 } : { what: number + unit, end: next + 1 };
}

/** "19", "19th", "nineteenth", "twenty-first". */
export function dayNumber(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const bit = bits[at];
  if (bit === undefined) return null;
  const figures = /^(?<day>\d{1,2})(?:st|nd|rd|th)?$/.exec(bit.text)?.groups?.['day'];
  if (figures !== undefined) return inMonth(Number(figures), at + 1);
  const tens = lex.calendar.numbers[bit.lower];
  if (tens !== undefined && tens >= 20 && bits[at + 1]?.text === '-') {
    const unit = lex.calendar.ordinals[bits[at + 2]?.lower ?? ''];
    if (unit !== undefined && unit < 10) return inMonth(tens + unit, at + 3);
  }
  const ordinal = lex.calendar.ordinals[bit.lower];
  return ordinal === undefined ? null : inMonth(ordinal, at + 1);
}

const inMonth = (day: number, end: number): Found<number> | null => (day >= 1 && day <= 31 ? { what: day, end } : null);

/** Four figures that may be a year. */
export function yearNumber(bits: readonly Bit[], at: number): Found<number> | null {
  const bit = bits[at];
  const short = shortYear(bits, at);
  if (bit === undefined || short !== null || !/^[12]\d{3}$/.test(bit.text)) return short;
  const before = bits[at - 1];
  const after = bits[at + 1];
  if (bit.glued && before !== undefined && /[\p{L}\d.,:$£€¥#+]/u.test(before.text)) return null;
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
