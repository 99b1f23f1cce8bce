import type { Kysely } from 'kysely';
import { chunks, insertAll, newCommit, type Engine } from './engine.ts';
import { mark, restand } from './standing.ts';
import type { Tables } from './tables.ts';

/**
 * Removes the reports of an id: their text, title and address, their claims, and so whatever rested on them alone. What
 * stays is a tombstone that says who asked, when and why; the report does not come in again. Gives the number of reports.
 */
export async function takeDown(
  { words }: Engine,
  db: Kysely<Tables>,
  { id, who, reason, at }: { readonly id: string; readonly who: string; readonly reason: string; readonly at: string },
): Promise<number> {
  const versions = await db
    .selectFrom('versions')
    .select(['seq', 'report', 'story'])
    .where('id', '=', id)
    .where('text', 'is not', null)
    .execute();
  if (versions.length === 0) return 0;
  const seqs = versions.map(({ seq }) => seq);
  const reports = [...new Set(versions.map(({ report }) => report))];
  const entered = await newCommit(db, 'take down', at);
  await insertAll(
    db,
    'tombstones',
    reports.map((report) => ({ report, id, entered, who, reason })),
  );
  for (const some of chunks(seqs)) {
    const readings = (await db.selectFrom('readings').select('seq').where('version', 'in', some).execute()).map(
      ({ seq }) => seq,
    );
    await mark(db, readings, 'taken down');
    // Before the claims go: the view must know which buckets they were in.
    await db
      .updateTable('versions')
      .set({ text: null, title: null, url: null, publisher: null, marks: EMPTY, sketch: '' })
      .where('seq', 'in', some)
      .execute();
    await restand(db, [...new Set(versions.map(({ story }) => story))], new Map([[0, 'taken down']]));
    for (const few of chunks(readings)) {
      await db.deleteFrom('claims').where('reading', 'in', few).execute();
      await db.updateTable('readings').set({ claims: 0, doubts: '[]' }).where('seq', 'in', few).execute();
    }
    await words.remove(db, some);
  }
  return reports.length;
}

const EMPTY = JSON.stringify({ dateline: null, furniture: [] });
