import type { Kysely, Selectable } from 'kysely';
import { chunks } from './engine.ts';
import type { Refused } from './store.ts';
import type { Tables } from './tables.ts';

/** Keeps what was refused, once each. */
export async function refuse(db: Kysely<Tables>, refused: readonly Refused[], at: string): Promise<void> {
  for (const some of chunks(refused.map((each) => rowOf(each, at))))
    await db
      .insertInto('refusals')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

export const forget = async (db: Kysely<Tables>, source: string): Promise<void> =>
  void (await db.deleteFrom('refusals').where('source', '=', source).execute());

export const refusals = async (db: Kysely<Tables>): Promise<readonly Refused[]> =>
  (
    await db
      .selectFrom('refusals')
      .selectAll()
      .orderBy('source')
      .orderBy('line')
      .orderBy('byte')
      .orderBy('code')
      .execute()
  ).map(refusedOf);

// What is not known of a place is stored as -1: a primary key may hold no null. `column` is a word of SQL.
const rowOf = ({ line, column, byte, ...rest }: Refused, seen: string): Tables['refusals'] => ({
  ...rest,
  line: line ?? -1,
  place: column ?? -1,
  byte: byte ?? -1,
  seen,
});

const refusedOf = ({ seen: _, place, ...row }: Selectable<Tables['refusals']>): Refused => ({
  ...row,
  line: known(row.line),
  column: known(place),
  byte: known(row.byte),
});

const known = (stored: number): number | null => (stored === -1 ? null : stored);
