import type { Tree } from '../../document/tree.ts';
import { dependents } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';

/** Told as what is or was, in a clause that is neither denied, supposed nor merely possible. */
export function isFact(tree: Tree, index: number): boolean {
  const form = verbForm(tree, index);
  return form.modal === null && !form.infinitive && !supposed(tree, index) && !denied(tree, index);
}

/** Does "not", "never", "no" or "no longer" stand with a word? */
export const denied = (tree: Tree, index: number): boolean =>
  dependents(tree, index, 'advmod', 'det').some(({ lemma }) => ['not', 'never', 'no', 'hardly'].includes(lemma)) ||
  dependents(tree, index, 'advmod').some(({ index: at }) =>
    dependents(tree, at, 'advmod', 'det').some(({ lemma }) => lemma === 'no'),
  );

/** Inside a condition or a doubt: "if Oslo opposes …", "whether". */
export const supposed = (tree: Tree, index: number): boolean =>
  dependents(tree, index, 'mark').some(({ lemma }) => ['if', 'whether', 'unless'].includes(lemma));
