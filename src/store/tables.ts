import { sql, type Kysely } from 'kysely';
import type { ReportStatus } from '../document/delivery.ts';

/**
 * The tables as both SQLite and PostgreSQL hold them: dates are ISO text, JSON is text that SQL never looks into, and
 * numbers are given out under the writer's lock.
 */
export interface Tables {
  readonly facts: { readonly name: string; readonly value: string };
  readonly commits: { readonly seq: number; readonly at: string; readonly what: string };
  readonly versions: {
    readonly seq: number;
    readonly key: string;
    readonly report: string;
    readonly id: string;
    /** The id of the story: the report's own, or that which it replaces. */
    readonly story: string;
    readonly entered: number;
    readonly status: ReportStatus;
    readonly until: string | null;
    readonly raw_hash: string | null;
    readonly text_hash: string;
    readonly published: string | null;
    readonly publisher: string | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly language: string | null;
    /** Null after a takedown. */
    readonly text: string | null;
    /** Dateline and furniture, as JSON. */
    readonly marks: string;
    readonly sketch: string;
  };
  readonly readings: {
    readonly seq: number;
    readonly key: string;
    readonly version: number;
    readonly reader: string;
    readonly claims: number;
    readonly doubts: string;
    readonly entered: number;
  };
  readonly claims: {
    readonly reading: number;
    readonly place: number;
    readonly key: string;
    readonly root: string;
    readonly born: number;
    readonly bucket: string;
    /** 1 where a later reading put the claim into another bucket than its root was in first. */
    readonly moved: number;
    readonly body: string;
  };
  /** The ids that claims got with the record in which they first stood, where it was not their own root. Only added to. */
  readonly mints: {
    readonly root: string;
    readonly id: string;
    readonly born: number;
    /** That of the claim and of the id's own root at that time: in another the claim goes by its own root. */
    readonly bucket: string;
    readonly entered: number;
  };
  readonly decisions: {
    readonly seq: number;
    readonly id: string;
    readonly entered: number;
    readonly op: string;
    readonly body: string;
    /** SHA-256 over the hash of the decision before and this one: the chain shows when one is changed or taken away. */
    readonly hash: string;
  };
  readonly tombstones: {
    readonly report: string;
    readonly id: string;
    readonly entered: number;
    readonly who: string;
    readonly reason: string;
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
  /** Readings that count. */
  readonly standing: { readonly reading: number; readonly version: number };
  readonly dirty: { readonly bucket: string; readonly reason: string };
  readonly records: {
    readonly id: string;
    readonly bucket: string;
    readonly sort: string;
    readonly type: string;
    readonly status: string | null;
    readonly band: string;
    readonly state: string;
    readonly day: string;
    readonly earliest: string;
    readonly latest: string;
    readonly told: number;
    readonly body: string;
  };
  /** Who takes part: an id, or a folded name where there is none; and a country's code in small letters, or ''. */
  readonly parties: { readonly record: string; readonly actor: string; readonly country: string };
  readonly names: { readonly actor: string; readonly name: string };
  readonly members: {
    readonly root: string;
    readonly record: string;
    readonly reading: number;
    readonly place: number;
  };
  readonly changes: {
    readonly seq: number;
    readonly entered: number;
    readonly op: string;
    readonly record: string;
    readonly into_record: string | null;
    readonly reason: string;
  };
}

/** Rises when the tables change; a program refuses a ledger of a number that it does not know. */
export const SCHEMA = '3';

/** What can be dropped and made again from the other tables. */
export const VIEW_TABLES = ['standing', 'records', 'parties', 'names', 'members'] as const;

const STATEMENTS = [
  'create table if not exists facts (name text primary key, value text not null)',
  'create table commits (seq integer primary key, at text not null, what text not null)',
  'create index commits_by_time on commits (at)',
  `create table versions (seq integer primary key, key text not null unique, report text not null, id text not null,
    story text not null, entered integer not null, status text not null, until text, raw_hash text,
    text_hash text not null, published text, publisher text, title text, url text, language text, "text" text,
    marks text not null, sketch text not null)`,
  'create index versions_by_story on versions (story, seq)',
  'create index versions_by_report on versions (report)',
  'create index versions_by_id on versions (id)',
  `create table readings (seq integer primary key, key text not null unique, version integer not null references versions,
    reader text not null, claims integer not null, doubts text not null, entered integer not null)`,
  'create index readings_by_version on readings (version, seq)',
  `create table claims (reading integer not null references readings, place integer not null, key text not null,
    root text not null, born integer not null, bucket text not null, moved integer not null,
    body text not null, primary key (reading, place))`,
  'create index claims_by_bucket on claims (bucket)',
  'create index claims_by_root on claims (root)',
  'create table mints (root text primary key, id text not null, born integer not null, bucket text not null, entered integer not null)',
  'create index mints_by_id on mints (id)',
  'create index mints_by_bucket on mints (bucket)',
  `create table decisions (seq integer primary key, id text not null unique, entered integer not null, op text not null,
    body text not null, hash text not null)`,
  `create table tombstones (report text primary key, id text not null, entered integer not null, who text not null,
    reason text not null)`,
  `create table if not exists refusals (source text not null, line integer not null, place integer not null,
    byte integer not null, code text not null, reason text not null, next text not null, seen text not null,
    primary key (source, line, place, byte, code))`,
  'create table standing (reading integer primary key, version integer not null)',
  'create index standing_by_version on standing (version)',
  'create table dirty (bucket text primary key, reason text not null)',
  `create table records (id text primary key, bucket text not null, sort text not null, type text not null, status text,
    band text not null, state text not null, day text not null, earliest text not null, latest text not null,
    told integer not null, body text not null)`,
  'create index records_by_bucket on records (bucket)',
  'create index records_by_sort on records (sort, day, id)',
  'create index records_by_day on records (day, id)',
  'create table parties (record text not null, actor text not null, country text not null)',
  'create table names (actor text not null, name text not null, primary key (actor, name))',
  'create index parties_by_record on parties (record)',
  'create index parties_by_actor on parties (actor, record)',
  'create index parties_by_country on parties (country, record)',
  `create table members (root text primary key, record text not null, reading integer not null, place integer not null)`,
  'create index members_by_record on members (record)',
  `create table changes (seq integer primary key, entered integer not null, op text not null, record text not null,
    into_record text, reason text not null)`,
  'create index changes_by_record on changes (record)',
];

/**
 * Makes the tables of a new ledger; the table of words differs by engine and is made by it. `text` is how the engine spells
 * text that is ordered by its code units.
 */
export async function createTables(db: Kysely<Tables>, { text }: { readonly text: string }): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement.replace(/ text\b(?=[ ,)])/g, ` ${text}`)).execute(db);
  await db
    .insertInto('facts')
    .values({ name: 'schema', value: SCHEMA })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: SCHEMA }))
    .execute();
}
