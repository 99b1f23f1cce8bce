import type { Kysely } from 'kysely';
import { readingKey } from '../ledger/keys.ts';
import { insertAll, newCommit, nextSeq } from './engine.ts';
import { restand } from './standing.ts';
import type { Tables } from './tables.ts';

/** Appends, for every embargo that has ended, the same version without it. Gives how many. */
export async function release(db: Kysely<Tables>, at: string): Promise<number> {
  const ended = await db
    .selectFrom('versions')
    .selectAll()
    .where('status', '=', 'embargo')
    .where('until', '<=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('versions as later')
            .select('later.seq')
            .whereRef('later.story', '=', 'versions.story')
            .whereRef('later.seq', '>', 'versions.seq'),
        ),
      ),
    )
    .execute();
  if (ended.length === 0) return 0;
  const entered = await newCommit(db, 'release', at);
  let seq = await nextSeq(db, 'versions');
  let reading = await nextSeq(db, 'readings');
  for (const version of ended) {
    const key = `${version.key} released`;
    await insertAll(db, 'versions', [{ ...version, seq, key, status: 'new', entered }]);
    const read = await db
      .selectFrom('readings')
      .selectAll()
      .where('version', '=', version.seq)
      .orderBy('seq')
      .execute();
    for (const one of read) {
      await insertAll(db, 'readings', [
        { ...one, seq: reading, key: readingKey(key, one.reader), version: seq, entered },
      ]);
      const claims = await db.selectFrom('claims').selectAll().where('reading', '=', one.seq).execute();
      await insertAll(
        db,
        'claims',
        claims.map((claim) => ({ ...claim, reading })),
      );
      reading++;
    }
    seq++;
  }
  await restand(
    db,
    ended.map(({ story }) => story),
    new Map(),
  );
  return ended.length;
}
