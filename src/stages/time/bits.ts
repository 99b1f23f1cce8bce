import type { Span } from '../../document/span.ts';
import type { Node } from '../../document/tree.ts';

/** The smallest piece that time expressions are read from: a run of letters, a number with its ending, or one sign. */
export interface Bit {
  readonly text: string;
  readonly lower: string;
  readonly words: Span;
  /** Index of the token that it is part of. */
  readonly node: number;
  /** Does it follow the bit before without a gap? */
  readonly glued: boolean;
}

/** Catches "19th", "1990s", the "10" of "10am", "June", "-". */
const PIECE = /\d+(?:st|nd|rd|th|s)?(?![\p{L}\d])|\d+|\p{L}+|['’]\p{L}+|\S/gu;

/** Catches what most words are. */
const ONE_PIECE = /^[A-Za-z]+$/;

/** Cuts tokens further, so that "2024-03-18" and "mid-June" read alike however a tokeniser left them. */
export function bitsOf(tokens: readonly Pick<Node, 'form' | 'words'>[]): readonly Bit[] {
  const bits: Bit[] = [];
  tokens.forEach(({ form, words }, node) => {
    const [start] = words;
    if (ONE_PIECE.test(form)) {
      bits.push({ text: form, lower: form.toLowerCase(), words, node, glued: bits.at(-1)?.words[1] === start });
      return;
    }
    for (const match of form.matchAll(PIECE)) {
      const from = start + match.index;
      const text = match[0];
      bits.push({
        text,
        lower: text.toLowerCase(),
        words: [from, from + text.length],
        node,
        glued: bits.at(-1)?.words[1] === from,
      });
    }
  });
  return bits;
}
