import { sql, type Generated, type Kysely } from 'kysely';

/** The tables as both SQLite and PostgreSQL hold them: dates are ISO text, JSON is text that SQL never looks into. */
export interface Tables {
  readonly facts: { readonly name: string; readonly value: string };
  readonly reports: { readonly key: string; readonly id: string; readonly text: string; readonly added: string };
  readonly readings: {
    readonly seq: Generated<number>;
    readonly key: string;
    readonly report: string;
    readonly version: string;
    readonly published: string | null;
    readonly publisher: string | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly language: string | null;
    readonly doubts: string;
    readonly read: string;
  };
  readonly claims: {
    readonly reading: string;
    readonly place: number;
    readonly kind: string;
    readonly type: string;
    readonly mode: string | null;
    readonly status: string | null;
    readonly earliest: string | null;
    readonly latest: string | null;
    readonly body: string;
  };
  readonly claim_actors: {
    readonly reading: string;
    readonly place: number;
    readonly part: string;
    readonly actor: string;
    readonly name: string;
    readonly country: string | null;
  };
  readonly refusals: {
    readonly source: string;
    readonly line: number;
    readonly place: number;
    readonly byte: number;
    readonly code: string;
    readonly reason: string;
    readonly next: string;
    readonly seen: string;
  };
}

/** Rises when the tables change; a program refuses a file of a number that it does not know. */
export const SCHEMA = '1';

/** An index that ledgers of this schema may still lack: made whenever one is opened to be added to. */
export const REPORTS_BY_ID = 'create index if not exists reports_by_id on reports (id)';

/** Makes the tables where they are missing. `seq` is how this engine spells a number that rises with every row. */
export async function createTables(db: Kysely<Tables>, { seq }: { readonly seq: string }): Promise<void> {
  const statements = [
    'create table if not exists facts (name text primary key, value text not null)',
    'create table if not exists reports (key text primary key, id text not null, text text not null, added text not null)',
    `create table if not exists readings (seq ${seq}, key text not null unique, report text not null references reports,
      version text not null, published text, publisher text, title text, url text, language text, doubts text not null,
      read text not null)`,
    'create index if not exists readings_by_report on readings (report, seq)',
    `create table if not exists claims (reading text not null references readings (key), place integer not null,
      kind text not null, type text not null, mode text, status text, earliest text, latest text, body text not null,
      primary key (reading, place))`,
    'create index if not exists claims_by_kind on claims (kind, type, status)',
    `create table if not exists claim_actors (reading text not null, place integer not null, part text not null,
      actor text not null, name text not null, country text)`,
    'create index if not exists claim_actors_by_claim on claim_actors (reading, place)',
    'create index if not exists claim_actors_by_actor on claim_actors (actor)',
    `create table if not exists refusals (source text not null, line integer not null, place integer not null,
      byte integer not null,
      code text not null, reason text not null, next text not null, seen text not null,
      primary key (source, line, place, byte, code))`,
  ];
  for (const statement of [...statements, REPORTS_BY_ID]) await sql.raw(statement).execute(db);
  await db
    .insertInto('facts')
    .values({ name: 'schema', value: SCHEMA })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
