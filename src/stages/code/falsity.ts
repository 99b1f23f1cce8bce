import type { Tree } from '../../document/tree.ts';
import { dependents, hasLabel, nodeAt } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type FindGovernor, predicateOver } from './governors.ts';
import type { Supposition } from './supposition.ts';

/** A word that says of what was told that it is not so. */
export interface Denial {
  readonly rule: string;
  readonly node: number;
}

/**
 * Finds the word that denies what a clause tells, however deep the clause stands in what is told: "denied that it had agreed
 * to meet", "it is untrue that …", "rumours that … were dismissed". Reasons and times that stand beside are not denied.
 */
export function falsityOf(
  { contents }: Knowledge['languages/en/standing'],
  { find, negated }: { readonly find: FindGovernor; readonly negated: Supposition['isCondition'] },
): (tree: Tree, index: number) => Denial | null {
  const holding = new Set(contents);

  /** The words that may judge what a clause tells, and where the walk goes on. */
  const judges = (tree: Tree, index: number): readonly number[] => {
    const node = nodeAt(tree, index);
    if (node.head < 0) return [];
    if (hasLabel(node, 'ccomp', 'csubj', 'xcomp', 'conj')) return [node.head];
    const noun = nodeAt(tree, node.head);
    if (noun.upos !== 'NOUN' || !isContent(tree, index)) return [];
    return holding.has(noun.lemma) && hasLabel(noun, 'nsubj', 'obj') ? [predicateOver(tree, noun.index)] : [noun.index];
  };

  return (tree, from) => {
    let [at] = judges(tree, from);
    for (let steps = 0; at !== undefined && steps <= tree.nodes.length; steps++) {
      const governor = find(tree, at, { act: from, over: 'contents' });
      const verdict = negated(tree, at) ? governor?.negated : governor?.status;
      if (governor !== null && verdict === 'denied') return { rule: governor.id, node: at };
      [at] = judges(tree, at);
    }
    return null;
  };
}

/** Does the clause on a noun say what the noun tells ("rumours that they met")? A relative clause lacks what the noun stands for. */
function isContent(tree: Tree, index: number): boolean {
  const node = nodeAt(tree, index);
  if (!hasLabel(node, 'acl')) return false;
  const that = (it: { readonly lemma: string }): boolean => it.lemma === 'that';
  if (dependents(tree, index, 'mark').some(that)) return true;
  const objects = dependents(tree, index, 'obj', 'nsubj', 'ccomp', 'xcomp');
  return objects.some(that) && objects.length > 2;
}
