import type { Kysely } from 'kysely';
import type { Claim } from '../document/claim.ts';
import type { Filed } from '../ledger/rows.ts';
import { chunks } from './engine.ts';
import type { Tables } from './tables.ts';

/** The columns of a claim with its report, from tables named `claims`, `readings` and `versions`. */
export const FILED = [
  'claims.reading',
  'claims.place',
  'claims.key',
  'claims.root',
  'claims.born',
  'claims.bucket',
  'claims.moved',
  'claims.body',
  'readings.entered',
  'versions.sketch',
  'versions.report',
  'versions.id',
  'versions.published',
  'versions.publisher',
  'versions.title',
  'versions.url',
] as const;

export type FiledRow = Tables['claims'] &
  Pick<Tables['readings'], 'entered'> &
  Pick<Tables['versions'], 'sketch' | 'report' | 'id' | 'published' | 'publisher' | 'title' | 'url'>;

/** What was written, read again; the body was ours, so its shape is taken on trust. Whether it has a mint is asked apart. */
export const filedOf = ({ body, report, moved, ...row }: FiledRow): Filed => ({
  reading: row.reading,
  place: row.place,
  key: row.key,
  root: row.root,
  born: row.born,
  bucket: row.bucket,
  moved: moved === 1,
  mint: null,
  entered: row.entered,
  sketch: row.sketch,
  claim: JSON.parse(body) as Claim,
  report: {
    key: report,
    id: row.id,
    published: row.published,
    publisher: row.publisher,
    title: row.title,
    url: row.url,
  },
});

/** The standing claims of some buckets with their mints, in no order that matters. */
export async function standingClaims(db: Kysely<Tables>, buckets: readonly string[]): Promise<readonly Filed[]> {
  const found: Filed[] = [];
  for (const some of chunks(buckets)) {
    const rows = await db
      .selectFrom('claims')
      .innerJoin('standing', 'standing.reading', 'claims.reading')
      .innerJoin('readings', 'readings.seq', 'claims.reading')
      .innerJoin('versions', 'versions.seq', 'standing.version')
      .where('claims.bucket', 'in', some)
      .select(FILED)
      .execute();
    const mints = await mintsIn(db, some);
    for (const row of rows) {
      const mint = mints.get(row.root);
      found.push({ ...filedOf(row), mint: mint === undefined || mint.bucket !== row.bucket ? null : mint });
    }
  }
  return found;
}

/**
 * Mints of some buckets that hold: not those of an id whose own root now stands in another bucket, where it names a record
 * itself.
 */
async function mintsIn(db: Kysely<Tables>, buckets: readonly string[]): Promise<ReadonlyMap<string, Tables['mints']>> {
  const rows = await db.selectFrom('mints').selectAll().where('bucket', 'in', buckets).execute();
  const homes = new Map<string, string>();
  for (const some of chunks([...new Set(rows.map(({ id }) => id))])) {
    const owners = await db
      .selectFrom('claims')
      .innerJoin('standing', 'standing.reading', 'claims.reading')
      .where('claims.root', 'in', some)
      .select(['claims.root', 'claims.bucket'])
      .execute();
    for (const { root, bucket } of owners) homes.set(root, bucket);
  }
  return new Map(
    rows.filter(({ id, bucket }) => (homes.get(id) ?? bucket) === bucket).map((mint) => [mint.root, mint]),
  );
}
