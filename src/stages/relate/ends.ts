import type { Actor, RelationClaim } from '../../document/claim.ts';
import type { Layers, Mention } from '../../document/reading.ts';
import { wordsAt, type Span } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { hasLabel, nodeAt, phraseSpan, subtree } from '../../grammar/phrase.ts';

/** What stands at one end of a relation. */
export type End = RelationClaim['subject'];

export const isActor = (end: End): end is Actor => 'id' in end;

/** The key by which two ends are the same. */
export const keyOf = (end: End): string => (isActor(end) ? end.id : end.name.toLowerCase());

/** A mention with the actor that it means. */
export interface Linked {
  readonly mention: Mention;
  readonly actor: Actor | null;
}

/** The way from nodes to those whom a report means by them. */
export interface Ends {
  /** The widest mention that a node heads. */
  readonly at: (sentence: number, node: number) => Linked | null;
  /** The mention whose words end where a node ends: "Iran" of "Iran-backed". */
  readonly endingAt: (sentence: number, node: number) => Linked | null;
  /** Mentions within others' words, the outer one left out. */
  readonly inside: (outer: Mention) => readonly Linked[];
  /** The actor at a node, else the proper name there as words; null for a common noun that means nobody known. */
  readonly end: (tree: Tree, sentence: number, node: number) => End | null;
  readonly all: readonly Linked[];
}

export function endsOf({
  report,
  trees,
  mentions,
  actors,
}: Pick<Layers, 'report' | 'trees' | 'mentions' | 'actors'>): Ends {
  const all = mentions.map((mention, index): Linked => ({ mention, actor: actors[index] ?? null }));
  const heads = new Map<string, Linked>();
  const closes = new Map<number, Linked>();
  for (const one of all) {
    const key = `${one.mention.at.sentence}:${one.mention.at.node}`;
    if (!heads.has(key)) heads.set(key, one);
    if (!closes.has(one.mention.words[1])) closes.set(one.mention.words[1], one);
  }
  const at = (sentence: number, node: number): Linked | null => heads.get(`${sentence}:${node}`) ?? null;
  return {
    all,
    at,
    endingAt: (sentence, node) => {
      const words = trees[sentence]?.nodes[node]?.words;
      return words === undefined ? null : (closes.get(words[1]) ?? null);
    },
    inside: (outer) =>
      all.filter(
        ({ mention: { words, at: place } }) =>
          place.sentence === outer.at.sentence &&
          outer.words[0] <= words[0] &&
          words[1] <= outer.words[1] &&
          words[1] - words[0] < outer.words[1] - outer.words[0],
      ),
    end: (tree, sentence, node) => {
      const linked = at(sentence, node);
      if (linked?.actor != null) return linked.actor;
      if (linked?.mention.name != null) return { name: wordsAt(report.text, linked.mention.name) };
      return nodeAt(tree, node).upos === 'PROPN' ? { name: wordsAt(report.text, nameSpan(tree, node)) } : null;
    },
  };
}

const OUTSIDE = [
  'acl',
  'appos',
  'nmod',
  'conj',
  'cc',
  'punct',
  'case',
  'det',
  'advcl',
  'parataxis',
  'nsubj',
  'cop',
  'obl',
  'advmod',
];

const nameSpan = (tree: Tree, node: number): Span => phraseSpan(tree, node, OUTSIDE);

/**
 * The words of a phrase as the object of a relation: without its preposition, determiner and relative clauses, and with the
 * phrases that follow it below the same verb ("relates to cooperation in …").
 */
export function gist(tree: Tree, node: number, text: string, verb: number): string {
  const tail = nodeAt(tree, verb)
    .children.map((child) => nodeAt(tree, child))
    .filter((child) => child.index > node && hasLabel(child, 'obl', 'nmod') && child.upos !== 'NUM')
    .flatMap((child) => subtree(tree, child.index));
  const dropped = new Set(
    nodeAt(tree, node)
      .children.map((child) => nodeAt(tree, child))
      .filter((child) =>
        hasLabel(child, 'case', 'mark', 'det', 'punct', 'cc', 'conj', 'acl:relcl', 'parataxis', 'advcl'),
      )
      .filter((child) => !(child.upos === 'PUNCT' && child.index > node))
      .flatMap((child) => subtree(tree, child.index)),
  );
  const kept = [...subtree(tree, node).filter((at) => !dropped.has(at)), ...tail].sort((a, b) => a - b);
  while (nodeAt(tree, kept.at(-1) ?? node).upos === 'PUNCT' && kept.length > 1) kept.pop();
  const first = kept[0] ?? node;
  const last = kept.at(-1) ?? node;
  return wordsAt(text, [nodeAt(tree, first).words[0], nodeAt(tree, last).words[1]]);
}
