import type { Network, Parse } from '../../src/network/network.ts';
import { bareLabel, type GoldSentence, type Place } from './conllu-file.ts';
import { NOTHING, plus, type Tally } from './measure.ts';

/** Sentences of a text, each a list of the places of its words. */
export type Segment = (text: string) => readonly (readonly Place[])[];

/** Words, sentences and labelled arcs of text that was segmented anew. */
export interface RawTallies {
  readonly tokens: Tally;
  readonly sentences: Tally;
  readonly arcs: Tally;
}

/** Segments and parses the text of each paragraph, and aligns words by their characters (as CoNLL 2018). Arcs to punctuation do not count. */
export function tallyRaw(gold: readonly GoldSentence[], network: Network, segment: Segment): RawTallies {
  return paragraphsOf(gold)
    .map((paragraph) => tallyParagraph(paragraph, network, segment))
    .reduce(
      (a, b) => ({
        tokens: plus(a.tokens, b.tokens),
        sentences: plus(a.sentences, b.sentences),
        arcs: plus(a.arcs, b.arcs),
      }),
      { tokens: NOTHING, sentences: NOTHING, arcs: NOTHING },
    );
}

function tallyParagraph(paragraph: readonly GoldSentence[], network: Network, segment: Segment): RawTallies {
  const text = paragraph.map((sentence) => sentence.text).join(' ');
  const keyOf = placeKeys(text);
  const gold = goldIn(paragraph, keyOf);
  const found = segment(text).filter((words) => words.length > 0);
  const parses = network.parse(found.map((words) => words.map(([start, end]) => text.slice(start, end))));
  const words = found.flatMap((places, s) => wordsOf(places.map(keyOf), parses[s] ?? null));
  const right = words.filter(({ key, head, label }) => {
    const match = gold.words.get(key);
    return match?.counted === true && match.head === head && match.label === label;
  });
  const bounds = found.map((places) => keyOf([places[0]?.[0] ?? 0, places.at(-1)?.[1] ?? 0]));
  const counted = words.filter(({ key, punctuation }) => gold.words.get(key)?.counted ?? !punctuation);
  return {
    tokens: {
      right: words.filter(({ key }) => gold.words.has(key)).length,
      gold: gold.words.size,
      predicted: words.length,
    },
    sentences: {
      right: bounds.filter((key) => gold.sentences.has(key)).length,
      gold: gold.sentences.size,
      predicted: found.length,
    },
    arcs: {
      right: right.length,
      gold: [...gold.words.values()].filter((word) => word.counted).length,
      predicted: counted.length,
    },
  };
}

interface Gold {
  readonly words: ReadonlyMap<string, { readonly head: string; readonly label: string; readonly counted: boolean }>;
  readonly sentences: ReadonlySet<string>;
}

/** The words and sentences of a paragraph by their keys; its sentences stand a blank apart. */
function goldIn(paragraph: readonly GoldSentence[], keyOf: (place: Place) => string): Gold {
  let from = 0;
  const placed = paragraph.map((sentence) => {
    const start = from;
    from += sentence.text.length + 1;
    return { ...sentence, start, keys: sentence.places.map(([a, b]) => keyOf([start + a, start + b])) };
  });
  const words = placed.flatMap(({ words: all, keys }) =>
    all.map((word, w) => {
      const head = keys[word.head] ?? 'root';
      return [keys[w] ?? '', { head, label: bareLabel(word.label), counted: word.upos !== 'PUNCT' }] as const;
    }),
  );
  return {
    words: new Map(words),
    sentences: new Set(placed.map(({ start, text }) => keyOf([start, start + text.length]))),
  };
}

interface FoundWord {
  readonly key: string;
  readonly head: string;
  readonly label: string;
  readonly punctuation: boolean;
}

const wordsOf = (keys: readonly string[], parse: Parse | null): readonly FoundWord[] =>
  keys.map((key, w) => ({
    key,
    head: keys[parse?.heads[w] ?? -1] ?? 'root',
    label: bareLabel(parse?.labels[w] ?? ''),
    punctuation: parse?.upos[w] === 'PUNCT',
  }));

function paragraphsOf(gold: readonly GoldSentence[]): readonly (readonly GoldSentence[])[] {
  const out: GoldSentence[][] = [];
  for (const sentence of gold) {
    const last = out.at(-1);
    if (last === undefined || sentence.beginsParagraph) out.push([sentence]);
    else last.push(sentence);
  }
  return out;
}

/** A word or sentence is known by the count of its first and last character, spaces left out, so that spacing does not matter. */
function placeKeys(text: string): (place: Place) => string {
  const dense = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) dense[at + 1] = (dense[at] ?? 0) + Number(text[at]?.trim() !== '');
  return ([start, end]) => `${dense[start]}-${dense[end]}`;
}
