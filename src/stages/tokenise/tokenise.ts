import { isBlank, isInvisible } from '../../document/characters.ts';
import type { Layers } from '../../document/reading.ts';
import type { Sentence, Token } from '../../document/tree.ts';
import type { Language } from '../../languages/language.ts';
import { cutter } from './cut.ts';

/**
 * Cuts sentences into syntactic words as the English treebanks of Universal Dependencies do: "do|n't", "John|'s",
 * "centre|-|right", "$|3|bn". Every character but blanks and what is invisible at the edge of a word is in one token.
 */
export function tokenise(
  language: Language,
): (layers: Pick<Layers, 'report' | 'sentences'>) => readonly (readonly Token[])[] {
  const tokens = tokensOf(language);
  return ({ report, sentences }) => sentences.map((sentence) => tokens(report.text, sentence));
}

/** The tokens of one sentence of a text. */
export function tokensOf(language: Language): (text: string, sentence: Pick<Sentence, 'words'>) => readonly Token[] {
  const cut = cutter(language);
  return (text, { words: [start, end] }) => {
    const tokens: Token[] = [];
    const keep = (from: number, to: number): void => {
      tokens.push({ words: [from, to], form: text.slice(from, to) });
    };
    for (let at = start; at < end;) {
      while (at < end && isSpace(text.charCodeAt(at))) at++;
      let stop = at;
      while (stop < end && !isBlank(text.charCodeAt(stop))) stop++;
      let last = stop;
      while (last > at && isInvisible(text.charCodeAt(last - 1))) last--;
      if (last > at) cut(text, at, last, end, keep);
      at = stop;
    }
    return tokens;
  };
}

const isSpace = (code: number): boolean => isBlank(code) || isInvisible(code);
