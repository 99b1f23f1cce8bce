import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, preposition } from '../../grammar/phrase.ts';
import { isFinite, verbForm } from '../../grammar/verb-form.ts';
import type { Speech } from '../../languages/speech.ts';
import { clauseNodes } from './clause-nodes.ts';
import type { Place } from './cue.ts';

/**
 * A cue behind or within its content: "Talks would go on, he said", "The plan, he said, was dead". Told by the stops around
 * the cue's clause, for parsers hang it in many ways.
 */
export function asideOf(tree: Tree, node: Node, speech: Speech): Place | null {
  if (!verbForm(tree, node.index).finite || hasLabel(node, 'acl', 'xcomp')) return null;
  // "left after he said": a clause of time is no aside; "as he said" is one.
  if (dependents(tree, node.index, 'mark').some(({ form }) => !speech.asides.has(form.toLowerCase()))) return null;
  const clause = clauseNodes(tree, node.index, []);
  const [first = node.index, last = node.index] = [clause[0], clause.at(-1)];
  const before = tree.nodes[first - 1];
  const after = tree.nodes[last + 1];
  if (first === last || before === undefined || before.upos !== 'PUNCT' || !/[^([;]/.test(before.form)) return null;
  if (isBesidePhrase(tree, node, first)) return null;
  if (!tree.nodes.slice(0, first).some(({ upos }) => upos === 'VERB' || upos === 'AUX' || upos === 'NOUN')) return null;
  const host =
    node.head >= 0 ? node.head : (dependent(tree, node.index, 'ccomp', 'parataxis', 'dep')?.index ?? node.index);
  const rest = tree.nodes.slice(last + 1);
  const next = rest.find(({ upos }) => upos !== 'PUNCT');
  const goesOn = next !== undefined && next.xpos === 'VBG' && speech.verbs.has(next.lemma);
  if (next === undefined || after?.form === ';' || (goesOn && after?.form === ','))
    return { kind: 'host', node: host, scope: 'sentence' };
  const plain =
    rest.every((it) => !isFinite(it) && it.upos !== 'VERB') && !rest.some(({ form }) => /^["“]$/.test(form));
  if (plain && after?.form === ',') return { kind: 'host', node: host, scope: 'sentence' };
  if (after?.form !== ',' || hasLabel(node, 'conj', 'advcl') || next.upos === 'CCONJ') return null;
  return { kind: 'host', node: host, scope: node.head < 0 ? 'sentence' : 'clause' };
}

/** "Talks failed; the envoy denied it": behind a semicolon a clause says something of its own. */
export function standsApart(tree: Tree, node: Node): boolean {
  const [low, high] = [Math.min(node.index, node.head), Math.max(node.index, node.head)];
  return tree.nodes.slice(low, high).some(({ form }) => form === ';');
}

/** "According to the paper, Chile agreed", "In Lima, Chile agreed": all that stands before is a phrase of the cue's own clause. */
function isBesidePhrase(tree: Tree, node: Node, first: number): boolean {
  const ahead = tree.nodes.slice(0, first).filter(({ upos }) => upos !== 'PUNCT');
  const tops = ahead.filter(({ head }) => head < 0 || head >= first);
  return (
    tops.length > 0 &&
    tops.every((it) => it.head === node.index && hasLabel(it, 'obl') && preposition(tree, it.index) !== null)
  );
}
