import type { Actor } from '../../document/claim.ts';
import type { ActorOf } from './affiliation.ts';
import { type Discourse, type Entity, sortOf } from './discourse.ts';
import type { Facts } from './facts.ts';
import type { Ground } from './ground.ts';
import type { People } from './people.ts';

export interface Company extends Ground {
  readonly people: People;
  readonly discourse: Discourse;
  readonly actorOf: ActorOf;
}

/** The entity that an actor becomes when a mention speaks of it. */
export const entityOf = (actor: Actor, facts: Facts): Entity => ({
  actor,
  sort: facts.agent?.kind.person === true && !facts.plural ? 'person' : sortOf(actor),
  plural: facts.plural && facts.name === null,
  noun: facts.agent === null ? null : facts.head.lemma.toLowerCase(),
  sector: facts.agent?.kind.sector ?? null,
});
