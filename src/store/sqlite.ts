import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { APPLICATION_ID, isWritable, lyingAt, makeFolder, openUntouched, type Lying } from './sqlite-file.ts';
import { StoreError, type Store } from './store.ts';
import { createTables, REPORTS_BY_ID, SCHEMA, type Tables } from './tables.ts';
import { tablesStore } from './tables-store.ts';

// A writer waits this long for another before it gives up, in milliseconds.
const BUSY_MS = 60_000;

/**
 * Opens a ledger file to add to it, made where there is none; refuses what is not a ledger and leaves it untouched.
 * Acknowledged rows survive a kill and a power cut: write-ahead log, synchronous=FULL. Several processes may read and
 * write one file.
 */
export const openSqlite = (path: string): Promise<Store> =>
  opened(path, {
    open: () => {
      makeFolder(dirname(path));
      if (lyingAt(path) === 'other') throw notALedger(path);
      return new DatabaseSync(path, { timeout: BUSY_MS });
    },
    prepare: async (database, db) => {
      await makeTables(database, db);
      checkSchema(database, path);
      // Only now: the mark of a ledger is to stand in the file itself, not in its log.
      database.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;`);
      database.exec(REPORTS_BY_ID);
    },
  });

/** Opens a ledger file to read it, also where nothing may be written; throws a StoreError where there is none. */
export const openSqliteToRead = (path: string): Promise<Store> =>
  opened(path, {
    open: () => {
      if (lyingAt(path) !== 'ledger') throw notALedger(path);
      return isWritable(path) ? new DatabaseSync(path, { timeout: BUSY_MS }) : openUntouched(path);
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
  readonly prepare: (database: DatabaseSyncInstance, db: Kysely<Tables>) => Promise<void>;
}

/** The store over a database that is opened and prepared; closed again, and the fault told in words, where that fails. */
async function opened(path: string, { open, prepare }: Opening): Promise<Store> {
  const explain = explainAt(path);
  let database: DatabaseSyncInstance | null = null;
  // Kysely closes only what it has used.
  const close = (): void => void (database?.isOpen === true && database.close());
  try {
    database = open();
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
    await prepare(database, db);
    return { ...tablesStore({ db, beginWriting: 'begin immediate', explain }), close: async () => close() };
  } catch (error) {
    close();
    throw explain(error);
  }
}

/** Makes the tables of a new file under the writer's lock, once, and marks the file as a ledger. */
async function makeTables(database: DatabaseSyncInstance, db: Kysely<Tables>): Promise<void> {
  if (schemaOf(database) !== null) return;
  database.exec('begin immediate');
  if (schemaOf(database) === null) {
    await createTables(db, { seq: 'integer primary key autoincrement' });
    database.exec(`pragma application_id = ${APPLICATION_ID}`);
  }
  database.exec('commit');
}

function schemaOf(database: DatabaseSyncInstance): string | null {
  const facts = database.prepare(`select 1 from sqlite_master where type = 'table' and name = 'facts'`).get();
  if (facts === undefined) return null;
  const row = database.prepare(`select value from facts where name = 'schema'`).get() as { value: string } | undefined;
  return row?.value ?? null;
}

function checkSchema(database: DatabaseSyncInstance, path: string): void {
  const found = schemaOf(database);
  if (found !== SCHEMA)
    throw new StoreError(
      `${path} holds a ledger of schema ${found ?? 'unknown'}, this program reads ${SCHEMA}: use the version of Chancery that wrote it, or another --ledger file`,
    );
}

const notALedger = (path: string): StoreError =>
  new StoreError(
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      ? `ledger ${path}: it is a folder and cannot be opened as a ledger: name a file in it with --ledger`
      : `ledger ${path}: it is not a ledger, and was left as it is: name another file with --ledger`,
  );

/** The face of better-sqlite3 that Kysely asks for, over the API of node:sqlite; statements are kept by their text. */
function adapt(database: DatabaseSyncInstance): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    close: () => database.close(),
    prepare: (text) => {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      const statement = adaptStatement(database.prepare(text));
      // Statements with lists of values differ by the list's length: keep few.
      if (prepared.size > 200) prepared.clear();
      prepared.set(text, statement);
      return statement;
    },
  };
}

const adaptStatement = (statement: StatementSyncInstance): ReturnType<SqliteDatabase['prepare']> => ({
  reader: statement.columns().length > 0,
  all: (parameters) => statement.all(...parameters),
  run: (parameters) => statement.run(...parameters),
  iterate: (parameters) => statement.iterate(...parameters),
});

const REMEDIES: readonly (readonly [signs: RegExp, remedy: string])[] = [
  [
    /not a database|malformed|corrupt/i,
    'it is not a ledger, or it is damaged: name another file with --ledger, or restore a copy',
  ],
  [
    /SQLITE_FULL|disk is full|ENOSPC|disk I\/O/i,
    'the disk is full or failing: free some space and run the command again; what was accepted is kept',
  ],
  [
    /readonly|EACCES|EROFS|EPERM|unable to open|CANTOPEN|EISDIR|ENOTDIR|EEXIST|ENOENT|ENAMETOOLONG|ELOOP/i,
    'it cannot be opened or written: check the path and its permissions, or name another file with --ledger',
  ],
  [/busy|locked/i, 'another program has held it for a minute: wait for that to end and run the command again'],
];

const explainAt =
  (path: string) =>
  (error: unknown): Error => {
    if (error instanceof StoreError || !(error instanceof Error)) return error as Error;
    const code = 'sqliteCodeName' in error ? String(error.sqliteCodeName) : 'code' in error ? String(error.code) : '';
    const said = error.message.startsWith(code) ? error.message : `${code} ${error.message}`;
    const remedy = REMEDIES.find(([signs]) => signs.test(said))?.[1];
    // A fault with no remedy is a fault of the program: its trace must be seen.
    return remedy === undefined
      ? error
      : new StoreError(`ledger ${path}: ${remedy} (${said.trim()})`, { cause: error });
  };
