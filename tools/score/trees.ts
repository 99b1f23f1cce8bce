import type { Network, Parse } from '../../src/network/network.ts';
import { bootstrap } from './bootstrap.ts';

/** Precision, recall and their harmonic mean, as percentages 0..100. */
export interface Measure {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** What `score trees` prints; see docs/commands.md. Percentages 0..100; `raw` is null without a segmenter. */
export interface TreeScores {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
  readonly links: Measure & { readonly by: Readonly<Record<string, Measure>> };
  /** Clauses that say something of a noun, relative ones among them. */
  readonly acl: Measure;
  /** The middle 95 % of scores over sentences drawn anew. */
  readonly intervals: { readonly las: readonly [number, number]; readonly links: readonly [number, number] };
  readonly raw: { readonly tokens: number; readonly sentences: number; readonly las: number } | null;
}

/** Sentences of a text, each a list of words as [start, end) in UTF-16 code units. */
export type Segment = (text: string) => readonly (readonly (readonly [number, number])[])[];

/** The links of a clause, which an event coder reads. */
const CORE: ReadonlySet<string> = new Set([
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'obl:agent',
  'xcomp',
  'ccomp',
  'root',
]);

/**
 * Scores trees against CoNLL-U. Gold tokens with predicted tags: `upos` over all words, `uas` and `las` without punctuation (gold
 * UPOS), labels without subtypes; `links` are (word, head, label with subtype) of the core relations. `raw`: each paragraph's text is
 * segmented anew; F1 of words, of sentences and of labelled arcs between words aligned by their characters (as CoNLL 2018).
 */
export function scoreTrees(conllu: string, network: Network, segment: Segment | null): TreeScores {
  const gold = readConllu(conllu);
  const parses = network.parse(gold.map((sentence) => sentence.words.map((word) => word.form)));
  const count = { words: 0, upos: 0, xpos: 0, counted: 0, uas: 0 };
  const labels = new Map<string, Tally>();
  const tallyOf = (label: string): Tally => {
    const tally = labels.get(label) ?? { given: 0, wanted: 0, right: 0 };
    labels.set(label, tally);
    return tally;
  };
  const sentences = gold.map((sentence, s): Own => {
    const parse = parses[s];
    const own = { counted: 0, las: 0, links: { given: 0, wanted: 0, right: 0 } };
    sentence.words.forEach((word, w) => {
      const [head, label] = [parse?.heads[w] ?? -1, parse?.labels[w] ?? ''];
      const sameHead = head === word.head;
      const same = sameHead && label === word.label;
      count.words++;
      count.upos += Number(parse?.upos[w] === word.upos);
      count.xpos += Number(parse?.xpos[w] === word.xpos);
      if (word.upos !== 'PUNCT') {
        own.counted++;
        count.uas += Number(sameHead);
        own.las += Number(sameHead && bare(label) === bare(word.label));
      }
      tallyOf(label).given++;
      tallyOf(word.label).wanted++;
      tallyOf(label).right += Number(same);
      own.links.given += Number(CORE.has(label));
      own.links.wanted += Number(CORE.has(word.label));
      own.links.right += Number(same && CORE.has(label));
    });
    return own;
  });
  const las = (some: readonly Own[]): number =>
    percent(sum(some.map((one) => one.las)), sum(some.map((one) => one.counted)));
  const links = (some: readonly Own[]): Measure => measure(together(some.map((one) => one.links)));
  return {
    words: count.words,
    upos: percent(count.upos, count.words),
    xpos: percent(count.xpos, count.words),
    uas: percent(count.uas, sum(sentences.map((one) => one.counted))),
    las: las(sentences),
    links: { ...links(sentences), by: Object.fromEntries([...CORE].map((label) => [label, measure(tallyOf(label))])) },
    acl: measure(together([tallyOf('acl'), tallyOf('acl:relcl')])),
    intervals: { las: bootstrap(sentences, las), links: bootstrap(sentences, (some) => links(some).f1) },
    raw: segment === null ? null : scoreRaw(gold, network, segment),
  };
}

/** What one sentence adds to the scores of all. */
interface Own {
  counted: number;
  las: number;
  readonly links: Tally;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const together = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, one) => ({
      given: all.given + one.given,
      wanted: all.wanted + one.wanted,
      right: all.right + one.right,
    }),
    { given: 0, wanted: 0, right: 0 },
  );

interface Tally {
  given: number;
  wanted: number;
  right: number;
}

interface GoldWord {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index in the sentence, -1 for the root. */
  readonly head: number;
  readonly label: string;
}

interface GoldSentence {
  readonly text: string;
  readonly words: readonly GoldWord[];
  /** For each word its place in `text`, in UTF-16 code units; words of one token that cannot be told apart share its place. */
  readonly places: readonly (readonly [number, number])[];
  readonly beginsParagraph: boolean;
}

function readConllu(conllu: string): readonly GoldSentence[] {
  return conllu
    .split(/\n\n+/u)
    .map((block) => block.split('\n').filter((line) => line !== ''))
    .filter((lines) => lines.some((line) => !line.startsWith('#')))
    .map(readSentence);
}

function readSentence(lines: readonly string[]): GoldSentence {
  const comment = (name: string): string | undefined => lines.find((line) => line.startsWith(`# ${name}`));
  const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  const words: GoldWord[] = [];
  const places: (readonly [number, number])[] = [];
  const text = (comment('text = ') ?? '').slice('# text = '.length);
  let at = 0;
  let multi: { readonly last: number; readonly place: readonly [number, number]; within: number } | null = null;
  const find = (form: string): readonly [number, number] => {
    const from = text.indexOf(form, at);
    if (from < 0) return [at, at];
    at = from + form.length;
    return [from, at];
  };
  for (const [id = '', form = '', , upos = '', xpos = '', , head = '0', label = ''] of rows) {
    if (id.includes('.')) continue;
    if (id.includes('-')) {
      const place = find(form);
      multi = { last: Number(id.split('-')[1]), place, within: place[0] };
      continue;
    }
    words.push({ form, upos, xpos, head: Number(head) - 1, label });
    if (multi === null) places.push(find(form));
    else {
      const fits = text.startsWith(form, multi.within) && multi.within + form.length <= multi.place[1];
      places.push(fits ? [multi.within, multi.within + form.length] : multi.place);
      if (fits) multi.within += form.length;
      if (Number(id) === multi.last) multi = null;
    }
  }
  return { text, words, places, beginsParagraph: comment('newpar') !== undefined || comment('newdoc') !== undefined };
}

/** A word or sentence is known by the count of its first and last character, spaces left out, so that spacing does not matter. */
function scoreRaw(gold: readonly GoldSentence[], network: Network, segment: Segment): NonNullable<TreeScores['raw']> {
  const tokens = { given: 0, wanted: 0, right: 0 };
  const sentences = { given: 0, wanted: 0, right: 0 };
  const arcs = { given: 0, wanted: 0, right: 0 };
  for (const paragraph of paragraphs(gold)) {
    const text = paragraph.map((sentence) => sentence.text).join(' ');
    const dense = denseOffsets(text);
    const place = (start: number, end: number): string => `${dense[start]}-${dense[end]}`;
    const wanted = new Map<string, { readonly head: string; readonly label: string; readonly counted: boolean }>();
    const wantedSentences = new Set<string>();
    let from = 0;
    for (const sentence of paragraph) {
      const keys = sentence.places.map(([start, end]) => place(from + start, from + end));
      sentence.words.forEach((word, w) =>
        wanted.set(keys[w] ?? '', {
          head: keys[word.head] ?? 'root',
          label: bare(word.label),
          counted: word.upos !== 'PUNCT',
        }),
      );
      wantedSentences.add(place(from, from + sentence.text.length));
      from += sentence.text.length + 1;
    }
    const found = segment(text).filter((words) => words.length > 0);
    const parses = network.parse(found.map((words) => words.map(([start, end]) => text.slice(start, end))));
    found.forEach((words, s) => {
      const parse: Parse | undefined = parses[s];
      const keys = words.map(([start, end]) => place(start, end));
      const [first, last] = [words[0], words.at(-1)];
      sentences.given++;
      if (first !== undefined && last !== undefined)
        sentences.right += Number(wantedSentences.has(place(first[0], last[1])));
      keys.forEach((key, w) => {
        const match = wanted.get(key);
        tokens.given++;
        tokens.right += Number(match !== undefined);
        if (match === undefined ? parse?.upos[w] !== 'PUNCT' : match.counted) arcs.given++;
        const head = keys[parse?.heads[w] ?? -1] ?? 'root';
        if (match?.counted === true && match.head === head && match.label === bare(parse?.labels[w] ?? ''))
          arcs.right++;
      });
    });
    sentences.wanted += wantedSentences.size;
    tokens.wanted += wanted.size;
    for (const word of wanted.values()) arcs.wanted += Number(word.counted);
  }
  return { tokens: measure(tokens).f1, sentences: measure(sentences).f1, las: measure(arcs).f1 };
}

function paragraphs(gold: readonly GoldSentence[]): readonly (readonly GoldSentence[])[] {
  const out: GoldSentence[][] = [];
  for (const sentence of gold) {
    const last = out.at(-1);
    if (last === undefined || sentence.beginsParagraph) out.push([sentence]);
    else last.push(sentence);
  }
  return out;
}

/** For each offset of a text how many characters that are not white space stand before it. */
function denseOffsets(text: string): Int32Array {
  const out = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) out[at + 1] = (out[at] ?? 0) + Number(text[at]?.trim() !== '');
  return out;
}

function bare(label: string): string {
  const colon = label.indexOf(':');
  return colon < 0 ? label : label.slice(0, colon);
}

function measure({ given, wanted, right }: Tally): Measure {
  return { p: percent(right, given), r: percent(right, wanted), f1: percent(2 * right, given + wanted) };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
