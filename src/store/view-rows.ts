import type { Kysely } from 'kysely';
import type { Actor } from '../document/claim.ts';
import { changesBetween, seen, type Seen } from '../ledger/diff.ts';
import { foldName } from '../ledger/asked.ts';
import { columnsOf } from '../ledger/question.ts';
import { partiesOf, type LedgerRecord } from '../ledger/record.ts';
import { chunks, insertAll, newCommit, nextSeq } from './engine.ts';
import type { Tables } from './tables.ts';
import type { Made, Placed } from './view-work.ts';

/** Writes what has changed, and tells it in the feed. */
export async function record(
  db: Kysely<Tables>,
  { before, after }: Made,
  { reasons, at }: { readonly reasons: ReadonlyMap<string, string>; readonly at: string },
): Promise<void> {
  const now = after.map((viewed) => ({ ...seen(viewed), bucket: viewed.bucket }));
  const made = new Map(now.map((one) => [one.id, one]));
  const same = new Set(before.filter((old) => isSame(old, made.get(old.id))).map(({ id }) => id));
  const stale = before.map(({ id }) => id).filter((id) => !same.has(id));
  for (const some of chunks(stale)) {
    await db.deleteFrom('records').where('id', 'in', some).execute();
    await db.deleteFrom('parties').where('record', 'in', some).execute();
    await db.deleteFrom('members').where('record', 'in', some).execute();
  }
  await insertViewed(
    db,
    after.filter((viewed) => !same.has(viewed.record.id)),
  );
  const changes = changesBetween(before, now);
  if (changes.length === 0) return;
  const entered = await newCommit(db, 'view', at);
  let seq = await nextSeq(db, 'changes');
  const home = new Map([...before, ...now].map(({ id, bucket }) => [id, bucket]));
  await insertAll(
    db,
    'changes',
    changes.map(({ op, record: id, into }) => ({
      seq: seq++,
      entered,
      op,
      record: id,
      into_record: into,
      reason: reasons.get(home.get(id) ?? '') ?? [...reasons.values()][0] ?? 'added',
    })),
  );
}

/** Claims keep the id of the record in which they first stood: only what is not told by their own root is written. */
async function addMints(db: Kysely<Tables>, viewed: readonly Placed[]): Promise<void> {
  const rows = viewed.flatMap(({ mint: { id, born }, claims }) => {
    const founder = claims.find(({ root, moved }) => root === id && !moved);
    return claims
      .filter(({ root, mint, moved, bucket }) => root !== id && mint === null && !moved && bucket === founder?.bucket)
      .map(({ root, bucket, entered }) => ({ root, id, born, bucket, entered }));
  });
  for (const some of chunks(rows))
    await db
      .insertInto('mints')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

const isSame = (old: Seen, now: Seen | undefined): boolean =>
  now !== undefined && old.body === now.body && [...old.roots].sort().join() === [...now.roots].sort().join();

/** Adds records with all that is asked by: who takes part, names, and the claims behind them. */
export async function insertViewed(db: Kysely<Tables>, viewed: readonly Placed[]): Promise<void> {
  await addMints(db, viewed);
  await insertAll(
    db,
    'records',
    viewed.map(({ record: one, bucket }) => ({ id: one.id, bucket, ...columnsOf(one), body: JSON.stringify(one) })),
  );
  await insertAll(
    db,
    'parties',
    viewed.flatMap(({ record: one }) => partyRows(one)),
  );
  await addNames(
    db,
    viewed.map(({ record: one }) => one),
  );
  await insertAll(
    db,
    'members',
    viewed.flatMap(({ record: one, claims }) =>
      claims.map(({ root, reading, place }) => ({ root, record: one.id, reading, place })),
    ),
  );
}

const partyRows = (one: LedgerRecord): readonly Tables['parties'][] =>
  partiesOf(one).map(([, who]) => ({
    record: one.id,
    actor: actorKey(who),
    country: 'id' in who ? (who.country ?? '').toLowerCase() : '',
  }));

const actorKey = (who: Actor | { readonly name: string }): string => foldName('id' in who ? who.id : who.name);

/** Names are few beside the records in which they stand: a part of one is looked for here. */
async function addNames(db: Kysely<Tables>, records: readonly LedgerRecord[]): Promise<void> {
  const rows = new Map(
    records.flatMap(partiesOf).map(([, who]) => {
      const row = { actor: actorKey(who), name: foldName(who.name) };
      return [`${row.actor}\t${row.name}`, row];
    }),
  );
  for (const some of chunks([...rows.values()]))
    await db
      .insertInto('names')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
