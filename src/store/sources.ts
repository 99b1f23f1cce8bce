import type { Kysely } from 'kysely';
import { readingKey, reportKey, versionKey } from '../ledger/keys.ts';
import { addReadings } from './add-readings.ts';
import { addVersions } from './add-versions.ts';
import { chunks, newCommit, type Engine } from './engine.ts';
import { restand } from './standing.ts';
import type { Entry } from './store.ts';
import type { Tables } from './tables.ts';
import { foldWords } from './words.ts';

/** Adds versions, readings and claims under one commit, and marks what of the view they change. Gives the new keys. */
export async function addEntries(
  { db: _, words }: Engine,
  db: Kysely<Tables>,
  entries: readonly Entry[],
  at: string,
): Promise<ReadonlySet<string>> {
  // Asked inside the transaction: another process may have added the same since.
  const known = await held(db, entries.map(keyOf));
  const fresh = [...new Map(entries.map((entry) => [keyOf(entry), entry])).entries()].filter(
    ([key]) => !known.has(key),
  );
  if (fresh.length === 0) return new Set();
  const buried = await tombs(
    db,
    fresh.map(([, { report }]) => reportKey(report)),
  );
  const wanted = fresh.map(([, entry]) => entry).filter(({ report }) => !buried.has(reportKey(report)));
  if (wanted.length === 0) return new Set();
  const entered = await newCommit(db, 'add', at);
  const versions = await addVersions(db, wanted, entered);
  const added = [...versions.values()].filter(({ isNew }) => isNew);
  await words.add(
    db,
    added.map(({ seq, entry: { report } }) => ({ seq, body: foldWords(`${report.title ?? ''}\n${report.text}`) })),
  );
  const reasons = await addReadings(db, wanted, { versions, entered });
  await restand(db, [...new Set(wanted.map(storyOf))], reasons);
  return new Set(wanted.map(keyOf));
}

const keyOf = ({ report, delivery, reader }: Entry): string => readingKey(versionKey(report, delivery), reader);
const storyOf = ({ report, delivery }: Entry): string => delivery.replaces ?? report.id;

/** The keys among those given that are held; a reading of a report that was taken down counts as held. */
export async function held(db: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks(keys)) {
    const rows = await db.selectFrom('readings').select('key').where('key', 'in', some).execute();
    for (const { key } of rows) found.add(key);
  }
  return found;
}

/** Reports that were taken down: they do not come in again. */
async function tombs(db: Kysely<Tables>, reports: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks(reports)) {
    const rows = await db.selectFrom('tombstones').select('report').where('report', 'in', some).execute();
    for (const { report } of rows) found.add(report);
  }
  return found;
}

/** Ids among those given that stand for reports of more than one text, none of which replaces another. */
export async function sharedIds(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks(ids)) {
    const rows = await db
      .selectFrom('versions')
      .select('id')
      .where('id', 'in', some)
      .where('status', '=', 'new')
      .groupBy('id')
      .having((eb) => eb.fn.count('report').distinct(), '>', 1)
      .execute();
    for (const { id } of rows) found.add(id);
  }
  return found;
}
