import type { Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';

/** Is this the verb of a command ("Leave the city")? A bare form without subject, auxiliary or "to", or one joined to such. */
export function isCommand(tree: Tree, index: number): boolean {
  const node = nodeAt(tree, index);
  if (node.xpos !== 'VB' || dependent(tree, index, 'nsubj', 'aux', 'mark', 'expl') !== null) return false;
  if (hasLabel(node, 'conj')) return isCommand(tree, node.head);
  return hasLabel(node, 'root', 'parataxis') || (hasLabel(node, 'ccomp') && nodeAt(tree, node.head).index > index);
}

/** "will land and take off": parsers take the second bare verb for a present tense. */
export function sharesAuxiliary(tree: Tree, index: number): boolean {
  const node = nodeAt(tree, index);
  if (!hasLabel(node, 'conj') || (node.xpos !== 'VBP' && node.xpos !== 'VB')) return false;
  if (dependent(tree, index, 'nsubj', 'aux', 'mark') !== null) return false;
  const helped = dependent(tree, node.head, 'aux');
  return helped !== null && (helped.xpos === 'MD' || helped.lemma === 'do');
}

/** An act named for the first time: no article, possessor or demonstrative says that the reader knows of it. */
export const isNew = (tree: Tree, noun: number): boolean => {
  const article = dependent(tree, noun, 'det');
  return (
    dependent(tree, noun, 'nmod:poss') === null &&
    (article === null ? nodeAt(tree, noun).upos === 'NOUN' : INDEFINITE.has(article.lemma))
  );
};

/** An act that the reader has heard of: "the talks", "her visit". */
export const isKnown = (tree: Tree, noun: number): boolean =>
  dependent(tree, noun, 'nmod:poss') !== null || DEFINITE.has(dependent(tree, noun, 'det')?.lemma ?? '');

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those']);
const INDEFINITE = new Set(['a', 'an', 'any', 'another', 'some']);

/** "is to visit", "was to have visited" */
export const isDestined = (tree: Tree, index: number): boolean => {
  const { finite, infinitive } = verbForm(tree, index);
  return (
    finite && infinitive && dependents(tree, index, 'cop', 'aux').some((it) => it.lemma === 'be' && it.xpos !== 'VB')
  );
};
