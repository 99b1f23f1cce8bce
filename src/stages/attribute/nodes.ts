import type { Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt, preposition } from '../../grammar/phrase.ts';

/** The numbers of all nodes from one to another, both included. */
export const run = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

/** The stretch of text from the first of some nodes to the last. */
export const spanOf = (tree: Tree, nodes: readonly number[]): Span => [
  nodeAt(tree, nodes[0] ?? 0).words[0],
  nodeAt(tree, nodes.at(-1) ?? 0).words[1],
];

/** Does one of some prepositions introduce a node's phrase? */
export const isBehind = (tree: Tree, { index }: Pick<Node, 'index'>, prepositions: ReadonlySet<string>): boolean =>
  prepositions.has(preposition(tree, index) ?? '');

/** Can a node be the head of a noun phrase by its part of speech? */
export const isNominal = ({ upos }: Pick<Node, 'upos'>): boolean =>
  upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON';
