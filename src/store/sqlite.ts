import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { writing, type Engine } from './engine.ts';
import { isOlder, migrate } from './migrate.ts';
import { explainAt, sqliteEngine, WORDS_TABLE } from './sqlite-database.ts';
import { APPLICATION_ID, isWritable, lyingAt, makeFolder, openUntouched, type Lying } from './sqlite-file.ts';
import { StoreError, type Store } from './store.ts';
import { createTables, SCHEMA } from './tables.ts';
import { tablesStore } from './tables-store.ts';

// A writer waits this long for another before it gives up, in milliseconds.
const BUSY_MS = 60_000;

/**
 * Opens a ledger file to add to it, made where there is none; refuses what is not a ledger and leaves it untouched. One of
 * an older schema is brought up to date, after a copy of it is made beside it. Acknowledged rows survive a kill and a
 * power cut: write-ahead log, synchronous=FULL. Several processes may read and write one file.
 */
export const openSqlite = (path: string): Promise<Store> =>
  opened(path, {
    open: () => {
      makeFolder(dirname(path));
      if (lyingAt(path) === 'other') throw notALedger(path);
      return new DatabaseSync(path, { timeout: BUSY_MS });
    },
    prepare: async (database, engine) => {
      await makeTables(database, engine);
      if (isOlder(schemaOf(database))) await bringUp(database, engine, path);
      checkSchema(database, path);
      // Only now: the mark of a ledger is to stand in the file itself, not in its log.
      database.exec(
        `pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on;`,
      );
    },
  });

/** Opens a ledger file to read it, also where nothing may be written; throws a StoreError where there is none. */
export const openSqliteToRead = (path: string): Promise<Store> =>
  lookAtLedger(path) === 'ledger' && isWritable(path)
    ? openSqlite(path)
    : opened(path, {
        open: () => {
          if (lyingAt(path) !== 'ledger') throw notALedger(path);
          return openUntouched(path);
        },
        prepare: async (database) => checkSchema(database, path),
      });

/** Whether a ledger lies there, a blank file, nothing or something else; throws a StoreError where it cannot be told. */
export function lookAtLedger(path: string): Lying {
  try {
    return lyingAt(path);
  } catch (error) {
    throw explainAt(path)(error);
  }
}

interface Opening {
  readonly open: () => DatabaseSyncInstance;
  readonly prepare: (database: DatabaseSyncInstance, engine: Engine) => Promise<void>;
}

/** The store over a database that is opened and prepared; closed again, and the fault told in words, where that fails. */
async function opened(path: string, { open, prepare }: Opening): Promise<Store> {
  let database: DatabaseSyncInstance | null = null;
  // Kysely closes only what it has used.
  const close = (): void => void (database?.isOpen === true && database.close());
  try {
    database = open();
    const engine = sqliteEngine(database, path);
    await prepare(database, engine);
    return { ...tablesStore(engine), close: async () => close() };
  } catch (error) {
    close();
    throw explainAt(path)(error);
  }
}

/** Makes the tables of a new file under the writer's lock, once, and marks the file as a ledger. */
async function makeTables(database: DatabaseSyncInstance, engine: Engine): Promise<void> {
  if (schemaOf(database) !== null) return;
  await writing(engine, async (db) => {
    if (schemaOf(database) !== null) return;
    await createTables(db, { text: 'text' });
    database.exec(WORDS_TABLE);
    database.exec(`pragma application_id = ${APPLICATION_ID}`);
  });
}

/** Copies the file, whole and under its final name only when it is whole, and brings the ledger up to this schema. */
async function bringUp(database: DatabaseSyncInstance, engine: Engine, path: string): Promise<void> {
  const copy = `${path}.schema-${schemaOf(database) ?? ''}`;
  rmSync(`${copy}.part`, { force: true });
  database.exec(`vacuum into '${`${copy}.part`.replaceAll("'", "''")}'`);
  renameSync(`${copy}.part`, copy);
  await writing(engine, async (db) => {
    // Another process may have done it while this one waited.
    const from = schemaOf(database);
    if (!isOlder(from)) return;
    await migrate(engine, db, {
      from,
      text: 'text',
      makeWords: async () => database.exec(WORDS_TABLE),
    });
  });
}

function schemaOf(database: DatabaseSyncInstance): string | null {
  const facts = database.prepare(`select 1 from sqlite_master where type = 'table' and name = 'facts'`).get();
  if (facts === undefined) return null;
  const row = database.prepare(`select value from facts where name = 'schema'`).get() as { value: string } | undefined;
  return row?.value ?? null;
}

function checkSchema(database: DatabaseSyncInstance, path: string): void {
  const found = schemaOf(database);
  if (found === SCHEMA) return;
  throw new StoreError(
    isOlder(found)
      ? `${path} holds a ledger of schema ${found ?? ''}: open it once where it may be written, and it is brought up to ${SCHEMA}`
      : `${path} holds a ledger of schema ${found ?? 'unknown'}, this program reads ${SCHEMA}: use the version of Chancery that wrote it, or another --ledger file`,
  );
}

const notALedger = (path: string): StoreError =>
  new StoreError(
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      ? `ledger ${path}: it is a folder and cannot be opened as a ledger: name a file in it with --ledger`
      : `ledger ${path}: it is not a ledger, and was left as it is: name another file with --ledger`,
  );
