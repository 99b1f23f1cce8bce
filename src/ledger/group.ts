import type { Claim, EventClaim } from '../document/claim.ts';
import { isOf, type Decision } from './decision.ts';
import { bothDated, mayBeOne, mayBeOneAfter } from './same.ts';
import { byPublication, type Filed } from './rows.ts';

type Group = readonly Filed[];

/**
 * The claims of one bucket, or of several that a person has merged, as groups that are one record each. Statements and
 * relations of a bucket are one; events go by `mayBeOne`. A person's splits and merges come last, and hold.
 */
export function groupClaims(rows: readonly Filed[], decisions: readonly Decision[]): readonly Group[] {
  return decided([...bucketGroups(rows)], decisions);
}

function* bucketGroups(rows: readonly Filed[]): Generator<Filed[]> {
  const sorted = [...rows].sort(byPublication);
  yield* eventGroups(sorted.filter(isEvent));
  for (const kind of ['statement', 'relation'] as const) {
    const some = sorted.filter(({ claim }) => claim.kind === kind);
    const byBucket = new Map<string, Filed[]>();
    for (const row of some) {
      const known = byBucket.get(row.bucket);
      if (known === undefined) byBucket.set(row.bucket, [row]);
      else known.push(row);
    }
    yield* byBucket.values();
  }
}

/** Each claim joins the event of which every claim may be the same, a dated match before a guess, or begins one. */
function eventGroups(rows: readonly Filed<EventClaim>[]): Filed<EventClaim>[][] {
  const groups: Filed<EventClaim>[][] = [];
  for (const row of rows) {
    const fitting = groups.filter((group) => row.bucket === group[0]?.bucket && fits(group, row));
    const group = fitting.find((some) => some.some((member) => bothDated(member, row))) ?? fitting.at(-1);
    if (group === undefined) groups.push([row]);
    else group.push(row);
  }
  return groups;
}

/** The last members are the nearest in time: where one of them differs, the rest need not be asked. */
function fits(group: readonly Filed<EventClaim>[], row: Filed<EventClaim>): boolean {
  let putOff: Filed<EventClaim> | null = null;
  for (let at = group.length - 1; at >= 0; at--) {
    const member = group[at];
    if (member === undefined) return false;
    // The day of a visit that was put off binds nobody any more.
    if (putOff === null ? !mayBeOne(member, row) : !mayBeOneAfter(putOff, member, row)) return false;
    if (member.claim.status === 'postponed') putOff ??= member;
  }
  return true;
}

function decided(groups: Filed[][], decisions: readonly Decision[]): readonly Group[] {
  for (const decision of decisions) {
    if (isOf('split')(decision)) {
      const leaving = new Set(decision.targets);
      groups = groups.flatMap((group) => {
        const parted = [group.filter(({ root }) => !leaving.has(root)), group.filter(({ root }) => leaving.has(root))];
        return parted.filter((part) => part.length > 0);
      });
    }
    if (isOf('merge')(decision)) groups = merged(groups, decision.targets, decision.others);
  }
  return groups;
}

/** Joins the group of the first standing target with that of the first standing other, if they are of one kind. */
function merged(groups: Filed[][], targets: readonly string[], others: readonly string[]): Filed[][] {
  const [one, other] = [groupWith(groups, targets), groupWith(groups, others)];
  if (one === null || other === null || one === other || one[0]?.claim.kind !== other[0]?.claim.kind) return groups;
  return [...groups.filter((group) => group !== one && group !== other), [...one, ...other].sort(byPublication)];
}

function groupWith(groups: readonly Filed[][], roots: readonly string[]): Filed[] | null {
  for (const root of roots) {
    const group = groups.find((some) => some.some((row) => row.root === root));
    if (group !== undefined) return group;
  }
  return null;
}

export const isEvent = (row: Filed<Claim>): row is Filed<EventClaim> => row.claim.kind === 'event';
