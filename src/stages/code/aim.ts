import type { Tree } from '../../document/tree.ts';
import { hasLabel, nodeAt } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Match } from './match.ts';

/**
 * What an act of force is done for, where that is an act of the same type: "launched a campaign to drive out the militia". The two are one act,
 * told in the first.
 */
export const aimsOf = (match: Match, tree: Tree, matches: readonly Match[]): readonly Match[] =>
  FORCE.has(match.rule.type)
    ? matches.filter((other) => other !== match && other.rule.type === match.rule.type && isFor(tree, other, match))
    : [];

const FORCE = new Set<Match['rule']['type']>(['ASSAULT', 'COERCE', 'MOBILIZE', 'PROTEST']);

/** Is a match the aim of another in its sentence? */
export const isAim = (match: Match, tree: Tree, matches: readonly Match[]): boolean =>
  matches.some((other) => aimsOf(other, tree, matches).includes(match));

/** An infinitive below the act's word or its carrier, at most behind a noun: "in an effort to". */
function isFor(tree: Tree, { trigger: aim }: Match, { trigger: { node, carrier } }: Match): boolean {
  if (aim.kind !== 'verb' || !verbForm(tree, aim.node).infinitive) return false;
  let at = nodeAt(tree, aim.node);
  for (let steps = 0; steps < 3 && at.head >= 0 && hasLabel(at, 'advcl', 'acl', 'obl', 'nmod'); steps++) {
    if (at.head === node || at.head === carrier) return true;
    at = nodeAt(tree, at.head);
    if (at.upos === 'VERB') return false;
  }
  return false;
}
