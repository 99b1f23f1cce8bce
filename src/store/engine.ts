import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What an engine does in its own way. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** Begins a transaction that holds the writer's lock from its start, so that writers wait rather than fail half way. */
  readonly beginWriting: (db: Kysely<Tables>) => Promise<void>;
  /** The statement that begins a transaction which sees one state of the ledger. */
  readonly beginReading: string;
  readonly words: WordIndex;
  /** Counts the tables' rows anew after many were added, where the engine plans its ways by such counts. */
  readonly takeStock: () => Promise<void>;
  /** Leaves nothing of removed rows in the files. */
  readonly scrub: () => Promise<void>;
  /** Tells the engine's own faults in words. */
  readonly explain: (error: unknown) => Error;
}

/** Full-text search over reports: `body` is folded words, see `foldWords`; a report goes by its version's number. */
export interface WordIndex {
  readonly add: (db: Kysely<Tables>, rows: readonly { readonly seq: number; readonly body: string }[]) => Promise<void>;
  readonly remove: (db: Kysely<Tables>, seqs: readonly number[]) => Promise<void>;
  /** Numbers of versions that hold every word, and every run of words, newest first, below `before`. */
  readonly find: (
    db: Kysely<Tables>,
    asked: readonly (readonly string[])[],
    page: { readonly before: number; readonly size: number },
  ) => Promise<readonly number[]>;
}

/** One transaction under the writer's lock. */
export const writing = <T>({ db, beginWriting }: Engine, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
  db.connection().execute(async (connection) => {
    let result: T;
    try {
      await beginWriting(connection);
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

/** One transaction that reads, and sees nothing of what is written meanwhile. */
export const snapshot = <T>({ db, beginReading }: Engine, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> =>
  db.connection().execute(async (connection) => {
    await sql.raw(beginReading).execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql.raw('rollback').execute(connection);
    }
  });

/** Runs work and tells its faults in the engine's words. */
export async function guarded<T>({ explain }: Engine, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explain(error);
  }
}

// SQLite takes at most 32,766 parameters a statement, PostgreSQL 65,535; the widest row has eighteen columns.
const ROWS_AT_ONCE = 1000;

/** Some at a time, as many as one statement takes. */
export function* chunks<T>(all: readonly T[], size = ROWS_AT_ONCE): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/** Adds rows to a table, some at a time. */
export async function insertAll<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  for (const some of chunks(rows))
    await db
      .insertInto(table)
      .values(some as never)
      .execute();
}

/** The next number of a table that gives out its own; only under the writer's lock. */
export async function nextSeq(
  db: Kysely<Tables>,
  table: 'commits' | 'versions' | 'readings' | 'decisions' | 'changes',
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.fn.max('seq').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

/** Opens a commit: its number, and a time that never runs backwards. */
export async function newCommit(db: Kysely<Tables>, what: string, at: string): Promise<number> {
  const last = await db.selectFrom('commits').select(['seq', 'at']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  await db
    .insertInto('commits')
    .values({ seq, at: last !== undefined && last.at > at ? last.at : at, what })
    .execute();
  return seq;
}
