import { grouped } from '../../grouped.ts';
import type { Actor } from '../../document/claim.ts';
import type { DateMention, Layers, Mention, PlaceMention } from '../../document/reading.ts';
import { contains, overlaps, type Span } from '../../document/span.ts';
import { isDate } from '../../document/times.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Language } from '../../languages/language.ts';
import type { Speech } from '../../languages/speech.ts';
import { accordingNodes } from './according.ts';
import { clauseNodes } from './clause-nodes.ts';
import type { Cue } from './cue.ts';
import { findCues } from './cues.ts';
import { findQuotations, type Quotation } from '../../grammar/quotes.ts';
import { firstBeyond } from './search.ts';
import { sharedSources } from './shared.ts';

export type Needs = Pick<
  Layers,
  'report' | 'sentences' | 'tokens' | 'trees' | 'times' | 'mentions' | 'actors' | 'places'
>;

/** Everything that finding statements looks at, with its indexes. Lives for one report. */
export interface Scene extends Needs {
  readonly speech: Speech;
  readonly pronouns: Language['pronouns']['kind'];
  readonly quotations: readonly Quotation[];
  /** All nodes of the report in the order of the text. */
  readonly nodes: readonly Node[];
  readonly cues: readonly Cue[];
  /** Cues that share the source of another. */
  readonly shared: ReadonlyMap<Cue, Cue>;
  /** By sentence: the nodes of clauses such as ", he said," which stand in the way of other contents. */
  readonly asides: readonly ReadonlySet<number>[];
  readonly isOutlet: (name: string) => boolean;
  /** The indexes of a sentence's mentions, cues, times and places. */
  readonly of: (sentence: number) => Sights;
  /** The number of the sentence that holds an offset, or of the one before it; -1 before the first. */
  readonly sentenceAt: (offset: number) => number;
}

interface Sights {
  readonly mentions: readonly number[];
  readonly cues: readonly Cue[];
  readonly times: readonly DateMention[];
  readonly places: readonly PlaceMention[];
}

export function setScene(
  layers: Needs,
  { speech, pronouns }: Pick<Language, 'speech' | 'pronouns'>,
  isOutlet: (name: string) => boolean,
): Scene {
  const paragraphs: Span[] = [];
  for (const { words, paragraph } of layers.sentences) {
    const start = paragraphs[paragraph]?.[0] ?? words[0];
    paragraphs[paragraph] = [start, words[1]];
  }
  const bySentence = layers.trees.map((tree, sentence) => findCues(tree, sentence, speech));
  const mentions = grouped([...layers.mentions.keys()], (at) => layers.mentions[at]?.at.sentence ?? -1);
  const times = grouped(layers.times.filter(isDate), ({ at }) => at.sentence);
  const places = grouped(
    layers.places.filter(({ stands }) => stands === 'where'),
    ({ at }) => at.sentence,
  );
  const of = (sentence: number): Sights => ({
    mentions: mentions.get(sentence) ?? [],
    cues: bySentence[sentence] ?? [],
    times: times.get(sentence) ?? [],
    places: places.get(sentence) ?? [],
  });
  const shared = new Map(
    layers.trees.flatMap((tree, at) => {
      const acts = (node: number): boolean => {
        const known = mentionAt({ ...layers, of }, at, nodeAt(tree, node));
        return known !== null && (known.actor !== null || known.mention.form !== 'nominal');
      };
      return [...sharedSources(tree, bySentence[at] ?? [], acts)];
    }),
  );
  return {
    ...layers,
    speech,
    pronouns: pronouns.kind,
    cues: bySentence.flat(),
    shared,
    asides: layers.trees.map((tree, at) => {
      const cues = bySentence[at] ?? [];
      return new Set(cues.flatMap((cue) => asideNodes(tree, cue)));
    }),
    isOutlet,
    of,
    sentenceAt: (offset) => firstBeyond(layers.sentences, ({ words }) => words[0], offset) - 1,
    quotations: findQuotations(
      layers.report.text,
      paragraphs.filter((span) => span !== undefined),
    ),
    nodes: layers.trees.flatMap((tree) => tree.nodes),
  };
}

function asideNodes(tree: Tree, cue: Cue): readonly number[] {
  if (cue.place.kind !== 'host') return [];
  if (cue.form === 'verb') return clauseNodes(tree, cue.node, []);
  // ", according to an aide.": behind a comma at the end it speaks of the whole sentence.
  const own = accordingNodes(tree, cue);
  const rest = tree.nodes.slice((own.at(-1) ?? 0) + 1);
  return tree.nodes[(own[0] ?? 0) - 1]?.form === ',' && rest.every(({ upos }) => upos === 'PUNCT') ? own : [];
}

/** The nodes that lie in a stretch of text. */
export function nodesIn({ nodes }: Pick<Scene, 'nodes'>, [start, end]: Span): readonly Node[] {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.words[1] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < nodes.length && (nodes[to]?.words[0] ?? end) < end) to++;
  return nodes.slice(low, to);
}

export interface Known {
  readonly mention: Mention;
  readonly actor: Actor | null;
}

/** The mention headed by a node, else the widest one that covers it. */
export function mentionAt(
  scene: Pick<Scene, 'mentions' | 'actors' | 'of'>,
  sentence: number,
  node: Node,
): Known | null {
  let found: number | null = null;
  let headed = false;
  scene.of(sentence).mentions.forEach((index) => {
    const mention = scene.mentions[index];
    if (mention === undefined || !overlaps(mention.words, node.words)) return;
    const heads = mention.at.node === node.index;
    const before = found === null ? null : (scene.mentions[found] ?? null);
    const wider = before === null || mention.words[1] - mention.words[0] > before.words[1] - before.words[0];
    if (found === null || (heads && !headed) || (heads === headed && wider)) {
      found = index;
      headed = heads;
    }
  });
  const mention = found === null ? undefined : scene.mentions[found];
  if (found === null || mention === undefined) return null;
  return { mention, actor: scene.actors[found] ?? null };
}

/** Quotations reach so far at most: what is quoted at greater length is a document of its own. */
const REACH = 20_000;

const nearby = ({ quotations }: Scene, [start, end]: Span): readonly Quotation[] => {
  const first = firstBeyond(quotations, ({ outer }) => outer[0], start - REACH);
  return quotations.slice(
    first,
    firstBeyond(quotations, ({ outer }) => outer[0], end + REACH),
  );
};

/** Quotations as one who stands at a place sees them: the outermost of those that do not enclose the place. */
export function quotationsSeenFrom(scene: Scene, place: Span): readonly Quotation[] {
  const seen: Quotation[] = [];
  let reached = -1;
  for (const one of nearby(scene, place)) {
    // In the order of their openings, an outer quotation comes before those in it.
    if (contains(one.outer, place) || one.outer[1] <= reached) continue;
    seen.push(one);
    reached = one.outer[1];
  }
  return seen;
}

/** The innermost quotation that encloses a place, or null. */
export const quotationAround = (scene: Scene, place: Span): Quotation | null =>
  nearby(scene, place).findLast(({ outer }) => contains(outer, place)) ?? null;
