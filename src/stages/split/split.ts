import { isBlank, isInvisible } from '../../document/characters.ts';
import type { Layers } from '../../document/reading.ts';
import type { Span } from '../../document/span.ts';
import type { Sentence } from '../../document/tree.ts';
import type { Language } from '../../languages/language.ts';
import { paragraphs } from './paragraphs.ts';
import { endsSentence, pastClosers } from './stops.ts';

/** A sentence of more characters than this is cut at its last blank, so that no text can make the later stages stall. */
export const LONGEST_SENTENCE = 2000;

/**
 * Cuts the report's text into sentences by offset, in time linear in its length. No sentence holds furniture, none crosses
 * a paragraph. Gives no sentences where the report is not in a language that is read.
 */
export const splitSentences =
  (language: Language) =>
  ({ report, language: recognised }: Pick<Layers, 'report' | 'language'>): readonly Sentence[] =>
    recognised.read
      ? sentencesOf(
          report.text,
          report.furniture.map(({ words }) => words),
          language,
        )
      : [];

/** The same for a bare text, with the spans that belong to no sentence. */
export function sentencesOf(text: string, without: readonly Span[], language: Language): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let number = 0;
  for (const paragraph of paragraphs(text, without)) {
    const before = sentences.length;
    for (const words of within(text, paragraph, language)) sentences.push({ words, paragraph: number });
    if (sentences.length > before) number++;
  }
  return sentences;
}

function* within(text: string, [start, end]: Span, language: Language): Generator<Span> {
  let from = start;
  for (let at = start; at < end; at++) {
    if (!isStop(text.charCodeAt(at))) continue;
    let last = at;
    while (last + 1 < end && isStop(text.charCodeAt(last + 1))) last++;
    const past = pastClosers(text, last + 1, end);
    if (endsSentence(text, { from, stop: at, last, past, end }, language)) {
      yield* trimmed(text, [from, past]);
      from = past;
    }
    at = past - 1;
  }
  yield* trimmed(text, [from, end]);
}

/** The span without blanks around it, in pieces of bounded length; nothing where it is blank. */
function* trimmed(text: string, [start, end]: Span): Generator<Span> {
  let from = start;
  let to = end;
  while (from < to && isEdge(text.charCodeAt(from))) from++;
  while (to > from && isEdge(text.charCodeAt(to - 1))) to--;
  while (to - from > LONGEST_SENTENCE) {
    const cut = cutBefore(text, from, from + LONGEST_SENTENCE);
    yield [from, cut];
    from = cut;
    while (from < to && isEdge(text.charCodeAt(from))) from++;
  }
  if (from < to) yield [from, to];
}

function cutBefore(text: string, from: number, to: number): number {
  for (let at = to; at > from + LONGEST_SENTENCE / 2; at--)
    if (isBlank(text.charCodeAt(at))) {
      let cut = at;
      while (isBlank(text.charCodeAt(cut - 1))) cut--;
      return cut;
    }
  const low = text.charCodeAt(to);
  return low >= 0xdc00 && low <= 0xdfff ? to - 1 : to;
}

/** . ! ? … and their full-width forms. */
const isStop = (code: number): boolean =>
  code === 0x2e ||
  code === 0x21 ||
  code === 0x3f ||
  code === 0x2026 ||
  code === 0x3002 ||
  code === 0xff01 ||
  code === 0xff1f;

/** Nothing to see: a sentence neither begins nor ends with it. */
const isEdge = (code: number): boolean => isBlank(code) || isInvisible(code);
