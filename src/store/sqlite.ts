import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError, type Store } from './store.ts';
import { createTables, SCHEMA, type Tables } from './tables.ts';
import { tablesStore } from './tables-store.ts';

// A writer waits this long for another before it gives up, in milliseconds.
const BUSY_MS = 60_000;

/**
 * Opens a ledger file, made where it is missing (or refuses to make it). Acknowledged rows survive a kill and a power
 * cut: write-ahead log, synchronous=FULL. Several processes may read and write one file.
 */
export async function openSqlite(path: string): Promise<Store> {
  const explain = explainAt(path);
  let db: Kysely<Tables> | null = null;
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path, { timeout: BUSY_MS });
    db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
    database.exec(`pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;`);
    await makeReady(db, database, path);
    return tablesStore({ db, beginWriting: 'begin immediate', explain });
  } catch (error) {
    await db?.destroy();
    throw explain(error);
  }
}

/** Checks the schema's number before touching anything; makes tables under the writer's lock, once. */
async function makeReady(db: Kysely<Tables>, database: DatabaseSyncInstance, path: string): Promise<void> {
  const schema = (): string | null => {
    const tables = database
      .prepare(`select count(*) as n from sqlite_master where type = 'table' and name = 'facts'`)
      .get() as {
      n: number;
    };
    if (tables.n === 0) return null;
    const row = database.prepare(`select value from facts where name = 'schema'`).get() as
      { value: string } | undefined;
    return row?.value ?? null;
  };
  if (schema() === null) {
    database.exec('begin immediate');
    if (schema() === null) await createTables(db, { seq: 'integer primary key autoincrement' });
    database.exec('commit');
  }
  const found = schema();
  if (found !== SCHEMA)
    throw new StoreError(
      `${path} holds a ledger of schema ${found ?? 'unknown'}, this program reads ${SCHEMA}: use the version of Chancery that wrote it, or another --ledger file`,
    );
}

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
    /readonly|EACCES|EROFS|EPERM|unable to open|CANTOPEN|EISDIR|ENOTDIR|EEXIST/i,
    'it cannot be opened or written: check the path and its permissions, or name another file with --ledger',
  ],
  [/busy|locked/i, 'another program has held it for a minute: wait for that to end and run the command again'],
];

const explainAt =
  (path: string) =>
  (error: unknown): Error => {
    if (error instanceof StoreError || !(error instanceof Error)) return error as Error;
    const code = 'sqliteCodeName' in error ? String(error.sqliteCodeName) : 'code' in error ? String(error.code) : '';
    const said = `${code} ${error.message}`;
    const remedy = REMEDIES.find(([signs]) => signs.test(said))?.[1];
    // A fault with no remedy is a fault of the program: its trace must be seen.
    return remedy === undefined
      ? error
      : new StoreError(`ledger ${path}: ${remedy} (${said.trim()})`, { cause: error });
  };
