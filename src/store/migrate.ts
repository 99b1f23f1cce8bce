import { sql, type Kysely } from 'kysely';
import type { Claim, Doubt } from '../document/claim.ts';
import { plainDelivery } from '../document/delivery.ts';
import { bareReport } from '../document/report.ts';
import type { Engine } from './engine.ts';
import { fileAnew } from './file-anew.ts';
import { addEntries } from './sources.ts';
import type { Entry } from './store.ts';
import { createTables, SCHEMA, type Tables } from './tables.ts';

/** Whether a ledger is of a schema that this program knows how to bring up to its own. */
export const isOlder = (schema: string | null): boolean => schema !== null && Number(schema) < Number(SCHEMA);

interface Ways {
  /** The schema that the ledger has. */
  readonly from: string | null;
  readonly text: string;
  readonly makeWords: () => Promise<void>;
}

/**
 * Brings a ledger of an older schema up to this one, in the transaction that the caller has opened: all of it or nothing,
 * so that a kill leaves the old ledger as it was.
 */
export const migrate = (engine: Engine, db: Kysely<Tables>, ways: Ways): Promise<void> =>
  ways.from === '1' ? fromFirst(engine, db, ways) : fileAnew(db);

/**
 * Schema 1 knew no versions, decisions or view; what it held is taken in again in its own order, at its own times. It kept
 * neither datelines nor furniture: a re-reading will not know them.
 */
async function fromFirst(engine: Engine, db: Kysely<Tables>, { text, makeWords }: Ways): Promise<void> {
  for (const index of [
    'readings_by_report',
    'claims_by_kind',
    'claim_actors_by_claim',
    'claim_actors_by_actor',
    'reports_by_id',
  ])
    await sql.raw(`drop index if exists ${index}`).execute(db);
  for (const table of ['readings', 'claims']) await sql.raw(`alter table ${table} rename to old_${table}`).execute(db);
  await createTables(db, { text });
  await makeWords();
  for (let after = 0; ;) {
    const some = await oldReadings(db, after);
    const last = some.at(-1);
    if (last === undefined) break;
    after = last.seq;
    for (const old of some) await addEntries(engine, db, [await entryOf(db, old)], old.read);
  }
  for (const table of ['old_claims', 'claim_actors', 'old_readings', 'reports'])
    await sql.raw(`drop table ${table}`).execute(db);
}

interface OldReading {
  readonly seq: number;
  readonly key: string;
  readonly version: string;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly doubts: string;
  readonly read: string;
  readonly id: string;
  readonly text: string;
}

const oldReadings = async (db: Kysely<Tables>, after: number): Promise<readonly OldReading[]> =>
  (
    await sql<OldReading>`select r.seq, r.key, r.version, r.published, r.publisher, r.title, r.url, r.language, r.doubts,
      r.read, p.id, p.text from old_readings r join reports p on p.key = r.report where r.seq > ${after}
      order by r.seq limit 500`.execute(db)
  ).rows;

async function entryOf(db: Kysely<Tables>, old: OldReading): Promise<Entry> {
  const { id, text, published, publisher, title, url, language } = old;
  const claims = await sql<{
    body: string;
  }>`select body from old_claims where reading = ${old.key} order by place`.execute(db);
  return {
    report: { ...bareReport(id, text, published), publisher, title, url, language },
    delivery: plainDelivery(null),
    reader: old.version,
    claims: claims.rows.map(({ body }) => JSON.parse(body) as Claim),
    doubts: JSON.parse(old.doubts) as Doubt[],
  };
}
