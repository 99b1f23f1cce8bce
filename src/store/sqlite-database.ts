import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { setTimeout } from 'node:timers/promises';
import { Kysely, sql, SqliteDialect, type SqliteDatabase } from 'kysely';
import type { Engine, WordIndex } from './engine.ts';
import { dropNames } from './scrub.ts';
import { StoreError } from './store.ts';
import type { Tables } from './tables.ts';

/** The engine over an open SQLite database, and Kysely's face of it. */
export const sqliteEngine = (database: DatabaseSyncInstance, path: string): Engine => {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
  return {
    db,
    beginWriting: () => begin(database),
    beginReading: 'begin',
    words,
    // SQLite's plans need no counts.
    takeStock: async () => undefined,
    scrub: async () => {
      await dropNames(db);
      // Pages that hold removed rows are written anew, and so is the log.
      database.exec(
        `insert into report_words (report_words) values ('optimize'); vacuum; pragma wal_checkpoint(truncate);`,
      );
    },
    explain: explainAt(path),
  };
};

// A writer waits this long for another before it gives up, in milliseconds; between two looks others in this process go on.
const BUSY_MS = 60_000;
const LOOK_MS = 20;

async function begin(database: DatabaseSyncInstance): Promise<void> {
  for (let waited = 0; ; waited += LOOK_MS)
    try {
      // The engine's own way of waiting would stop the whole process, and with it a writer that holds the lock here.
      database.exec('pragma busy_timeout = 0');
      database.exec('begin immediate');
      return;
    } catch (error) {
      if (waited >= BUSY_MS || !(error instanceof Error) || !/busy|locked/i.test(error.message)) throw error;
      await setTimeout(LOOK_MS);
    } finally {
      database.exec(`pragma busy_timeout = ${BUSY_MS}`);
    }
}

/** Words are folded before; `unicode61` then only cuts at blanks. Nothing of the text itself is kept in the index. */
export const WORDS_TABLE = `create virtual table report_words using fts5(body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')`;

const words: WordIndex = {
  add: async (db, rows) => {
    for (const { seq, body } of rows)
      await sql`insert into report_words (rowid, body) values (${seq}, ${body})`.execute(db);
  },
  remove: async (db, seqs) => {
    for (const seq of seqs) await sql`delete from report_words where rowid = ${seq}`.execute(db);
  },
  find: async (db, asked, { before, size }) => {
    const query = asked.map((run) => `"${run.join(' ')}"`).join(' ');
    const found = await sql<{ rowid: number }>`select rowid from report_words where report_words match ${query}
      and rowid < ${before} order by rowid desc limit ${size}`.execute(db);
    return found.rows.map(({ rowid }) => rowid);
  },
};

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

/** A fault in words, where a person can do something about it. */
export const explainAt =
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
