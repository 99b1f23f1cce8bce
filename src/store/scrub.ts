import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Drops the names that no record speaks of any more. */
export const dropNames = async (db: Kysely<Tables>): Promise<void> =>
  void (await db
    .deleteFrom('names')
    .where('actor', 'not in', (eb) => eb.selectFrom('parties').select('actor'))
    .execute());
