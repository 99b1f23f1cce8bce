import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Title } from '../../languages/titles.ts';
import type { Chunk } from './chunk.ts';

/** A singular noun without a word before it is a capacity ("as mediator", "remain leader"), not somebody. */
export function isBare(tree: Tree, { from, head }: Pick<Chunk, 'from' | 'head'>): boolean {
  const node = nodeAt(tree, head);
  return from === head && node.xpos === 'NN' && !node.label.startsWith('nsubj') && node.label !== 'appos';
}

export const isTitled = (head: Node): boolean => head.upos === 'PROPN' || head.label === 'conj';

/** "in force", "at court": no party to anything. */
export const isPlaced = (tree: Tree, head: number): boolean =>
  nodeAt(tree, head).children.some(
    (child) => /^(in|at|on|under)$/i.test(tree.nodes[child]?.form ?? '') && tree.nodes[child]?.label === 'case',
  );

/** "shot in the head": a word that may be a title, alone and not as a subject, says nothing of anybody. */
export function isIdle(tree: Tree, { head, from }: Chunk, title: Title): boolean {
  const node = nodeAt(tree, head);
  if (title.head.lone || title.head.of !== 'body' || /^(nsubj|appos|conj)/.test(node.label) || head - from > 1)
    return false;
  return !node.children.some(
    (child) => /^(nmod|appos|compound|acl)/.test(tree.nodes[child]?.label ?? '') && tree.nodes[child]?.xpos !== 'PRP$',
  );
}
