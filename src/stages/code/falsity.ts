import type { Certainty } from '../../document/claim.ts';
import type { Tree } from '../../document/tree.ts';
import { dependents, hasLabel, nodeAt, preposition, subtree } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type FindGovernor, laterPredicates, predicateOver } from './governors.ts';
import type { Supposition } from './supposition.ts';

/** A word that says of what was told that it is not so, that it is no more than hoped or feared, or only thought to be so. */
export interface Verdict {
  readonly rule: string;
  readonly node: number;
  /** `own`: what was told keeps its status, and is less sure. */
  readonly status: 'denied' | 'proposed' | 'possible' | 'own';
  readonly certainty: Certainty;
}

/**
 * Finds the word that denies, hopes or fears what a clause tells, however deep the clause stands in what is told: "denied that it had agreed
 * to meet", "it is untrue that …", "rumours that … were dismissed". Reasons and times that stand beside are not denied.
 */
export function falsityOf(
  { contents, telling }: Knowledge['languages/en/standing'],
  { find, negated }: { readonly find: FindGovernor; readonly negated: Supposition['isCondition'] },
): (tree: Tree, index: number) => Verdict | null {
  const holding = new Set(contents);
  const opening = new Set(telling);

  /** The words that may judge what a clause tells; the walk goes on from the first. */
  const judges = (tree: Tree, index: number): readonly number[] => {
    const node = nodeAt(tree, index);
    if (node.head < 0) return [];
    const head = nodeAt(tree, node.head);
    const content =
      hasLabel(node, 'ccomp', 'csubj', 'xcomp', 'conj') || (head.upos === 'NOUN' && isContent(tree, index, opening));
    if (!content) return [];
    const beside = laterPredicates(tree, head.index).filter((it) => it !== index);
    if (!holding.has(head.lemma) || head.upos !== 'NOUN') return [head.index, ...beside];
    const bare = hasLabel(head, 'obl') && preposition(tree, head.index) === null;
    return hasLabel(head, 'nsubj', 'obj') || bare ? [predicateOver(tree, head.index)] : [head.index, ...beside];
  };

  const verdictBy = (tree: Tree, from: number, judge: number): Verdict | null => {
    const governor = find(tree, judge, { act: from, over: 'contents' });
    const verdict = negated(tree, judge) ? governor?.negated : governor?.status;
    if (governor === null || (verdict !== 'denied' && negated(tree, judge))) return null;
    const said = { rule: governor.id, node: judge, certainty: governor.certainty ?? 'possible' };
    if (verdict === 'denied' || verdict === 'proposed' || verdict === 'possible') return { ...said, status: verdict };
    return verdict === 'own' && governor.certainty !== null ? { ...said, status: 'own' } : null;
  };

  return (tree, from) => {
    let found = judges(tree, from);
    let unsure: Verdict | null = null;
    for (let steps = 0; found.length > 0 && steps <= tree.nodes.length; steps++) {
      const verdict = found.map((judge) => verdictBy(tree, from, judge)).find((it) => it !== null) ?? null;
      if (verdict !== null && verdict.status !== 'own') return verdict;
      unsure ??= verdict;
      found = judges(tree, found[0] ?? from);
    }
    return unsure;
  };
}

const RELATIVE = new Set(['WDT', 'WP', 'WP$']);

/** Does the clause on a noun say what the noun tells ("rumours that they met")? A relative clause lacks what the noun stands for. */
function isContent(tree: Tree, index: number, opening: ReadonlySet<string>): boolean {
  const node = nodeAt(tree, index);
  if (!hasLabel(node, 'acl')) return false;
  const that = (it: { readonly lemma: string }): boolean => opening.has(it.lemma);
  if (dependents(tree, index, 'mark').some(that)) return true;
  // "claims it had expelled the envoy": a clause that lacks nothing and has no relative pronoun, whatever the tree calls it.
  const whole = dependents(tree, index, 'nsubj').length > 0 && dependents(tree, index, 'obj', 'ccomp').length > 0;
  if (whole && !subtree(tree, index).some((at) => RELATIVE.has(nodeAt(tree, at).xpos))) return true;
  const objects = dependents(tree, index, 'obj', 'nsubj', 'ccomp', 'xcomp');
  return objects.some(that) && objects.length > 2;
}
