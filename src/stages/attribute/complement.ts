import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt, subtree } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Speech } from '../../languages/speech.ts';
import { asideOf } from './aside.ts';
import { isOpeningMark } from './marks.ts';
import { isNominal } from './nodes.ts';

/** The clause that a cue takes. Infinitives and gerunds tell of an act and not of words. */
export function complementOf(tree: Tree, node: Node, speech: Speech): number | null {
  const spokenTo = dependents(tree, node.index, 'obj', 'iobj', 'obl').filter(
    (it) => hasLabel(it, 'obl') || !speech.nouns.has(it.lemma),
  );
  let own = [
    ...dependents(tree, node.index, 'ccomp', 'csubj'),
    ...dependents(tree, node.index, 'xcomp', 'advcl', 'acl').filter(
      (it) => isThatClause(tree, it, speech) || (hasLabel(it, 'xcomp') && dependent(tree, it.index, 'nsubj') !== null),
    ),
    // The parser may hang the clause on the one spoken to, or on the paper: "told the reporters that …".
    ...spokenTo.flatMap((it) =>
      dependents(tree, it.index, 'acl', 'ccomp').filter((clause) => opensWithThat(tree, clause, speech)),
    ),
    ...dependents(tree, node.index, 'parataxis', 'dep').filter((it) => it.index > node.index && isAfterColon(tree, it)),
  ].filter(
    (it) =>
      !isBareActivity(tree, it) &&
      !(speech.verbs.has(it.lemma) && it.index > node.index && asideOf(tree, it, speech) !== null),
  );
  // "Asked about the tax, the minister said …": what stands ahead without a subject is the occasion.
  const behind = own.filter((it) => it.index > node.index || dependent(tree, it.index, ...SUBJECTS) !== null);
  if (behind.length > 0 && behind.length < own.length) own = behind;
  const that = own.find((it) => isThatClause(tree, it, speech));
  if (that !== undefined) return that.index;
  // "said the rebels' claim that … was untrue": the noun is the subject of the clause behind it.
  const lent =
    own[1] !== undefined && isNominal(own[0] ?? node) && dependent(tree, own[1].index, 'nsubj', 'csubj') === null;
  return (lent ? own[1] : own[0])?.index ?? null;
}

const SUBJECTS = ['nsubj', 'csubj', 'expl', 'cop'];

/** "that" opens the clause and is not its subject: even where the tree makes it a relative one. */
export function opensWithThat(tree: Tree, clause: Node, speech: Speech): boolean {
  const [first = clause.index] = subtree(tree, clause.index);
  const opener = nodeAt(tree, first);
  return (
    speech.complementisers.has(opener.form.toLowerCase()) &&
    !hasLabel(opener, 'nsubj') &&
    dependent(tree, clause.index, 'nsubj', 'csubj') !== null
  );
}

/** "that" opens the clause; a parser may call it an object, but a clause has no two of them. */
export function isThatClause(tree: Tree, node: Node, speech: Speech): boolean {
  const isThat = (it: Node): boolean => speech.complementisers.has(it.form.toLowerCase());
  const objects = dependents(tree, node.index, 'obj');
  return dependents(tree, node.index, 'mark').some(isThat) || (objects.length > 1 && objects.some(isThat));
}

function isBareActivity(tree: Tree, node: Node): boolean {
  if (dependent(tree, node.index, 'nsubj', 'csubj', 'expl', 'cop') !== null) return false;
  const form = verbForm(tree, node.index);
  return !form.finite && (form.infinitive || node.xpos === 'VBG' || node.xpos === 'VB');
}

function isAfterColon(tree: Tree, node: Node): boolean {
  const [first = node.index] = subtree(tree, node.index);
  return tree.nodes.slice(Math.max(0, first - 2), first + 2).some((it) => it.form === ':' || isOpeningMark(it));
}
