import type { Kysely } from 'kysely';
import { chunks, newCommit, writing, type Engine } from './engine.ts';
import { restand } from './standing.ts';
import { VIEW_TABLES, type Tables } from './tables.ts';
import { insertViewed, record } from './view-rows.ts';
import { Work } from './view-work.ts';

// So many buckets are made anew in one transaction: others can write in between, and memory stays small.
const BUCKETS_AT_ONCE = 1000;

/** Makes the marked buckets anew, some at a time, each time with its lines in the changes feed. Gives how many. */
export async function refresh(engine: Engine, at: string): Promise<number> {
  let made = 0;
  for (;;) {
    const any = await engine.db.selectFrom('dirty').select('bucket').limit(1).executeTakeFirst();
    if (any === undefined) {
      if (made >= BUCKETS_AT_ONCE) await engine.takeStock();
      return made;
    }
    made += await writing(engine, (db) => refreshSome(db, at));
  }
}

async function refreshSome(db: Kysely<Tables>, at: string): Promise<number> {
  const marked = await db.selectFrom('dirty').selectAll().orderBy('bucket').limit(BUCKETS_AT_ONCE).execute();
  if (marked.length === 0) return 0;
  const work = await Work.on(db);
  const reasons = new Map(marked.map(({ bucket, reason }) => [bucket, reason]));
  const buckets = work.withTied([...reasons.keys()]);
  const made = await work.make(buckets);
  await record(db, made, { reasons, at });
  for (const some of chunks(buckets)) await db.deleteFrom('dirty').where('bucket', 'in', some).execute();
  return buckets.length;
}

/** Drops the view and makes it from the other layers alone; the changes feed has nothing to say of it. */
export async function rebuild(engine: Engine, at: string): Promise<void> {
  await writing(engine, (db) => rebuildIn(db, at));
  await engine.takeStock();
}

/** The same inside a transaction that the caller has opened. */
export async function rebuildIn(db: Kysely<Tables>, at: string): Promise<void> {
  for (const table of VIEW_TABLES) await db.deleteFrom(table).execute();
  const stories = await db.selectFrom('versions').select('story').distinct().orderBy('story').execute();
  await restand(
    db,
    stories.map(({ story }) => story),
    new Map(),
  );
  await db.deleteFrom('dirty').execute();
  const work = await Work.on(db);
  for (let after = ''; ;) {
    const some = await db
      .selectFrom('claims')
      .select('bucket')
      .distinct()
      .where('bucket', '>', after)
      .orderBy('bucket')
      .limit(BUCKETS_AT_ONCE)
      .execute();
    const last = some.at(-1);
    if (last === undefined) break;
    after = last.bucket;
    // Tied buckets are made once, with the first of them.
    const buckets = work
      .withTied(some.map(({ bucket }) => bucket))
      .filter((bucket) => work.isFirst(bucket, some[0]?.bucket ?? ''));
    await insertViewed(db, (await work.make(buckets)).after);
  }
  await newCommit(db, 'rebuild', at);
}
