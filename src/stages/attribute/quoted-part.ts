import { contains, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, nodeAt, subtree } from '../../grammar/phrase.ts';
import { isFinite } from '../../grammar/verb-form.ts';
import type { Cue } from './cue.ts';
import type { Quotation } from '../../grammar/quotes.ts';
import { nodesIn, quotationsSeenFrom, type Scene } from './scene.ts';
import { trim } from './trim.ts';

/** "accused him of “a cold silence” over the visit": from the first mark to the end of the phrase that it stands in. */
export function quotedPart(scene: Scene, tree: Tree, cue: Cue): Span | null {
  const verb = nodeAt(tree, cue.node);
  const others = new Set(otherClauses(tree, cue.node));
  const below = subtree(tree, cue.node, ['conj', 'parataxis', 'nsubj', 'punct']).filter(
    (at) => at > cue.node && !others.has(at),
  );
  const last = below.at(-1);
  if (last === undefined) return null;
  const reach: Span = [verb.words[1], nodeAt(tree, last).words[1]];
  const quoted = quotationsSeenFrom(scene, verb.words).find(
    ({ outer, inner }) => outer[0] >= reach[0] && inner[1] <= reach[1] + 2,
  );
  if (quoted === undefined || isTitle(scene, quoted)) return null;
  const clause = nodesIn(scene, quoted.inner).some(isFinite);
  if (clause) return trim(scene, quoted.inner, false);
  const [head] = headsIn(tree, quoted.inner);
  if (head === undefined) return null;
  const phrase = subtree(tree, head.index, ['conj', 'parataxis']);
  const end = Math.max(
    quoted.inner[1],
    nodeAt(tree, phrase.at(-1) ?? head.index).words[1],
    endOfPhraseBehind(tree, quoted),
  );
  return trim(scene, [quoted.inner[0], end], false);
}

/** Nodes of clauses beside a cue's own that have a subject of theirs: "… after critics branded it “hollow”". */
const otherClauses = (tree: Tree, cue: number): readonly number[] =>
  dependents(tree, cue, 'advcl')
    .filter(({ index }) => dependent(tree, index, 'nsubj') !== null)
    .flatMap(({ index }) => subtree(tree, index));

/** "A Winter in the North": two words and more, all of them but the small ones with a capital. */
function isTitle(scene: Scene, { inner }: Quotation): boolean {
  const words = nodesIn(scene, inner).filter(({ upos }) => ['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV'].includes(upos));
  return words.length > 1 && words.every(({ form }) => /^\p{Lu}/u.test(form));
}

/** "“a cold silence” over the visit": the phrase behind the mark belongs to it, whatever the tree hangs it on. */
function endOfPhraseBehind(tree: Tree, { outer }: Quotation): number {
  const next = tree.nodes.find(({ words }) => words[0] >= outer[1]);
  if (next === undefined || next.upos !== 'ADP' || next.head < next.index) return outer[1];
  return nodeAt(tree, next.head).words[1];
}

/** Nodes of a stretch whose governor lies outside it. */
const headsIn = (tree: Tree, span: Span): readonly Node[] => {
  const inside = tree.nodes.filter(({ words, upos }) => contains(span, words) && upos !== 'PUNCT');
  const indices = new Set(inside.map(({ index }) => index));
  return inside.filter(({ head }) => !indices.has(head));
};
