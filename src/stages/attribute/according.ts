import type { Node, Tree } from '../../document/tree.ts';
import { hasLabel, nodeAt, preposition, subtree } from '../../grammar/phrase.ts';
import type { Speech } from '../../languages/speech.ts';
import type { Cue, Found } from './cue.ts';
import { isNominal, run } from './nodes.ts';

/** A preposition of several words that names a source: "according to the envoy". Its content is the clause that it stands in. */
export function accordingCue(tree: Tree, node: Node, speech: Speech): Found | null {
  const words = speech.according.find((parts) =>
    parts.every((part, at) => tree.nodes[node.index + at]?.form.toLowerCase() === part),
  );
  if (words === undefined) return null;
  const last = node.index + words.length - 1;
  const source = sourceAfter(tree, node.index, last);
  if (source === null) return null;
  return {
    node: source,
    form: 'according',
    word: null,
    words: words.map((_, at) => node.index + at),
    place: { kind: 'host', node: clauseAbove(tree, source, node.index), scope: 'clause' },
  };
}

/** The noun that the preposition introduces: its governor, or what hangs on it where the parser took it for a verb. */
function sourceAfter(tree: Tree, first: number, last: number): number | null {
  for (let at = first; at >= 0; at = nodeAt(tree, at).head) if (at > last && preposition(tree, at) !== null) return at;
  const below = nodeAt(tree, first).children.find((child) => child > last) ?? null;
  if (below !== null) return below;
  const next = tree.nodes.find((it) => it.index > last && isNominal(it));
  return next?.index ?? null;
}

/** The predicate that a phrase hangs on in the end. */
function clauseAbove(tree: Tree, source: number, first: number): number {
  let at = nodeAt(tree, source).head;
  if (at === first) at = nodeAt(tree, first).head;
  while (at >= 0) {
    const node = nodeAt(tree, at);
    if (node.head < 0 || node.upos === 'VERB' || hasLabel(node, 'ccomp', 'parataxis', 'conj', 'advcl')) return at;
    at = node.head;
  }
  return tree.root;
}

/** "according to" and the phrase that it introduces, up to the next comma behind it. */
export function accordingNodes(tree: Tree, cue: Cue): readonly number[] {
  const [first = cue.node] = cue.words;
  let last = Math.max(
    ...subtree(tree, cue.node).filter((at) => nodeAt(tree, at).upos !== 'PUNCT' && !isApart(tree, cue.node, at)),
  );
  while (last + 1 < tree.nodes.length && nodeAt(tree, last + 1).upos !== 'PUNCT') last++;
  while (last > cue.node && nodeAt(tree, last).upos === 'PUNCT') last--;
  if (tree.nodes[last + 1]?.form === '(')
    last = tree.nodes.findIndex(({ index, form }) => index > last && form === ')');
  return run(first, last);
}

/** Clauses that a parser hangs on a name by mistake. */
const isApart = (tree: Tree, top: number, at: number): boolean =>
  at > top && nodeAt(tree, at).head === top && hasLabel(nodeAt(tree, at), 'parataxis', 'ccomp');
