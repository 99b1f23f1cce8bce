import type { Actor } from '../../document/claim.ts';
import type { Facts } from './facts.ts';

/** What sort of thing an entity is, for the words and pronouns that take it up again. */
export type Sort = 'person' | 'state' | 'pact' | 'organisation' | 'media' | 'group';

/** Somebody the report has spoken of. */
export interface Entity {
  readonly actor: Actor;
  readonly sort: Sort;
  readonly plural: boolean;
  /** The lemma of the noun that it was called by, for "the militants" after "masked militants"; null for names. */
  readonly noun: string | null;
  readonly sector: string | null;
}

interface Seen {
  readonly entity: Entity;
  readonly facts: Facts;
}

/** The entities of a report in the order in which they are spoken of; filled as the mentions are linked. */
export interface Discourse {
  readonly note: (entity: Entity, facts: Facts) => void;
  /** Mentions before a given one, the nearest first, back to `sentences` sentences before. */
  readonly before: (facts: Facts, sentences: number) => readonly Seen[];
  /** Pronouns have told this person's sex. */
  readonly sexes: Map<string, 'male' | 'female'>;
}

/** An empty discourse. */
export function openDiscourse(): Discourse {
  const seen: Seen[] = [];
  return {
    note: (entity, facts) => void seen.push({ entity, facts }),
    before: (facts, sentences) => {
      const found: Seen[] = [];
      for (let at = seen.length - 1; at >= 0; at--) {
        const one = seen[at];
        if (one === undefined || one.facts.mention.at.sentence < facts.mention.at.sentence - sentences) break;
        if (one.facts.index < facts.index) found.push(one);
      }
      return found;
    },
    sexes: new Map(),
  };
}

/** The sort of an actor. */
export const sortOf = (actor: Actor): Sort =>
  actor.kind === 'organisation' && actor.sector === 'JRN' ? 'media' : actor.kind;
