import { Kysely, PostgresDialect, sql } from 'kysely';
import { withoutPassword } from './address.ts';
import { writing, type Engine, type WordIndex } from './engine.ts';
import { isOlder, migrate } from './migrate.ts';
import { dropNames } from './scrub.ts';
import { StoreError, type Store } from './store.ts';
import { createTables, SCHEMA, type Tables } from './tables.ts';
import { tablesStore } from './tables-store.ts';

// Ordered by code units whatever the server's language, as everywhere else in the house.
const TEXT = 'text collate "C"';
const WORDS_TABLE = `create table report_words (seq integer primary key, body tsvector not null)`;
const WORDS_INDEX = `create index report_words_by_word on report_words using gin (body)`;

/**
 * Opens a ledger on a PostgreSQL server (15 or later), in the schema that the address leads to; its tables are made where
 * there are none, and one of an older schema is brought up to date after it is copied into a schema of its own.
 */
export async function openPostgres(address: string): Promise<Store> {
  // Loaded only here: a command on a file does not wait for it.
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: address,
    max: 4,
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: ((oid: number, format: 'text') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as never,
    },
  });
  // A connection that the server ends while it idles is replaced; without a listener it would end the program.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const engine: Engine = {
    db,
    beginWriting,
    beginReading: 'begin isolation level repeatable read read only',
    words,
    takeStock: () => takeStock(db),
    scrub: () => dropNames(db),
    explain: explainAt(address),
  };
  try {
    await prepare(engine, address);
    return { ...tablesStore(engine), close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw engine.explain(error);
  }
}

const INT8 = 20;

// One lock for each schema: ledgers beside each other on one server do not wait for one another.
async function beginWriting(db: Kysely<Tables>): Promise<void> {
  await sql`begin`.execute(db);
  await sql`select pg_advisory_xact_lock(hashtext('chancery'), hashtext(current_schema()))`.execute(db);
}

// The server does this by itself only after a while, and not at all where autovacuum is off: until then it plans as for tables of which nothing is known.
async function takeStock(db: Kysely<Tables>): Promise<void> {
  for (const table of STOCKED) await sql`analyze ${sql.table(table)}`.execute(db);
}

const STOCKED = [
  ...['commits', 'versions', 'readings', 'claims', 'mints', 'standing', 'records', 'parties', 'names', 'members'],
  'report_words',
];

const prepare = (engine: Engine, address: string): Promise<void> =>
  writing(engine, async (db) => {
    const found = await schemaOf(db);
    if (found === null) {
      await createTables(db, { text: TEXT });
      await makeWords(db);
    } else if (isOlder(found)) {
      await backUp(db, found);
      await migrate(engine, db, { from: found, text: TEXT, makeWords: () => makeWords(db) });
    } else if (found !== SCHEMA)
      throw new StoreError(
        `${withoutPassword(address)} holds a ledger of schema ${found}, this program reads ${SCHEMA}: use the version of Chancery that wrote it`,
      );
  });

async function makeWords(db: Kysely<Tables>): Promise<void> {
  for (const statement of [WORDS_TABLE, WORDS_INDEX]) await sql.raw(statement).execute(db);
}

async function schemaOf(db: Kysely<Tables>): Promise<string | null> {
  const table = await sql<{ found: string | null }>`select to_regclass('facts')::text as found`.execute(db);
  if (table.rows[0]?.found == null) return null;
  const row = await db.selectFrom('facts').select('value').where('name', '=', 'schema').executeTakeFirst();
  return row?.value ?? null;
}

/** Copies every table into a schema of its own, named after this one; it stays until somebody drops it. */
async function backUp(db: Kysely<Tables>, schema: string): Promise<void> {
  const { rows } = await sql<{ name: string; here: string }>`select table_name as name, current_schema() as here
    from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db);
  const copy = sql.id(`${rows[0]?.here ?? ''}_schema_${schema}`);
  await sql`drop schema if exists ${copy} cascade`.execute(db);
  await sql`create schema ${copy}`.execute(db);
  for (const { name } of rows) await sql`create table ${copy}.${sql.id(name)} as table ${sql.id(name)}`.execute(db);
}

// Positions in a tsvector end here; what stands later in a text is found, though not as part of a run of words.
const LAST_POSITION = 16_383;

/** Vectors are written out by us, so that no parser of the server's stands between the words and the index. */
const words: WordIndex = {
  add: async (db, rows) => {
    for (const { seq, body } of rows) {
      const vector = body
        .split(' ')
        .filter((word) => word !== '')
        .map((word, at) => `${word}:${Math.min(at + 1, LAST_POSITION)}`)
        .join(' ');
      await sql`insert into report_words (seq, body) values (${seq}, ${vector}::tsvector)`.execute(db);
    }
  },
  remove: async (db, seqs) => {
    for (const seq of seqs) await sql`delete from report_words where seq = ${seq}`.execute(db);
  },
  find: async (db, asked, { before, size }) => {
    const query = asked.map((run) => `(${run.join(' <-> ')})`).join(' & ');
    const found = await sql<{ seq: number }>`select seq from report_words where body @@ ${query}::tsquery
      and seq < ${before} order by seq desc limit ${size}`.execute(db);
    return found.rows.map(({ seq }) => seq);
  },
};

const REMEDIES: readonly (readonly [signs: RegExp, remedy: string])[] = [
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|timeout exceeded|EHOSTUNREACH/,
    'no server answers there: check the address, and that the server runs',
  ],
  [/28P01|28000|password/, 'the server does not let this user in: check the user and the password in the address'],
  [/3D000/, 'there is no such database: make it, or check the address'],
  [/3F000|no schema has been selected/, 'there is no such schema: make it, or check the address'],
  [/42501/, 'this user may not do that: ask for the right to make and write tables'],
  [
    /53100|53200/,
    "the server's disk or memory is full: free some and run the command again; what was accepted is kept",
  ],
  [
    /57P0|08006|08003|ECONNRESET|Connection terminated/,
    'the server ended the connection: run the command again; what was accepted is kept',
  ],
];

const explainAt =
  (address: string) =>
  (error: unknown): Error => {
    if (error instanceof StoreError || !(error instanceof Error)) return error as Error;
    const said = `${'code' in error ? String(error.code) : ''} ${error.message}`.trim();
    const remedy = REMEDIES.find(([signs]) => signs.test(said))?.[1];
    return remedy === undefined
      ? error
      : new StoreError(`ledger ${withoutPassword(address)}: ${remedy} (${said})`, { cause: error });
  };
