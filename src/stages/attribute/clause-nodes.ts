import type { Node, Tree } from '../../document/tree.ts';
import { dependents, hasLabel, nodeAt, subtree } from '../../grammar/phrase.ts';
import { isQuotationMark } from './marks.ts';
import { isNominal, run } from './nodes.ts';

/**
 * The nodes of a cue's own clause, ascending and without gaps: the cue, its subject, those spoken to, circumstances.
 * What hangs on it otherwise, and what is content, is left out, and so is all that lies beyond it.
 */
export function clauseNodes(tree: Tree, cue: number, content: readonly number[]): readonly number[] {
  const apart = new Set(content);
  const own = new Set([cue]);
  const subject = subjectOf(tree, cue);
  for (const child of dependents(tree, cue, ...OWN)) {
    if (hasLabel(child, 'nsubj') && child.index !== subject?.index) continue;
    if (!apart.has(child.index)) subtree(tree, child.index).forEach((at) => own.add(at));
  }
  content.forEach((at) => own.delete(at));
  const isStop = (at: number): boolean => tree.nodes[at]?.upos === 'PUNCT';
  let first = cue;
  while (own.has(first - 1) || (isStop(first - 1) && own.has(first - 2))) first--;
  let last = cue;
  while (own.has(last + 1) || (isStop(last + 1) && own.has(last + 2))) last++;
  while (last > cue && nodeAt(tree, last).upos === 'PUNCT') last--;
  while (first < cue && nodeAt(tree, first).upos === 'PUNCT') first++;
  if (content.length === 0) first = startOfNameBefore(tree, cue) ?? first;
  return run(first, last);
}

const OWN = ['nsubj', 'aux', 'obj', 'iobj', 'obl', 'advmod', 'mark', 'cop', 'compound', 'expl', 'case'];

/**
 * The subject of a verb to which a parser gave two: of "The plan, he said, was dead" the nearer one; of "“Few left,” said
 * the mayor" the one behind; of "The paper, in its first edition, said officials left" the one before, for the other's
 * verb follows.
 */
export function subjectOf(tree: Tree, verb: number): Node | null {
  const all = dependents(tree, verb, 'nsubj');
  const before = all.filter(({ index }) => index < verb).at(-1) ?? null;
  const behind = all.find(({ index }) => index > verb) ?? null;
  if (before === null || behind === null) return before ?? behind;
  const quoted = tree.nodes.slice(before.index, verb).some(isQuotationMark);
  const other = dependents(tree, verb, 'ccomp').some(({ index }) => index > behind.index);
  return other && !quoted ? before : behind;
}

/**
 * ", the Court for the Sea (CS) said": the phrase from a stop to a verb, whatever the tree made of it. Null where no name
 * stands there: ", who met the crews, said" has its subject further ahead.
 */
function startOfNameBefore(tree: Tree, verb: number): number | null {
  let first = verb;
  while (
    first > 0 &&
    (IN_NOUN_PHRASE.has(nodeAt(tree, first - 1).upos) || /^[()-]$/.test(nodeAt(tree, first - 1).form))
  )
    first--;
  const stop = tree.nodes[first - 1];
  const named = tree.nodes.slice(first, verb).some(isNominal);
  return named && stop !== undefined && stop.upos === 'PUNCT' ? first : null;
}

const IN_NOUN_PHRASE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADP', 'PART', 'AUX', 'ADV']);
