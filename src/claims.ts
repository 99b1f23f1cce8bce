import type { Claim, EventClaim, RelationClaim, StatementClaim } from './document/claim.ts';

/** The three layers of a reading that hold claims. */
export interface ClaimLayers {
  readonly statements: readonly StatementClaim[];
  readonly events: readonly EventClaim[];
  readonly relations: readonly RelationClaim[];
}

const ORDER = { event: 0, statement: 1, relation: 2 } as const satisfies Record<Claim['kind'], number>;

/**
 * Everything a reading claims, as one list in the order of the text: by the start of its words, then events before
 * statements before relations, then the narrower words, then the id. Every surface shows claims in this order.
 */
export const claimsOf = ({ statements, events, relations }: ClaimLayers): readonly Claim[] =>
  [...events, ...statements, ...relations].sort(
    (a, b) =>
      a.words[0] - b.words[0] ||
      ORDER[a.kind] - ORDER[b.kind] ||
      a.words[1] - b.words[1] ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
