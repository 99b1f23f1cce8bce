import type { Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt, subtree } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

/** What clauses only suppose or ask. */
export interface Supposition {
  /** Is this the head of a condition: "if it signed", "had it signed"? */
  readonly isCondition: (tree: Tree, index: number) => boolean;
  /** Does this clause hold only on a condition: "will sign if the others do"? */
  readonly isConditional: (tree: Tree, index: number) => boolean;
  /** Does this word stand in a condition or a question, itself or through what it completes? */
  readonly isSupposed: (tree: Tree, index: number) => boolean;
}

/** Reads conditions and questions off conjunctions, and off verbs that stand before their subject. */
export function suppositionOf({ conditions, asking, inverting }: Knowledge['languages/en/standing']): Supposition {
  const conditional = new Set(conditions);
  const asks = new Set(asking);
  const inverts = new Set(inverting);

  const isCondition = (tree: Tree, index: number): boolean =>
    dependents(tree, index, 'mark').some(
      (it) => conditional.has(it.lemma) || (asks.has(it.lemma) && verbForm(tree, index).finite),
    ) || [index, ...lentSubject(tree, index)].some((at) => inverts.has(wordBefore(tree, at)));

  const isQuestion = (tree: Tree, index: number): boolean =>
    dependents(tree, index, 'punct').some((it) => it.form.startsWith('?') && !quotedBetween(tree, index, it.index));

  const isSupposed = (tree: Tree, index: number): boolean => {
    for (let at = index, steps = 0; at >= 0 && steps <= tree.nodes.length; steps++) {
      if (isCondition(tree, at) || isQuestion(tree, at) || isAsked(tree, at)) return true;
      const node = nodeAt(tree, at);
      if (!hasLabel(node, 'xcomp', 'ccomp', 'csubj', 'conj')) return false;
      at = node.head;
    }
    return false;
  };
  return {
    isCondition,
    isConditional: (tree, index) =>
      dependents(tree, index, 'advcl', 'ccomp', 'parataxis').some((it) => isCondition(tree, it.index)),
    isSupposed,
  };
}

/** "Record that Chile signed": what a command tells somebody to say is told by nobody. */
function isAsked(tree: Tree, index: number): boolean {
  const first = tree.nodes.find(({ upos }) => upos !== 'PUNCT' && upos !== 'INTJ');
  const root = tree.nodes[tree.root];
  if (root === undefined || first?.index !== root.index || root.xpos !== 'VB') return false;
  return hasLabel(nodeAt(tree, index), 'ccomp') && dependent(tree, root.index, 'nsubj', 'aux', 'mark') === null;
}

/** "Were Rome to sign": parsers hang the infinitive on its subject. */
function lentSubject(tree: Tree, index: number): readonly number[] {
  const node = nodeAt(tree, index);
  return hasLabel(node, 'acl', 'xcomp') && verbForm(tree, index).infinitive && node.head >= 0 ? [node.head] : [];
}

/** The auxiliary right before a clause's subject, with which the clause begins; empty where it begins otherwise. */
function wordBefore(tree: Tree, index: number): string {
  const subject = nodeAt(tree, index).upos === 'VERB' ? dependent(tree, index, 'nsubj') : nodeAt(tree, index);
  if (subject === null) return '';
  const first = Math.min(...subtree(tree, subject.index));
  const helper = tree.nodes[subject.index === index ? first : first - 1];
  if (helper === undefined || !hasLabel(helper, 'aux', 'cop')) return '';
  const opening = dependents(tree, index, 'advmod', 'cc', 'obl', 'mark', 'advcl').some((it) => it.index < helper.index);
  return opening ? '' : helper.form.toLowerCase();
}

const quotedBetween = (tree: Tree, from: number, to: number): boolean =>
  tree.nodes.slice(from, to).some((node) => node.xpos === '``');
