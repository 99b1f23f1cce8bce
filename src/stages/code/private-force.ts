import type { Actor } from '../../document/claim.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Match } from './match.ts';
import type { Scene } from './scene.ts';

/** Force among private people, and what firms do to their customers, is no act of politics: "a man shot two neighbours". */
export function isPrivateForce(
  { rule, trigger }: Match,
  { tree, cast }: Scene,
  { actors, recipients }: { readonly actors: readonly Actor[]; readonly recipients: readonly Actor[] },
): boolean {
  if (!FORCE.has(rule.type) || actors.length === 0) return false;
  const single = cast.fill(tree, trigger, 'subject').every((node) => nodeAt(tree, node).xpos === 'NN');
  const isNobody = ({ kind, sector }: Actor): boolean => kind === 'group' && sector === CIVILIAN;
  const isFirm = ({ kind, sector }: Actor): boolean => kind !== 'person' && sector === BUSINESS;
  return (
    actors.every((actor) => isFirm(actor) || (single && isNobody(actor))) &&
    recipients.every((actor) => isFirm(actor) || isNobody(actor))
  );
}

const FORCE = new Set<Match['rule']['type']>(['ASSAULT', 'COERCE', 'SANCTION']);
const CIVILIAN = 'CVL';
const BUSINESS = 'BUS';
