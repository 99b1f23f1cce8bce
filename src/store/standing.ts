import type { Kysely } from 'kysely';
import { grouped } from '../grouped.ts';
import { standingVersions } from '../ledger/versions.ts';
import { chunks, insertAll } from './engine.ts';
import type { Tables } from './tables.ts';

/**
 * Settles anew which readings of some stories count, and marks the buckets whose claims come or go. `reasons` says, by
 * reading, why it came; what falls goes for the reason of the latest reading of its story.
 */
export async function restand(
  db: Kysely<Tables>,
  stories: readonly string[],
  reasons: ReadonlyMap<number, string>,
): Promise<void> {
  for (const some of chunks(stories)) {
    const wanted = await wantedReadings(db, some);
    const present = await db
      .selectFrom('standing')
      .innerJoin('versions', 'versions.seq', 'standing.version')
      .where('versions.story', 'in', some)
      .select(['standing.reading', 'versions.story'])
      .execute();
    const stands = new Set(present.map(({ reading }) => reading));
    const goes = present.filter(
      ({ reading, story }) => !(wanted.get(story) ?? []).some((one) => one.reading === reading),
    );
    const comes = [...wanted.values()].flat().filter(({ reading }) => !stands.has(reading));
    const gone = goes.map(({ reading }) => reading);
    for (const few of chunks(gone)) await db.deleteFrom('standing').where('reading', 'in', few).execute();
    await insertAll(
      db,
      'standing',
      comes.map(({ reading, version }) => ({ reading, version })),
    );
    const last = [...reasons.values()].at(-1) ?? 'released';
    await mark(db, gone, last);
    for (const [reason, readings] of byReason(comes, reasons)) await mark(db, readings, reason);
  }
}

function byReason(
  comes: readonly Standing[],
  reasons: ReadonlyMap<number, string>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { reading } of comes) {
    const reason = reasons.get(reading) ?? 'released';
    found.set(reason, [...(found.get(reason) ?? []), reading]);
  }
  return found;
}

interface Standing {
  readonly reading: number;
  readonly version: number;
}

/** For each story the latest reading of every version that stands. */
async function wantedReadings(
  db: Kysely<Tables>,
  stories: readonly string[],
): Promise<ReadonlyMap<string, readonly Standing[]>> {
  const rows = await db
    .selectFrom('versions')
    .leftJoin('readings', 'readings.version', 'versions.seq')
    .where('versions.story', 'in', stories)
    .where('versions.text', 'is not', null)
    .select((eb) => [
      'versions.story',
      'versions.seq',
      'versions.report',
      'versions.status',
      eb.fn.max('readings.seq').as('reading'),
    ])
    .groupBy(['versions.story', 'versions.seq', 'versions.report', 'versions.status'])
    .execute();
  return new Map(
    [...grouped(rows, ({ story }) => story)].map(([story, versions]) => [
      story,
      standingVersions(versions).flatMap(({ seq, reading }) =>
        reading === null ? [] : [{ reading: Number(reading), version: seq }],
      ),
    ]),
  );
}

/** Marks the buckets of all claims of some readings to be made anew. */
export async function mark(db: Kysely<Tables>, readings: readonly number[], reason: string): Promise<void> {
  for (const some of chunks(readings)) {
    const rows = await db.selectFrom('claims').select('bucket').distinct().where('reading', 'in', some).execute();
    // Where an id's own root comes or goes, those who go by the id are looked at again.
    const named = await db
      .selectFrom('claims')
      .innerJoin('mints', 'mints.id', 'claims.root')
      .select('mints.bucket')
      .distinct()
      .where('claims.reading', 'in', some)
      .execute();
    await markBuckets(db, [...new Set([...rows, ...named].map(({ bucket }) => bucket))], reason);
  }
}

/** What takes away outweighs what adds: the reason that a reader of the feed must hear. */
export async function markBuckets(db: Kysely<Tables>, buckets: readonly string[], reason: string): Promise<void> {
  for (const some of chunks(buckets))
    await db
      .insertInto('dirty')
      .values(some.map((bucket) => ({ bucket, reason })))
      .onConflict((conflict) =>
        reason === 'added' ? conflict.doNothing() : conflict.column('bucket').doUpdateSet({ reason }),
      )
      .execute();
}
