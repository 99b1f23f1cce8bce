// The engines that the conformance suite runs on: a file of its own for each ledger, or a schema of its own on the server.
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { withoutPassword } from '../store/address.ts';
import { openPostgres } from '../store/postgres.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { serverNamed } from './server.ts';

export interface TestEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Makes the place of a new ledger and gives its name, which a command takes as --ledger. */
  readonly place: () => Promise<string>;
  readonly open: (place: string) => Promise<Store>;
  /** Runs statements behind the store's back. */
  readonly meddle: (place: string, statements: string) => Promise<void>;
  readonly query: (place: string, statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly end: () => Promise<void>;
}

/** SQLite, and the PostgreSQL server at DATABASE_URL where that is set; throws where it is set and no server answers. */
export async function testEngines(): Promise<readonly TestEngine[]> {
  const server = serverNamed();
  if (server === null) return [sqlite()];
  await mustAnswer(server);
  return [sqlite(), postgres(server)];
}

function sqlite(): TestEngine {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-conform-'));
  let number = 0;
  return {
    name: 'SQLite',
    place: async () => join(folder, `${number++}.db`),
    open: openSqlite,
    meddle: async (place, statements) => raw(place, (database) => database.exec(statements)),
    query: async (place, statement) => raw(place, (database) => database.prepare(statement).all() as never),
    end: async () => rmSync(folder, { recursive: true }),
  };
}

async function raw<T>(place: string, work: (database: DatabaseSyncInstance) => T): Promise<T> {
  const database = new DatabaseSync(place, { timeout: 60_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function postgres(server: string): TestEngine {
  const made: string[] = [];
  const run = async (address: string, statement: string) => {
    const client = new pg.Client(address);
    await client.connect();
    try {
      return (await client.query(statement)).rows as Readonly<Record<string, unknown>>[];
    } finally {
      await client.end();
    }
  };
  return {
    name: 'PostgreSQL',
    place: async () => {
      const schema = `chancery_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
      await run(server, `create schema ${schema}`);
      made.push(schema);
      return `${server}${server.includes('?') ? '&' : '?'}options=-c%20search_path%3D${schema}`;
    },
    open: openPostgres,
    meddle: async (place, statements) => void (await run(place, statements)),
    query: run,
    end: async () => {
      for (const schema of made) {
        await run(server, `drop schema if exists ${schema} cascade`);
        await run(server, `drop schema if exists ${schema}_schema_1 cascade`);
      }
    },
  };
}

async function mustAnswer(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
  } catch (cause) {
    throw new Error(
      `DATABASE_URL is set, and no server lets us in at ${withoutPassword(server)}: start it, correct the address, or unset DATABASE_URL to leave PostgreSQL out (${messageOf(cause)})`,
      { cause },
    );
  }
}

// A host of several addresses fails with an error that has a code and no message.
const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message || String('code' in cause ? cause.code : cause.name) : String(cause);
