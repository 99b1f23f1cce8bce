import type { Bit } from './bits.ts';

/** What was read from a bit on, and the bit after it; `what` null where the words look like a date and are none. */
export interface Found<T> {
  readonly what: T;
  readonly end: number;
}

/** The bit after a dash or one of the words that lead to the other end of a stretch. */
export function link(bits: readonly Bit[], at: number, words: readonly string[]): number | null {
  const bit = bits[at];
  if (bit === undefined) return null;
  return /^[-–—]$/.test(bit.text) || words.includes(bit.lower) ? at + 1 : null;
}

/** The bit after one of these words, where it stands there. */
export const word = (bits: readonly Bit[], at: number, words: readonly string[]): number =>
  words.includes(bits[at]?.lower ?? '') ? at + 1 : at;
