import type { Kysely } from 'kysely';
import { grouped } from '../grouped.ts';
import { effective } from '../ledger/decision.ts';
import { standingVersions } from '../ledger/versions.ts';
import { mergesOf, viewOf, type Viewed } from '../ledger/view.ts';
import type { Filed } from '../ledger/rows.ts';
import { allDecisions } from './decisions.ts';
import { chunks } from './engine.ts';
import { FILED, filedOf } from './filed.ts';
import type { Tables } from './tables.ts';
import { rootsOf } from './view-work.ts';

/** The whole view as it was after a commit, made from the rows up to it. It takes as long as a rebuild, and memory for all claims. */
export async function asOf(db: Kysely<Tables>, commit: number): Promise<readonly Viewed[]> {
  const rows = withMints(await claimsAsOf(db, commit), await mintsAsOf(db, commit));
  const decisions = effective((await allDecisions(db)).filter(({ entered }) => entered <= commit));
  const home = homes(rows, decisions);
  const groups = new Map<string, Filed[]>();
  for (const row of rows) {
    const bucket = home(row.bucket);
    const known = groups.get(bucket);
    if (known === undefined) groups.set(bucket, [row]);
    else known.push(row);
  }
  return [...groups.values()].flatMap((some) => {
    const roots = new Set(some.map(({ root }) => root));
    return viewOf(
      some,
      decisions.filter((decision) => rootsOf(decision).some((root) => roots.has(root))),
    );
  });
}

/** Claims with the ids that they had then; see `standingClaims`. */
function withMints(rows: readonly Filed[], mints: ReadonlyMap<string, Tables['mints']>): readonly Filed[] {
  const homes = new Map(rows.map(({ root, bucket }) => [root, bucket]));
  return rows.map((row) => {
    const mint = mints.get(row.root);
    const holds = mint?.bucket === row.bucket && (homes.get(mint.id) ?? row.bucket) === row.bucket;
    return holds ? { ...row, mint } : row;
  });
}

const mintsAsOf = async (db: Kysely<Tables>, commit: number): Promise<ReadonlyMap<string, Tables['mints']>> =>
  new Map(
    (await db.selectFrom('mints').selectAll().where('entered', '<=', commit).execute()).map((mint) => [
      mint.root,
      mint,
    ]),
  );

/** Where each bucket's claims are looked at: with those that merges tie to it. */
function homes(rows: readonly Filed[], decisions: Parameters<typeof mergesOf>[0]): (bucket: string) => string {
  const above = new Map<string, string>();
  const top = (bucket: string): string => {
    const next = above.get(bucket);
    return next === undefined ? bucket : top(next);
  };
  for (const merge of mergesOf(decisions)) {
    const roots = new Set(rootsOf(merge));
    const [first, ...others] = [
      ...new Set(rows.filter(({ root }) => roots.has(root)).map(({ bucket }) => top(bucket))),
    ];
    for (const other of others) if (first !== undefined && other !== first) above.set(other, first);
  }
  return top;
}

async function claimsAsOf(db: Kysely<Tables>, commit: number): Promise<readonly Filed[]> {
  const versions = await db
    .selectFrom('versions')
    .innerJoin('readings', 'readings.version', 'versions.seq')
    .where('versions.entered', '<=', commit)
    .where('readings.entered', '<=', commit)
    .where('versions.text', 'is not', null)
    .select((eb) => [
      'versions.seq',
      'versions.story',
      'versions.report',
      'versions.status',
      eb.fn.max('readings.seq').as('reading'),
    ])
    .groupBy(['versions.seq', 'versions.story', 'versions.report', 'versions.status'])
    .execute();
  const byStory = grouped(versions, ({ story }) => story);
  const readings = [...byStory.values()].flatMap((story) =>
    standingVersions(story).map(({ reading }) => Number(reading)),
  );
  const found: Filed[] = [];
  for (const some of chunks(readings)) {
    const rows = await db
      .selectFrom('claims')
      .innerJoin('readings', 'readings.seq', 'claims.reading')
      .innerJoin('versions', 'versions.seq', 'readings.version')
      .where('claims.reading', 'in', some)
      .select(FILED)
      .execute();
    for (const row of rows) found.push(filedOf(row));
  }
  return found;
}
