import type { Kysely } from 'kysely';
import type { Claim } from '../document/claim.ts';
import type { Dateline, Furniture, Report } from '../document/report.ts';
import { typeOf } from '../ledger/keys.ts';
import type { HeldClaim } from '../ledger/rereading.ts';
import { chunks } from './engine.ts';
import type { KeptReport } from './store.ts';
import type { Tables } from './tables.ts';

/** Reports that stand, with everything needed to read them again. */
export async function kept(db: Kysely<Tables>, after: number, size: number): Promise<readonly KeptReport[]> {
  const rows = await db
    .selectFrom('versions')
    .innerJoin('standing', 'standing.version', 'versions.seq')
    .where('versions.seq', '>', after)
    .selectAll('versions')
    .select('standing.reading')
    .orderBy('versions.seq')
    .limit(size)
    .execute();
  const readers = await readersOf(
    db,
    rows.map(({ seq }) => seq),
  );
  const claims = await claimsOf(
    db,
    rows.map(({ reading }) => reading),
  );
  return rows.map(
    ({
      seq,
      reading,
      id,
      text,
      published,
      publisher,
      title,
      url,
      language,
      marks,
      raw_hash: raw,
      status,
      story,
      until,
    }) => {
      const { dateline, furniture } = JSON.parse(marks) as {
        readonly dateline: Dateline | null;
        readonly furniture: readonly Furniture[];
      };
      const report: Report = { id, text: text ?? '', published, publisher, title, url, language, dateline, furniture };
      return {
        seq,
        report,
        delivery: { raw, status, replaces: story === id ? null : story, until },
        readers: readers.get(seq) ?? [],
        claims: claims.get(reading) ?? [],
      };
    },
  );
}

async function readersOf(
  db: Kysely<Tables>,
  versions: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = new Map<number, string[]>();
  for (const some of chunks(versions)) {
    const rows = await db
      .selectFrom('readings')
      .select(['version', 'reader'])
      .where('version', 'in', some)
      .orderBy('seq')
      .execute();
    for (const { version, reader } of rows) found.set(version, [...(found.get(version) ?? []), reader]);
  }
  return found;
}

async function claimsOf(
  db: Kysely<Tables>,
  readings: readonly number[],
): Promise<ReadonlyMap<number, readonly HeldClaim[]>> {
  const found = new Map<number, HeldClaim[]>();
  for (const some of chunks(readings)) {
    const rows = await db.selectFrom('claims').selectAll().where('reading', 'in', some).orderBy('place').execute();
    for (const { reading, key, root, born, bucket, body } of rows) {
      const claim = JSON.parse(body) as Claim;
      const held = { claim, key, root, born, bucket, kind: claim.kind, type: typeOf(claim), words: claim.words };
      found.set(reading, [...(found.get(reading) ?? []), held]);
    }
  }
  return found;
}

/** The texts of reports by their keys; those that were taken down have none. */
export async function texts(db: Kysely<Tables>, reports: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const some of chunks([...new Set(reports)])) {
    const rows = await db.selectFrom('versions').select(['report', 'text']).where('report', 'in', some).execute();
    for (const { report, text } of rows) if (text !== null) found.set(report, text);
  }
  return found;
}
