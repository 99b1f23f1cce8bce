import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Speech } from '../../languages/speech.ts';

/** Not denied, not merely possible, wanted or supposed: "did not say", "may say", "wants to say", "if he says". */
export function wasSaid(tree: Tree, node: Node, speech: Speech): boolean {
  const small = dependents(tree, node.index, 'advmod', 'mark', 'aux', 'det', 'cc');
  if (small.some((it) => speech.silent.has(it.lemma) || speech.silent.has(it.form.toLowerCase()))) return false;
  if (dependents(tree, node.index, 'mark').some((it) => speech.conditions.has(it.lemma))) return false;
  const form = verbForm(tree, node.index);
  if (form.modal !== null && !speech.spoken.has(form.modal)) return false;
  if (form.finite || node.xpos === 'VBG' || node.xpos === 'VBN' || node.xpos === 'VBD') return true;
  if (!form.infinitive) return dependent(tree, node.index, 'nsubj') !== null && !isQuestion(tree);
  if (hasLabel(node, 'xcomp')) {
    const head = nodeAt(tree, node.head);
    return speech.implicative.has(head.lemma) && wasSaid(tree, head, speech);
  }
  return node.label === 'advcl';
}

const isQuestion = (tree: Tree): boolean => tree.nodes.at(-1)?.form === '?';
