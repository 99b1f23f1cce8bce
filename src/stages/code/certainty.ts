import { CERTAINTIES, type Certainty } from '../../document/claim.ts';
import type { Tree } from '../../document/tree.ts';
import { dependents } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

/** How sure a report is of what it tells, as the words beside it say. */
export function certaintyIn(words: Knowledge['languages/en/standing']): {
  readonly certaintyOf: (tree: Tree, index: number) => Certainty;
  /** "…, but nothing has been confirmed": the sentence says of its acts that they are not settled. */
  readonly unsettled: (tree: Tree) => boolean;
} {
  const possible = new Set(words.possible);
  const probable = new Set(words.probable);
  const inferring = new Set(words.inferring);
  const settling = new Set(words.settling);
  const negative = new Set(words.negative);
  return {
    certaintyOf: (tree, index) => {
      const marks = dependents(tree, index, 'advmod', 'amod', 'aux').map((it) => it.lemma);
      if (marks.some((lemma) => possible.has(lemma))) return 'possible';
      const { modal, perfect } = verbForm(tree, index);
      const inferred = perfect && inferring.has(modal ?? '');
      return inferred || marks.some((lemma) => probable.has(lemma)) ? 'probable' : 'certain';
    },
    unsettled: (tree) =>
      tree.nodes.some(
        (node) =>
          settling.has(node.lemma) && dependents(tree, node.index, 'nsubj').some((it) => negative.has(it.lemma)),
      ),
  };
}

/** The less certain of two. */
export const weaker = (a: Certainty, b: Certainty): Certainty =>
  CERTAINTIES.indexOf(a) > CERTAINTIES.indexOf(b) ? a : b;
