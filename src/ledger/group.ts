import type { Claim, EventClaim } from '../document/claim.ts';
import { isOf, type Decision } from './decision.ts';
import { bothDated, isGuess, mayBeOne, mayBeOneAfter } from './same.ts';
import { tellingOf, unlike, type Telling } from './telling.ts';
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

/** An event as it grows, its claims in the order of publication. */
interface Growing {
  readonly bucket: string;
  readonly rows: Filed<EventClaim>[];
  readonly reports: Set<string>;
  /** The last claim by which it was put off, with what was told up to then; and what was told since. One of each sort. */
  putOff: Telling | null;
  before: readonly Telling[];
  since: readonly Telling[];
}

/** Each claim joins an event of which every claim may be the same, or begins one. */
function eventGroups(rows: readonly Filed<EventClaim>[]): Filed<EventClaim>[][] {
  const groups: Growing[] = [];
  for (const row of rows) {
    const telling = tellingOf(row);
    const fitting = groups.filter((group) => fits(group, telling));
    const group = bestOf(fitting, telling);
    if (group === undefined) groups.push(begun(telling));
    else join(group, telling);
  }
  return groups.map((group) => group.rows);
}

/** A match in the date before any other. What is done to nobody told joins only where there is no choice. */
function bestOf(fitting: readonly Growing[], telling: Telling): Growing | undefined {
  const sure = fitting.filter(({ since }) => since.length === 0 || since.some((member) => !isGuess(member, telling)));
  if (sure.length === 0) return fitting.length === 1 ? fitting[0] : undefined;
  return sure.find(({ since }) => since.some((member) => bothDated(member, telling))) ?? sure.at(-1);
}

/** Claims of one report are never one: its reading has told them apart. The day of a visit that was put off binds nobody. */
const fits = ({ bucket, reports, putOff, before, since }: Growing, telling: Telling): boolean =>
  bucket === telling.row.bucket &&
  since.every((member) => mayBeOne(member, telling)) &&
  !reports.has(telling.row.report.key) &&
  (putOff === null || before.every((member) => mayBeOneAfter(putOff, member, telling)));

function begun(telling: Telling): Growing {
  const group: Growing = {
    bucket: telling.row.bucket,
    rows: [],
    reports: new Set(),
    putOff: null,
    before: [],
    since: [],
  };
  join(group, telling);
  return group;
}

function join(group: Growing, telling: Telling): void {
  group.rows.push(telling.row);
  group.reports.add(telling.row.report.key);
  group.since = unlike([...group.since, telling]);
  if (telling.claim.status !== 'postponed') return;
  group.putOff = telling;
  group.before = unlike([...group.before, ...group.since]);
  group.since = [];
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
