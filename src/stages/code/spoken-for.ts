import type { EventClaim } from '../../document/claim.ts';
import type { Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Match } from './match.ts';
import type { Scene } from './scene.ts';

/**
 * Requests, promises and threats speak for what they ask, promise or threaten, except meetings, visits, releases and
 * deployments, and what is denied; and an act that is only thought of ("the benefits of joining") is told by nobody.
 */
export function isSpokenFor({ rule, trigger }: Match, { tree, stand, matches }: Scene): boolean {
  if (stand.thought) return true;
  if (isConcrete(rule) || stand.status === 'denied') return false;
  const speaking = (node: number): boolean =>
    matches.some(
      ({ trigger: other, rule: { type } }) => other.node === node && node !== trigger.node && isSpeech(type),
    );
  return stand.by.some(({ node }) => speaking(node)) || openGovernors(tree, trigger.node).some(speaking);
}

/** "will not let them in": giving way that somebody says will not come is no act. */
export function isRefused({ rule, trigger }: Match, { tree, stand }: Scene): boolean {
  const { modal, perfect } = verbForm(tree, trigger.node);
  return stand.status === 'not-occurred' && YIELDING.has(rule.type) && modal !== null && !perfect;
}

const YIELDING = new Set<EventClaim['type']>(['RETREAT', 'CONCEDE']);

/** The words above an act up to the first clause with a tense of its own. */
function openGovernors(tree: Tree, index: number): readonly number[] {
  const found: number[] = [];
  for (let at = index; nodeAt(tree, at).head >= 0 && !verbForm(tree, at).finite; at = nodeAt(tree, at).head) {
    if (nodeAt(tree, at).upos !== 'VERB') return found;
    found.push(nodeAt(tree, at).head);
  }
  return found;
}

const isConcrete = ({ type, mode }: Match['rule']): boolean =>
  type === 'CONSULT' || type === 'MOBILIZE' || (type === 'RETREAT' && MOVING.has(mode ?? ''));

const MOVING = new Set(['release', 'withdraw']);

/** Does an act of this type consist of words? */
export const isSpeech = (type: EventClaim['type']): boolean => SPEECH.has(type);

const SPEECH = new Set<EventClaim['type']>(['AGREE', 'REQUEST', 'THREATEN', 'REJECT', 'SUPPORT', 'ACCUSE']);
