import { type Reckoning } from './nearest.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { dependent, hasLabel, nodeAt } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';

/** Words by which a language looks ahead; lemmas and lower-case forms. */
export interface Ahead {
  readonly modals: ReadonlySet<string>;
  readonly lemmas: ReadonlySet<string>;
  /** Those that look ahead only to their infinitive. */
  readonly complements: ReadonlySet<string>;
}

/**
 * Where the clause that holds a node looks: back for a past or perfect verb, ahead for "will", for the complement of "plan"
 * or "due"; null where no verb says.
 */
export function directionOf(tree: Tree, index: number, ahead: Ahead): Reckoning['direction'] {
  let infinitive = false;
  // "moved the vote to 24 June": a past verb says little of the date of a noun below it.
  let noun = false;
  for (let at = index, steps = 0; at >= 0 && steps < tree.nodes.length; at = nodeAt(tree, at).head, steps += 1) {
    const node = nodeAt(tree, at);
    if (at !== index && ahead.lemmas.has(node.lemma) && comesAhead(tree, at, infinitive)) return 'coming';
    if (infinitive && ahead.complements.has(node.lemma)) return 'coming';
    const predicate = node.upos === 'VERB' || node.upos === 'AUX' || dependent(tree, at, 'cop', 'aux') !== null;
    if (!predicate || at === index) {
      noun ||= at !== index && node.upos === 'NOUN';
      continue;
    }
    const form = verbForm(tree, at);
    if (form.modal !== null && ahead.modals.has(form.modal)) return form.perfect ? 'past' : 'coming';
    if (form.tense === 'past' || form.perfect) return noun ? null : 'past';
    if (form.infinitive || isOrder(tree, node)) infinitive = true;
    else if (form.tense === 'present') return infinitive ? 'coming' : 'present';
  }
  return infinitive ? 'coming' : null;
}

/** "Send them in two days": an order looks ahead as an infinitive does. */
const isOrder = (tree: Tree, node: Node): boolean =>
  node.xpos === 'VB' && node.head < 0 && dependent(tree, node.index, 'nsubj', 'aux') === null;

/** Does "plan", "due" or "agree" govern what lies below rather than merely stand in the past ("was set on Monday")? */
function comesAhead(tree: Tree, index: number, infinitive: boolean): boolean {
  const node = nodeAt(tree, index);
  if (infinitive || node.upos === 'ADJ' || node.upos === 'NOUN' || hasLabel(node, 'amod')) return true;
  const passive = dependent(tree, index, 'aux:pass') !== null || (node.xpos === 'VBN' && hasLabel(node, 'acl'));
  return passive || dependent(tree, index, 'obj', 'ccomp', 'xcomp') === null;
}
