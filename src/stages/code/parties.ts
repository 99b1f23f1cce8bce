import type { Actor } from '../../document/claim.ts';
import type { PlaceMention } from '../../document/reading.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import { partiesIn } from './cast.ts';
import type { Match } from './match.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './slots.ts';

/** Some actors but those among others. */
export const without = (some: readonly Actor[], others: readonly Actor[]): readonly Actor[] =>
  some.filter((actor) => !others.some((other) => other.id === actor.id));

/**
 * The host of a visit is the state that is visited, also where the report names only a city; and where a force of one state strikes in
 * another, that one is struck.
 */
export function hosts(
  recipients: readonly Actor[],
  {
    rule,
    place,
    states,
    actors,
  }: { rule: Match['rule']; place: PlaceMention | null; states: ReadonlyMap<string, string>; actors: readonly Actor[] },
): readonly Actor[] {
  const strikes = rule.type === 'ASSAULT' && actors.some((actor) => actor.country !== null);
  if ((rule.mode !== 'visit' && !strikes) || recipients.length > 0 || place?.country == null) return recipients;
  const name = states.get(place.country);
  if (name === undefined || actors.some((actor) => actor.country === place.country)) return recipients;
  return [{ id: place.country, name, kind: 'state', country: place.country, sector: null, as: null }];
}

/** Who asked for an act: as its rule says, or the subject of the word that asks for it. */
export function initiatorsOf(
  { rule, trigger }: Match,
  { tree, cast, stand }: Scene,
  hosts: readonly Actor[],
): readonly Actor[] {
  if (rule.initiators.length > 0) return rule.initiators.flatMap((slot) => partiesIn(cast, tree, trigger, slot));
  if (stand.asked === null) return [];
  const kind = nodeAt(tree, stand.asked).upos === 'NOUN' ? 'noun' : 'verb';
  const asking: Trigger = { sentence: trigger.sentence, node: stand.asked, kind, carrier: null };
  const askers = partiesIn(cast, tree, asking, 'subject');
  // "was invited to visit China": where nobody is said to invite, it is the host.
  return askers.length > 0 || stand.status !== 'invited' ? askers : hosts;
}
