import type { Actor } from '../../document/claim.ts';
import type { Layers } from '../../document/reading.ts';
import { contains, type Span } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Needs } from './scene.ts';

/** Words that mean the two between whom an act is looked for; null where nobody is marked as its target. */
export interface Pair {
  readonly source: Span;
  readonly target: Span | null;
}

/** The layers with the two put in, and where they stand. */
export interface Marked {
  readonly layers: Pick<Layers, 'trees' | 'mentions' | 'actors' | 'statements'>;
  readonly source: Place | null;
  readonly target: Place | null;
}

/** A node of a sentence. */
export interface Place {
  readonly sentence: number;
  readonly node: number;
}

/** The layers with the two put in the place of whatever is named at their words; further mentions of either mean them as well. */
export function withPair(layers: Needs, { source, target }: Pair): Marked {
  const places = { source: placeOf(layers.trees, source), target: target && placeOf(layers.trees, target) };
  const inPair = ([start, end]: Span): boolean =>
    contains(source, [start, end]) || (target !== null && contains(target, [start, end]));
  const at = (place: Place | null): Actor | null => {
    const index = layers.mentions.findIndex(
      (mention) => mention.at.sentence === place?.sentence && mention.at.node === place.node,
    );
    return layers.actors[index] ?? null;
  };
  const [acting, receiving] = [at(places.source), at(places.target)];
  const kept = layers.mentions.flatMap((mention, index) => {
    const actor = layers.actors[index] ?? null;
    if (inPair(nodeAt(layers.trees[mention.at.sentence] as Tree, mention.at.node).words)) return [];
    // "said that they would not": a pronoun of whom nobody knows more stands for the one who acts.
    if (actor === null && mention.form === 'pronoun' && mention.words[0] >= source[1])
      return [{ mention, actor: given(SOURCE, acting) }];
    if (actor !== null && actor.id === acting?.id) return [{ mention, actor: given(SOURCE, acting) }];
    if (actor !== null && actor.id === receiving?.id) return [{ mention, actor: given(TARGET, receiving) }];
    return [{ mention, actor }];
  });
  const put = (place: Place | null, words: Span | null, actor: Actor): typeof kept =>
    place === null || words === null
      ? []
      : [{ mention: { words, at: place, form: 'name', name: words, role: null }, actor }];
  const all = [
    ...put(places.source, source, given(SOURCE, acting)),
    ...put(places.target, target, given(TARGET, receiving)),
    ...kept,
  ];
  return {
    ...places,
    layers: {
      trees: layers.trees,
      statements: layers.statements,
      mentions: all.map(({ mention }) => mention),
      actors: all.map(({ actor }) => actor),
    },
  };
}

/** Ids of the two. */
export const SOURCE = 'source';
export const TARGET = 'target';

/** A participant of whom the marks say that it takes part, with what is known of it. */
const given = (id: string, known: Actor | null): Actor =>
  known === null
    ? { id, name: id, kind: 'group', country: null, sector: 'UNK', as: null }
    : { ...known, id, sector: known.sector ?? 'UNK' };

/** The head of some words: the first node in them that hangs on one outside. */
export function placeOf(trees: readonly Tree[], words: Span): Place | null {
  for (const [sentence, tree] of trees.entries()) {
    const inside = tree.nodes.filter((node) => contains(words, node.words) && node.upos !== 'PUNCT');
    const head = inside.find((node) => node.head < 0 || !contains(words, nodeAt(tree, node.head).words)) ?? inside[0];
    if (head !== undefined) return { sentence, node: head.index };
  }
  return null;
}
