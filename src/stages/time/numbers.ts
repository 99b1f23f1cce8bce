import type { Bit } from './bits.ts';
import type { Lexicon } from './lexicon.ts';
import { word, type Found } from './words.ts';

/** "three", "24", "1,200", "a", "twenty-four", "a hundred and twenty", "two thousand and eighteen", "nineteen hundred". */
export function cardinal(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  if (/^\d{1,3}$/.test(bits[at]?.text ?? '')) return thousands(bits, at);
  const below = scaled(bits, at, lex, { times: HUNDRED, rest: tensAt });
  return below === null ? null : (scaled(bits, at, lex, { times: THOUSAND, rest: cardinalBelow }) ?? below);
}

const [HUNDRED, THOUSAND] = [100, 1000];

const cardinalBelow = (bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null =>
  scaled(bits, at, lex, { times: HUNDRED, rest: tensAt });

/** "two hundred and six", "three thousand": lesser numbers times a greater, and what comes behind it. */
function scaled(
  bits: readonly Bit[],
  at: number,
  lex: Lexicon,
  { times, rest }: { readonly times: number; readonly rest: typeof tensAt },
): Found<number> | null {
  const first = rest(bits, at, lex);
  if (first === null || first.what >= times || lex.calendar.numbers[bits[first.end]?.lower ?? ''] !== times)
    return times === HUNDRED ? first : null;
  const what = first.what * times;
  const and = word(bits, first.end + 1, lex.calendar.connectors);
  const more = lex.calendar.single.includes(bits[and]?.lower ?? '') ? null : rest(bits, and, lex);
  return more === null || more.what >= times ? { what, end: first.end + 1 } : { what: what + more.what, end: more.end };
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
export function tensAt(bits: readonly Bit[], at: number, { calendar }: Lexicon): Found<number> | null {
  const numberAt = (place: number): number | undefined => calendar.numbers[bits[place]?.lower ?? ''];
  const number = numberAt(at);
  if (number === undefined) return null;
  const next = bits[at + 1]?.text === '-' ? at + 2 : at + 1;
  const unit =
    number >= 20 && number < 100 && !calendar.single.includes(bits[next]?.lower ?? '') ? numberAt(next) : undefined;
  return unit === undefined || unit > 9 ? { what: number, end: at + 1 } : { what: number + unit, end: next + 1 };
}

/** "19", "19th", "nineteenth", "twenty-first", "twenty first". */
export function dayNumber(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const bit = bits[at];
  if (bit === undefined) return null;
  const figures = /^(?<day>\d{1,2})(?:st|nd|rd|th)?$/.exec(bit.text)?.groups?.['day'];
  if (figures !== undefined) return isAmount(bits, at) ? null : inMonth(Number(figures), at + 1);
  const tens = lex.calendar.numbers[bit.lower];
  if (tens === 20 || tens === 30) {
    const next = bits[at + 1]?.text === '-' ? at + 2 : at + 1;
    const unit = lex.calendar.ordinals[bits[next]?.lower ?? ''];
    if (unit !== undefined && unit < 10) return inMonth(tens + unit, next + 1);
  }
  const ordinal = lex.calendar.ordinals[bit.lower];
  return ordinal === undefined ? null : inMonth(ordinal, at + 1);
}

/** "$12", "£ 30": a sum. */
const isAmount = (bits: readonly Bit[], at: number): boolean => /^[$£€¥]$/.test(bits[at - 1]?.text ?? '');

/** "five", "twenty-nine": the number of a day without its ending. */
export function dayInWords(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const number = /^\d/.test(bits[at]?.text ?? '') ? null : tensAt(bits, at, lex);
  return number === null || lex.calendar.single.includes(bits[at]?.lower ?? '')
    ? null
    : inMonth(number.what, number.end);
}

const inMonth = (day: number, end: number): Found<number> | null => (day >= 1 && day <= 31 ? { what: day, end } : null);
