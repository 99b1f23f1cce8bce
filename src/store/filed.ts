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

export interface FiledRow {
  readonly reading: number;
  readonly place: number;
  readonly key: string;
  readonly root: string;
  readonly born: number;
  readonly bucket: string;
  readonly body: string;
  readonly entered: number;
  readonly sketch: string;
  readonly report: string;
  readonly id: string;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
}

/** What was written, read again; the body was ours, so its shape is taken on trust. */
export const filedOf = ({
  reading,
  place,
  key,
  root,
  born,
  bucket,
  body,
  entered,
  sketch,
  report,
  ...cited
}: FiledRow): Filed => ({
  reading,
  place,
  key,
  root,
  born,
  bucket,
  entered,
  sketch,
  claim: JSON.parse(body) as Claim,
  report: {
    key: report,
    id: cited.id,
    published: cited.published,
    publisher: cited.publisher,
    title: cited.title,
    url: cited.url,
  },
});

/** The standing claims of some buckets, in no order that matters. */
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
    for (const row of rows) found.push(filedOf(row));
  }
  return found;
}
