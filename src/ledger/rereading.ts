import type { Claim } from '../document/claim.ts';
import { claimKeys, continued, type Earlier } from './keys.ts';

/** A claim as the ledger holds it now. */
export interface HeldClaim extends Earlier {
  readonly claim: Claim;
}

/** What a new reading of a report says that the one in the ledger does not, and the other way round. */
export interface Rereading {
  readonly gained: readonly Claim[];
  readonly lost: readonly HeldClaim[];
  readonly changed: readonly { readonly was: HeldClaim; readonly now: Claim; readonly fields: readonly string[] }[];
}

/** Compares two readings of one report, claim by claim as decisions will be carried over. */
export function rereading(report: string, held: readonly HeldClaim[], claims: readonly Claim[]): Rereading {
  const keys = claimKeys(report, claims);
  const roots = continued(
    claims.map((claim, at) => ({ key: keys[at] ?? '', claim })),
    held,
  );
  const byRoot = new Map(held.map((one) => [one.root, one]));
  const pairs = claims.map((now, at) => ({ now, was: byRoot.get(roots[at]?.root ?? '') ?? null }));
  const kept = new Set(pairs.map(({ was }) => was?.root));
  return {
    gained: pairs.filter(({ was }) => was === null).map(({ now }) => now),
    lost: held.filter(({ root }) => !kept.has(root)),
    changed: pairs.flatMap(({ was, now }) => {
      const fields = was === null ? [] : differing(was.claim, now);
      return was === null || fields.length === 0 ? [] : [{ was, now, fields }];
    }),
  };
}

// Numbers within a reading and the ways of the reader: no reader of the ledger sees them.
const INNER = new Set(['id', 'statement', 'because', 'confidence']);

function differing(was: Claim, now: Claim): readonly string[] {
  const [old, fresh] = [Object.entries(was), new Map<string, unknown>(Object.entries(now))];
  return old
    .filter(([field, value]) => !INNER.has(field) && JSON.stringify(value) !== JSON.stringify(fresh.get(field)))
    .map(([field]) => field);
}
