import type { Kysely } from 'kysely';
import type { Claim } from '../document/claim.ts';
import { bucketOf } from '../ledger/bucket.ts';
import { claimKeys, continued, readingKey, reportKey, typeOf, versionKey, type Earlier } from '../ledger/keys.ts';
import type { Numbered } from './add-versions.ts';
import { chunks, insertAll, nextSeq } from './engine.ts';
import type { Entry } from './store.ts';
import type { Tables } from './tables.ts';

/** Adds readings with their claims; gives for each new reading why the view changes. */
export async function addReadings(
  db: Kysely<Tables>,
  entries: readonly Entry[],
  { versions, entered }: Context,
): Promise<ReadonlyMap<number, string>> {
  let seq = await nextSeq(db, 'readings');
  const before = await earlierClaims(db, [...new Set(entries.map(({ report }) => reportKey(report)))]);
  const readings: Tables['readings'][] = [];
  const claims: Tables['claims'][] = [];
  const reasons = new Map<number, string>();
  for (const entry of entries) {
    const version = versionKey(entry.report, entry.delivery);
    const { seq: number = 0 } = versions.get(version) ?? {};
    const report = reportKey(entry.report);
    const earlier = before.get(report) ?? [];
    const rows = claimRows(report, entry.claims, { reading: seq, earlier });
    claims.push(...rows);
    // Two readings of one report in one batch: the second continues the first.
    before.set(report, [...earlier, ...rows.map(earlierOf)]);
    readings.push({
      seq,
      key: readingKey(version, entry.reader),
      version: number,
      reader: entry.reader,
      claims: rows.length,
      doubts: JSON.stringify(entry.doubts),
      entered,
    });
    reasons.set(seq, reasonOf(entry, earlier.length > 0));
    seq++;
  }
  await insertAll(db, 'readings', readings);
  await insertAll(db, 'claims', claims);
  return reasons;
}

interface Context {
  readonly versions: ReadonlyMap<string, Numbered>;
  readonly entered: number;
}

const REASONS = {
  new: 'added',
  update: 'updated',
  correction: 'corrected',
  kill: 'killed',
  embargo: 'embargoed',
} as const;

const reasonOf = ({ delivery: { status } }: Entry, again: boolean): string =>
  status === 'new' && again ? 're-read' : REASONS[status];

function claimRows(
  report: string,
  claims: readonly Claim[],
  { reading, earlier }: { readonly reading: number; readonly earlier: readonly Earlier[] },
): Tables['claims'][] {
  const keys = claimKeys(report, claims);
  const roots = continued(
    claims.map((claim, at) => ({ key: keys[at] ?? '', claim })),
    earlier,
  );
  return claims.map((claim, place) => {
    const key = keys[place] ?? '';
    const root = roots[place]?.root ?? key;
    const bucket = bucketOf(claim) ?? `alone ${root}`;
    return {
      reading,
      place,
      key,
      root,
      born: roots[place]?.born ?? reading,
      bucket,
      moved: (earlier.find((one) => one.root === root)?.bucket ?? bucket) === bucket ? 0 : 1,
      body: JSON.stringify(claim),
    };
  });
}

/** Claims of earlier readings of reports, oldest first. */
async function earlierClaims(db: Kysely<Tables>, reports: readonly string[]): Promise<Map<string, readonly Earlier[]>> {
  const found = new Map<string, Earlier[]>();
  for (const some of chunks(reports)) {
    const rows = await db
      .selectFrom('versions')
      .innerJoin('readings', 'readings.version', 'versions.seq')
      .innerJoin('claims', 'claims.reading', 'readings.seq')
      .where('versions.report', 'in', some)
      .select(['versions.report', 'claims.key', 'claims.root', 'claims.born', 'claims.bucket', 'claims.body'])
      .orderBy('claims.reading')
      .orderBy('claims.place')
      .execute();
    for (const row of rows) {
      const known = found.get(row.report);
      if (known === undefined) found.set(row.report, [earlierOf(row)]);
      else known.push(earlierOf(row));
    }
  }
  return new Map(found);
}

function earlierOf({
  key,
  root,
  born,
  bucket,
  body,
}: Pick<Tables['claims'], 'key' | 'root' | 'born' | 'bucket' | 'body'>): Earlier {
  const claim = JSON.parse(body) as Claim;
  return { key, root, born, kind: claim.kind, type: typeOf(claim), words: claim.words, bucket };
}
