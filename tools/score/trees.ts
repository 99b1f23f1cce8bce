import type { Network, Parse } from '../../src/network/network.ts';
import { bootstrap } from './bootstrap.ts';
import { bareLabel, readConllu, type GoldSentence } from './conllu-file.ts';
import { measure, NOTHING, percent, plus, type Measure, type Tally } from './measure.ts';
import { tallyRaw, type Segment } from './trees-raw.ts';

/** What `score trees` prints; see docs/commands.md. Percentages 0..100 with two decimals; `raw` is null without a segmenter. */
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

/** Versions of a network differ by less than a decimal shows. */
const DECIMALS = 2;

/** The links of a clause, which an event coder reads. */
const CORE = ['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl:agent', 'xcomp', 'ccomp', 'root'] as const;

/**
 * Scores trees against CoNLL-U. Gold tokens with predicted tags: `upos` over all words, `uas` and `las` without punctuation (gold
 * UPOS), labels without subtypes; `links` are (word, head, label with subtype) of the core relations. `raw`: each paragraph's text is
 * segmented anew; F1 of words, of sentences and of labelled arcs.
 */
export function scoreTrees(conllu: string, network: Network, segment: Segment | null): TreeScores {
  const gold = readConllu(conllu);
  const parses = network.parse(gold.map((sentence) => sentence.words.map((word) => word.form)));
  const words = gold.map((sentence, s) => compared(sentence, parses[s] ?? null));
  const all = words.flat();
  const counted = all.filter(({ punctuation }) => !punctuation);
  const share = (some: readonly Compared[], is: (word: Compared) => boolean): number =>
    percent(some.filter(is).length, some.length, DECIMALS);
  const byLabels = (some: readonly Compared[], labels: readonly string[]): Measure =>
    measure(tallyOf(some, labels), DECIMALS);
  const counts = words.map((sentence): Counts => ({
    arcs: sentence.filter(({ punctuation }) => !punctuation).length,
    right: sentence.filter((word) => !word.punctuation && hasArc(word)).length,
    links: tallyOf(sentence, CORE),
  }));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const las = (some: readonly Counts[]): number =>
    percent(sum(some.map(({ right }) => right)), sum(some.map(({ arcs }) => arcs)), DECIMALS);
  const links = (some: readonly Counts[]): number =>
    measure(some.map((one) => one.links).reduce(plus, NOTHING), DECIMALS).f1;
  return {
    words: all.length,
    upos: share(all, ({ upos }) => upos),
    xpos: share(all, ({ xpos }) => xpos),
    uas: share(counted, ({ head }) => head),
    las: las(counts),
    links: {
      ...byLabels(all, CORE),
      by: Object.fromEntries(CORE.map((label) => [label, byLabels(all, [label])])),
    },
    acl: byLabels(all, ['acl', 'acl:relcl']),
    intervals: { las: bootstrap(counts, las), links: bootstrap(counts, links) },
    raw: segment === null ? null : rawScores(gold, network, segment),
  };
}

/** What one sentence adds to the scores of all: its arcs but those to punctuation, how many are right, its links. */
interface Counts {
  readonly arcs: number;
  readonly right: number;
  readonly links: Tally;
}

/** A word of gold and what was said of it: whether tags and head are right, and both labels. */
interface Compared {
  readonly upos: boolean;
  readonly xpos: boolean;
  readonly head: boolean;
  readonly wanted: string;
  readonly said: string;
  readonly punctuation: boolean;
}

const compared = ({ words }: GoldSentence, parse: Parse | null): readonly Compared[] =>
  words.map((word, w) => ({
    upos: parse?.upos[w] === word.upos,
    xpos: parse?.xpos[w] === word.xpos,
    head: (parse?.heads[w] ?? -1) === word.head,
    wanted: word.label,
    said: parse?.labels[w] ?? '',
    punctuation: word.upos === 'PUNCT',
  }));

const hasArc = ({ head, said, wanted }: Compared): boolean => head && bareLabel(said) === bareLabel(wanted);

const tallyOf = (words: readonly Compared[], labels: readonly string[]): Tally => ({
  right: words.filter(({ head, said, wanted }) => head && said === wanted && labels.includes(said)).length,
  gold: words.filter(({ wanted }) => labels.includes(wanted)).length,
  predicted: words.filter(({ said }) => labels.includes(said)).length,
});

function rawScores(gold: readonly GoldSentence[], network: Network, segment: Segment): NonNullable<TreeScores['raw']> {
  const { tokens, sentences, arcs } = tallyRaw(gold, network, segment);
  const f1 = (tally: Tally): number => measure(tally, DECIMALS).f1;
  return { tokens: f1(tokens), sentences: f1(sentences), las: f1(arcs) };
}
