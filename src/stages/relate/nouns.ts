import type { Node, Tree } from '../../document/tree.ts';
import { obliquesOf, surfaceSubjects, undergoersOf } from '../../grammar/clause.ts';
import {
  conjuncts,
  dependent,
  dependents,
  firstConjunct,
  hasLabel,
  nodeAt,
  preposition,
} from '../../grammar/phrase.ts';
import type { Rule } from './draft.ts';
import type { Match } from './slots.ts';
import { denied, isFact } from './standing.ts';

/** "Belarus is an ally of Russia": a noun of a rule with those of whom it is said. */
export function nounMatch(rule: Rule, tree: Tree, node: Node): Match | null {
  if (node.upos !== 'NOUN' || !rule.noun.includes(node.lemma) || denied(tree, node.index)) return null;
  const before = dependents(tree, node.index, 'amod', 'compound');
  if (
    rule.with.length > 0 &&
    !before.some(({ lemma, form }) => rule.with.includes(lemma) || rule.with.includes(form.toLowerCase()))
  )
    return null;
  if (before.some(({ lemma, form }) => rule.without.includes(lemma) || rule.without.includes(form.toLowerCase())))
    return null;
  const objects = [
    ...obliquesOf(tree, node.index)
      .filter(({ preposition }) => rule.object.includes(preposition))
      .map((it) => it.node),
    ...(rule.possessor
      ? dependents(tree, node.index, 'nmod:poss').flatMap((owner) => conjuncts(tree, owner.index))
      : []),
    ...(rule['or before'] ? before.filter(({ form }) => /^\p{Lu}/u.test(form)).map((it) => it.index) : []),
  ];
  return {
    rule,
    node: node.index,
    subjects: bearersOf(rule, tree, node),
    objects: objects.map((at) => ({ node: at, name: null })),
  };
}

/**
 * Those of whom a noun is said: by "is" or "became", in apposition, as the name that follows it ("its ally Belarus"), or as
 * examples ("members such as Gabon", "its members include Gabon").
 */
function bearersOf(rule: Rule, tree: Tree, node: Node): readonly number[] {
  if (rule.owned) return dependents(tree, node.index, 'nmod:poss').flatMap((owner) => conjuncts(tree, owner.index));
  const base = nodeAt(tree, firstConjunct(tree, node.index));
  const around = [node.index, ...obliquesOf(tree, node.index).map((it) => it.node)];
  const examples = around
    .flatMap((at) => (rule.listed ? obliquesOf(tree, at) : []))
    .filter(({ preposition }) => EXAMPLES.has(preposition));
  if (examples.length > 0) return examples.map((example) => example.node);
  if (dependent(tree, base.index, 'cop') !== null || dependent(tree, node.index, 'cop') !== null)
    return isFact(tree, base.index) ? surfaceSubjects(tree, node.index) : [];
  const up = base.head < 0 ? null : nodeAt(tree, base.head);
  // "is one of its members"
  if (
    up !== null &&
    up.upos === 'NUM' &&
    preposition(tree, base.index) === 'of' &&
    dependent(tree, up.index, 'cop') !== null
  )
    return isFact(tree, up.index) ? surfaceSubjects(tree, up.index) : [];
  if (up !== null && up.upos === 'NUM' && preposition(tree, base.index) === 'of' && up.label === 'appos')
    return [up.head];
  if (up !== null && base.label === 'xcomp') return isFact(tree, up.index) ? surfaceSubjects(tree, up.index) : [];
  if (up !== null && base.label === 'nsubj') {
    if (dependent(tree, up.index, 'cop') !== null) return isFact(tree, up.index) ? conjuncts(tree, up.index) : [];
    return rule.under.includes(up.lemma) && isFact(tree, up.index) ? undergoersOf(tree, up.index) : [];
  }
  if (up !== null && base.label === 'appos') return conjuncts(tree, up.index).filter((at) => at < node.index);
  if (up !== null && base.label === 'compound' && up.upos === 'PROPN') return [up.index];
  return dependents(tree, node.index, 'appos')
    .filter(({ upos }) => upos === 'PROPN')
    .flatMap(({ index }) => conjuncts(tree, index));
}

const EXAMPLES = new Set(['such as', 'including', 'like']);

/** "Iran-backed rebels": the word before the hyphen, and the noun. */
export function compoundMatch(rule: Rule, tree: Tree, node: Node): Match | null {
  if (
    !rule.adjective.includes(node.form.toLowerCase()) ||
    tree.nodes[node.index - 1]?.form !== '-' ||
    !hasLabel(node, 'amod', 'compound', 'acl')
  )
    return null;
  return { rule, node: node.index, subjects: [node.index - 2], objects: [{ node: node.head, name: null }] };
}
