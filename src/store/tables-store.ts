import { sql, type Kysely } from 'kysely';
import { refusalRow, refusedOf, rowsOf, sourcedOf } from './rows.ts';
import { readingKey, type ClaimFilter, type Coverage, type Entry, type Refused, type Store } from './store.ts';
import type { Tables } from './tables.ts';

/** How an engine begins a transaction that will write, and tells its own faults in words. */
export interface Engine {
  readonly db: Kysely<Tables>;
  readonly beginWriting: string;
  readonly explain: (error: unknown) => Error;
}

// SQLite takes at most 32,766 parameters a statement, PostgreSQL 65,535; the widest row has ten columns.
const ROWS_AT_ONCE = 1000;

/** A store over any engine that Kysely speaks to; only the making of tables and the fault messages differ by engine. */
export function tablesStore(engine: Engine): Omit<Store, 'close'> {
  const { db } = engine;
  return {
    held: (keys) => guarded(engine, () => held(db, keys)),
    sharedIds: (ids) => guarded(engine, () => sharedIds(db, ids)),
    add: (entries, at) => guarded(engine, () => add(engine, entries, at)),
    refuse: (refused, at) => guarded(engine, () => refuse(engine, refused, at)),
    forget: (source) => guarded(engine, () => forget(engine, source)),
    refusals: () => guarded(engine, () => refusals(db)),
    claims: (filter) => guarded(engine, () => claims(db, filter)),
    coverage: () => guarded(engine, () => coverage(db)),
  };
}

async function held(db: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks(keys)) {
    const rows = await db.selectFrom('readings').select('key').where('key', 'in', some).execute();
    for (const { key } of rows) found.add(key);
  }
  return found;
}

async function sharedIds(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks(ids)) {
    const rows = await db
      .selectFrom('reports')
      .select('id')
      .where('id', 'in', some)
      .groupBy('id')
      .having((eb) => eb.fn.countAll(), '>', 1)
      .execute();
    for (const { id } of rows) found.add(id);
  }
  return found;
}

const add = (engine: Engine, entries: readonly Entry[], at: string): Promise<ReadonlySet<string>> =>
  writing(engine, async (db) => {
    const keys = entries.map(({ report, version }) => readingKey(report, version));
    // Asked inside the transaction: another process may have added the same since.
    const known = await held(db, keys);
    const fresh = new Map(entries.map((entry, index) => [keys[index] ?? '', entry]).filter(isFresh(known)));
    const rows = [...fresh.values()].map((entry) => rowsOf(entry, at));
    for (const some of chunks(rows.map(({ report }) => report)))
      await db
        .insertInto('reports')
        .values(some)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const some of chunks(rows.map(({ reading }) => reading)))
      await db.insertInto('readings').values(some).execute();
    for (const some of chunks(rows.flatMap(({ claims }) => claims)))
      await db.insertInto('claims').values(some).execute();
    for (const some of chunks(rows.flatMap(({ actors }) => actors)))
      await db.insertInto('claim_actors').values(some).execute();
    return new Set(fresh.keys());
  });

const isFresh =
  (known: ReadonlySet<string>) =>
  (pair: readonly (string | Entry)[]): pair is [string, Entry] =>
    !known.has(pair[0] as string);

const refuse = (engine: Engine, refused: readonly Refused[], at: string): Promise<void> =>
  writing(engine, async (db) => {
    for (const some of chunks(refused.map((each) => refusalRow(each, at))))
      await db
        .insertInto('refusals')
        .values(some)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  });

const forget = (engine: Engine, source: string): Promise<void> =>
  writing(engine, async (db) => void (await db.deleteFrom('refusals').where('source', '=', source).execute()));

const refusals = async (db: Kysely<Tables>): Promise<readonly Refused[]> =>
  (
    await db
      .selectFrom('refusals')
      .selectAll()
      .orderBy('source')
      .orderBy('line')
      .orderBy('byte')
      .orderBy('code')
      .execute()
  ).map(refusedOf);

/** Readings that no later reading of the same report supersedes. */
const current = (db: Kysely<Tables>) =>
  db.selectFrom('readings').where('readings.seq', 'in', (eb) =>
    eb
      .selectFrom('readings as r')
      .select(sql<number>`max(r.seq)`.as('seq'))
      .groupBy('r.report'),
  );

async function claims(db: Kysely<Tables>, { kinds }: ClaimFilter): Promise<ReturnType<typeof sourcedOf>[]> {
  if (kinds.length === 0) return [];
  const rows = await current(db)
    .innerJoin('reports', 'reports.key', 'readings.report')
    .innerJoin('claims', 'claims.reading', 'readings.key')
    .where('claims.kind', 'in', kinds)
    .select(['reports.key', 'reports.id', 'published', 'publisher', 'title', 'url', 'claims.body'])
    // No report's date sorts above 9999: undated reports come last on every engine.
    .orderBy(sql`coalesce(published, '9999')`)
    .orderBy('reports.key')
    .orderBy('claims.place')
    .execute();
  return rows.map(sourcedOf);
}

async function coverage(db: Kysely<Tables>): Promise<Coverage> {
  const reports = await current(db)
    .select((eb) => [
      eb.fn.countAll<number>().as('reports'),
      eb.fn.count<number>('published').as('dated'),
      eb.fn.min('published').as('earliest'),
      eb.fn.max('published').as('latest'),
    ])
    .executeTakeFirstOrThrow();
  const claims = await current(db)
    .innerJoin('claims', 'claims.reading', 'readings.key')
    .select((eb) => eb.fn.countAll<number>().as('claims'))
    .executeTakeFirstOrThrow();
  const refused = await db
    .selectFrom('refusals')
    .select((eb) => eb.fn.countAll<number>().as('refused'))
    .executeTakeFirstOrThrow();
  return {
    reports: Number(reports.reports),
    undated: Number(reports.reports) - Number(reports.dated),
    earliest: reports.earliest,
    latest: reports.latest,
    claims: Number(claims.claims),
    refused: Number(refused.refused),
  };
}

/** One transaction that takes the writer's lock at its start, so that two processes wait rather than fail half way. */
const writing = <T>({ db, beginWriting }: Engine, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
  db.connection().execute(async (connection) => {
    await sql.raw(beginWriting).execute(connection);
    let result: T;
    try {
      result = await work(connection);
      await sql.raw('commit').execute(connection);
    } catch (error) {
      // SQLite has rolled back by itself when the disk is full; a second rollback then fails, and says nothing new.
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => undefined);
      throw error;
    }
    return result;
  });

async function guarded<T>({ explain }: Engine, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(error);
  }
}

function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += ROWS_AT_ONCE) yield all.slice(start, start + ROWS_AT_ONCE);
}
