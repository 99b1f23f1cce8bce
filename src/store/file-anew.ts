import { sql, type Kysely } from 'kysely';
import type { Claim } from '../document/claim.ts';
import { bucketOf } from '../ledger/bucket.ts';
import { SCHEMA, type Tables } from './tables.ts';
import { rebuildIn } from './view.ts';

const READINGS_AT_ONCE = 500;

/**
 * Files every claim under the bucket that this program gives it, and makes the view from that: the same records as if all
 * reports had come now, under the ids that they have. Decisions stay as they are.
 */
export async function fileAnew(db: Kysely<Tables>): Promise<void> {
  const { last } = await db
    .selectFrom('readings')
    .select((eb) => eb.fn.max('seq').as('last'))
    .executeTakeFirstOrThrow();
  for (let from = 0; from <= Number(last ?? 0); from += READINGS_AT_ONCE) await fileSome(db, from);
  // The first claim of a root tells where it was: what has gone elsewhere since has moved.
  const first = (root: string) =>
    sql`(select f.bucket from claims f where f.root = ${sql.ref(root)} order by f.reading limit 1)`;
  await sql`update claims set moved = case when bucket = ${first('claims.root')} then 0 else 1 end`.execute(db);
  await sql`update mints set bucket = coalesce(${first('mints.root')}, bucket)`.execute(db);
  await db.updateTable('facts').set({ value: SCHEMA }).where('name', '=', 'schema').execute();
  const { at } = await db
    .selectFrom('commits')
    .select((eb) => eb.fn.max('at').as('at'))
    .executeTakeFirstOrThrow();
  if (at !== null) await rebuildIn(db, at);
}

async function fileSome(db: Kysely<Tables>, from: number): Promise<void> {
  const rows = await db
    .selectFrom('claims')
    .select(['reading', 'place', 'root', 'bucket', 'body'])
    .where('reading', '>=', from)
    .where('reading', '<', from + READINGS_AT_ONCE)
    .execute();
  for (const { reading, place, root, bucket, body } of rows) {
    const now = bucketOf(JSON.parse(body) as Claim) ?? `alone ${root}`;
    if (now !== bucket)
      await db
        .updateTable('claims')
        .set({ bucket: now })
        .where('reading', '=', reading)
        .where('place', '=', place)
        .execute();
  }
}
