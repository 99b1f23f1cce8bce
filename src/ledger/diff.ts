import type { LedgerRecord } from './record.ts';
import type { Viewed } from './view.ts';

/** A line of the changes feed, before it has its number. */
export interface Change {
  readonly op: 'add' | 'edit' | 'withdraw' | 'merge';
  readonly record: string;
  /** The record that it became part of; null but for a merge. */
  readonly into: string | null;
}

/** What a record is told by, in and out of the store: itself as bytes, and the roots that it stands on. */
export interface Seen {
  readonly id: string;
  readonly state: LedgerRecord['state'];
  readonly body: string;
  readonly roots: readonly string[];
}

export const seen = ({ record, claims }: Viewed): Seen => ({
  id: record.id,
  state: record.state,
  body: JSON.stringify(record),
  roots: claims.map(({ root }) => root),
});

/** What became of the records of some buckets, as a reader of the ledger sees it: what is rejected is not there. */
export function changesBetween(before: readonly Seen[], after: readonly Seen[]): readonly Change[] {
  const visible = (some: readonly Seen[]) => some.filter(({ state }) => state !== 'rejected');
  const old = new Map(visible(before).map((one) => [one.id, one]));
  const now = new Map(visible(after).map((one) => [one.id, one]));
  const homes = new Map(visible(after).flatMap(({ id, roots }) => roots.map((root) => [root, id] as const)));
  const gone = [...old.values()].filter(({ id }) => !now.has(id));
  return [
    ...gone.map(({ id }): Change => {
      const into = homes.get(id) ?? null;
      return into === null ? { op: 'withdraw', record: id, into } : { op: 'merge', record: id, into };
    }),
    ...[...now.values()].flatMap(({ id, body }): Change[] => {
      const known = old.get(id);
      if (known === undefined) return [{ op: 'add', record: id, into: null }];
      return known.body === body ? [] : [{ op: 'edit', record: id, into: null }];
    }),
  ];
}
