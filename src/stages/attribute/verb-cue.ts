import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel } from '../../grammar/phrase.ts';
import { isPassive, verbForm } from '../../grammar/verb-form.ts';
import type { CueWord, Speech } from '../../languages/speech.ts';
import { asideOf, standsApart } from './aside.ts';
import { complementOf } from './complement.ts';
import type { Found } from './cue.ts';
import { followingClause, followingObject } from './following.ts';
import { wasSaid } from './was-said.ts';

/** A verb that brings what somebody said, with the place of its content. Beside a quotation any finite verb may be one. */
export function verbCue(tree: Tree, node: Node, speech: Speech, quoted: boolean): Found | null {
  if (!node.xpos.startsWith('VB') || node.upos === 'AUX') return null;
  if (hasLabel(node, 'amod', 'compound') && node.xpos !== 'VBG') return null;
  const word = knownVerb(tree, node, speech);
  if ((word === null && !quoted) || !wasSaid(tree, node, speech)) return null;
  const base = { node: node.index, form: 'verb', word, words: [node.index] } as const;
  if (word === null) return verbForm(tree, node.index).finite ? { ...base, place: { kind: 'open' } } : null;
  const aside = word.quoted ? null : asideOf(tree, node, speech);
  if (aside !== null) return { ...base, place: aside };
  const complement = complementOf(tree, node, speech);
  const following = followingClause(tree, node, complement, speech);
  if (word.quoted && isPassive(tree, node.index)) return null;
  if (following !== null) return word.quoted ? null : { ...base, place: { kind: 'following', ...following } };
  if (complement !== null) return word.quoted ? null : { ...base, place: { kind: 'complement', node: complement } };
  if (node.label === 'parataxis' && !word.quoted && verbForm(tree, node.index).finite && !standsApart(tree, node))
    return { ...base, place: { kind: 'host', node: node.head, scope: 'clause' } };
  const object = word.noun === 'statement' && !isPassive(tree, node.index) ? dependent(tree, node.index, 'obj') : null;
  if (object !== null && object.upos !== 'PRON' && object.index > node.index)
    return { ...base, place: { kind: 'object', ...followingObject(tree, node, object, speech) } };
  return { ...base, place: { kind: 'open' } };
}

function knownVerb(tree: Tree, node: Node, speech: Speech): CueWord | null {
  const word = speech.verbs.get(node.lemma.toLowerCase()) ?? null;
  const particle = word?.particle[node.lemma.toLowerCase()];
  // "called off", "put down": with a particle a verb of judging is another verb.
  if (particle === undefined)
    return word?.quoted === true && dependent(tree, node.index, 'compound:prt') !== null ? null : word;
  const has = dependents(tree, node.index, 'compound', 'advmod').some((it) => it.form.toLowerCase() === particle);
  return has ? word : null;
}
