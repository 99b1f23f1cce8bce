import type { Node, Tree } from '../../document/tree.ts';
import { dependents, hasLabel, nodeAt, subtree } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

/**
 * Is a word denied where it stands? By an adverb or a conjunction ("did not meet", "rather than meet"), or by a subject or
 * object that is nobody or none of several ("no envoy went", "neither Oslo nor Bern signed").
 */
export function negationOf({ negators, adding, negative, unmet }: Knowledge['languages/en/standing']): {
  readonly negated: (tree: Tree, index: number) => boolean;
  /** Is it the noun's own determiner, preposition or adverb that denies it ("no visit", "instead of a visit", "not a visit")? */
  readonly none: (tree: Tree, index: number) => boolean;
} {
  const denying = new Set(negators);
  const empty = new Set(negative);
  const isDenying = (tree: Tree, it: Node): boolean =>
    (denying.has(it.lemma) || denying.has(fixedForm(tree, it.index))) &&
    !adding.includes(tree.nodes[it.index + 1]?.lemma ?? '');
  const denies = (tree: Tree, index: number, ...labels: readonly string[]): boolean =>
    dependents(tree, index, ...labels).some((it) => isDenying(tree, it));
  /** "is yet to sign" */
  const isUnmet = (tree: Tree, index: number): boolean =>
    dependents(tree, index, 'advmod').some((it) => unmet.includes(it.lemma)) && verbForm(tree, index).infinitive;
  const determined = (tree: Tree, index: number): boolean =>
    dependents(tree, index, 'det').some((it) => empty.has(it.lemma));
  return {
    negated: (tree, index) =>
      denies(tree, index, 'advmod', 'mark', 'case', 'cc:preconj') ||
      joinersOf(tree, index).some((it) => isDenying(tree, it)) ||
      isUnmet(tree, index) ||
      determined(tree, index) ||
      dependents(tree, index, 'nsubj', 'obj').some(
        (it) => empty.has(it.lemma) || determined(tree, it.index) || denies(tree, it.index, 'cc:preconj'),
      ),
    none: (tree, index) => determined(tree, index) || denies(tree, index, 'case', 'advmod'),
  };
}

/** The conjunctions of a clause. One right before a clause that depends on another is of that one: "Rather than sign, it …". */
function joinersOf(tree: Tree, index: number): readonly Node[] {
  const before = (clause: number, it: Node): boolean =>
    Math.min(...subtree(tree, clause)) === Math.max(...subtree(tree, it.index)) + 1;
  const node = nodeAt(tree, index);
  const lent = hasLabel(node, 'advcl') ? dependents(tree, node.head, 'cc').filter((it) => before(index, it)) : [];
  const clauses = dependents(tree, index, 'advcl');
  return [
    ...lent,
    ...dependents(tree, index, 'cc').filter((it) => !clauses.some((clause) => before(clause.index, it))),
  ];
}

/** A word with those fixed to it, and an adverb with the one before it: "instead of", "no longer". */
const fixedForm = (tree: Tree, index: number): string =>
  [
    ...dependents(tree, index, 'advmod').filter((it) => it.index === index - 1),
    nodeAt(tree, index),
    ...dependents(tree, index, 'fixed'),
  ]
    .map((it) => it.form.toLowerCase())
    .join(' ');
