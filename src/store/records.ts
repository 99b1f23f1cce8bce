import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { Filed } from '../ledger/rows.ts';
import { foldName, type Asked } from '../ledger/asked.ts';
import { answers, inOrder, type Question } from '../ledger/question.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import { asOf } from './as-of.ts';
import { chunks } from './engine.ts';
import { FILED, filedOf } from './filed.ts';
import type { Answer } from '../ledger/answer.ts';
import { StoreError } from './store.ts';
import type { Tables } from './tables.ts';

type Found = SelectQueryBuilder<Tables, 'records', object>;

/** Records that answer a question, in its order, a page of them. */
export async function ask(db: Kysely<Tables>, question: Question): Promise<Answer> {
  if (question.asOf !== null) return askAsOf(db, question, question.asOf);
  const all = narrowed(db, question);
  const from = offsetOf(question.after);
  const rows = await ordered(all, question.order).select('body').offset(from).limit(question.size).execute();
  const { total } = await all.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  return {
    records: rows.map(({ body }) => JSON.parse(body) as LedgerRecord),
    total: Number(total),
    next: from + rows.length < Number(total) ? `p${from + rows.length}` : null,
  };
}

function narrowed(
  db: Kysely<Tables>,
  { sorts, actors, status, type, since, until, source, band, state }: Question,
): Found {
  let found: Found = db.selectFrom('records');
  found = found.where('sort', 'in', sorts).where('state', state === 'rejected' ? '=' : '!=', 'rejected');
  if (status !== null) found = found.where('status', '=', status);
  if (type !== null) found = found.where('type', '=', type);
  if (band !== null) found = found.where('band', '=', band);
  if (since !== null) found = found.where('latest', '!=', '').where(sql<string>`substr(latest, 1, 10)`, '>=', since);
  if (until !== null)
    found = found.where('earliest', '!=', '').where(sql<string>`substr(earliest, 1, 10)`, '<=', until);
  for (const actor of actors) found = found.where('id', 'in', (eb) => takingPart(eb.selectFrom('parties'), actor));
  if (source !== null)
    found = found.where('id', 'in', (eb) =>
      eb
        .selectFrom('members')
        .innerJoin('standing', 'standing.reading', 'members.reading')
        .innerJoin('versions', 'versions.seq', 'standing.version')
        .where(sql<string>`lower(versions.publisher)`, '=', source.toLowerCase())
        .select('members.record'),
    );
  return found;
}

// Two ways in, each by its own index: for one `or` of them PostgreSQL expects half of all parties, and reads every record.
const takingPart = (parties: SelectQueryBuilder<Tables, 'parties', object>, { country, name }: Asked) => {
  const wanted = foldName(name);
  const named = parties.where('actor', '=', wanted).select('record');
  if (country !== null) return named.union(parties.where('country', '=', country.toLowerCase()).select('record'));
  return named.union(
    parties
      .where('actor', 'in', (eb) =>
        eb
          .selectFrom('names')
          .where(sql<boolean>`name like ${partOf(wanted)} escape '\\'`)
          .select('actor'),
      )
      .select('record'),
  );
};

/** A pattern for texts that hold this one, its own signs taken as they are. */
const partOf = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Undated last, whichever way: their day is empty, and the empty text comes first. */
function ordered(found: Found, order: Question['order']): Found {
  if (order === 'oldest')
    return found
      .orderBy(sql`case when day = '' then 1 else 0 end`)
      .orderBy('day')
      .orderBy('id');
  const told = order === 'most told' ? found.orderBy('told', 'desc') : found;
  return told.orderBy('day', 'desc').orderBy('id');
}

/** A page's mark is the number of records before it. */
function offsetOf(after: string | null): number {
  if (after === null) return 0;
  const from = /^p(?<from>\d{1,9})$/.exec(after)?.groups?.['from'];
  if (from === undefined) throw new StoreError(`${after}: no such page; take the mark that the page before ended with`);
  return Number(from);
}

async function askAsOf(db: Kysely<Tables>, question: Question, commit: number): Promise<Answer> {
  if (question.source !== null) throw new StoreError('--source cannot be asked as of a day: leave one of them out');
  const all = (await asOf(db, commit))
    .map(({ record }) => record)
    .filter((record) => answers(record, question))
    .sort(inOrder(question.order));
  const from = offsetOf(question.after);
  const records = all.slice(from, from + question.size);
  return { records, total: all.length, next: from + records.length < all.length ? `p${from + records.length}` : null };
}

// An id is 24 characters; fewer than this many are no unmistakable beginning.
const SHORTEST = 6;

/** The record of an id: its own, or that into which the claim of that root has come. */
export async function resolve(db: Kysely<Tables>, id: string): Promise<LedgerRecord | null> {
  const start = id.toLowerCase();
  if (start.length < SHORTEST || !/^[0-9a-f]+$/.test(start)) return null;
  const own = await db
    .selectFrom('records')
    .select(['id as root', 'body'])
    .where('id', '>=', start)
    .where('id', '<', `${start}g`)
    .orderBy('id')
    .limit(2)
    .execute();
  const members = await db
    .selectFrom('members')
    .innerJoin('records', 'records.id', 'members.record')
    .where('members.root', '>=', start)
    .where('members.root', '<', `${start}g`)
    .select(['members.root', 'records.body'])
    .orderBy('members.root')
    .limit(2)
    .execute();
  // An id leads to its own record first: a split may have left the claim of that root in another.
  const [first, second] = own.length > 0 ? own : members;
  if (first !== undefined && second !== undefined && first.body !== second.body)
    throw new StoreError(`${id} begins more than one id (${first.root}, ${second.root} …): write more of it`);
  return first === undefined ? null : (JSON.parse(first.body) as LedgerRecord);
}

/** The roots of an id's record, else of the claims that it is or begins, whether they stand or not. */
export async function rootsOf(db: Kysely<Tables>, id: string): Promise<readonly string[]> {
  const record = await resolve(db, id);
  if (record !== null) {
    const rows = await db
      .selectFrom('members')
      .select('root')
      .where('record', '=', record.id)
      .orderBy('root')
      .execute();
    return rows.map(({ root }) => root);
  }
  const start = id.toLowerCase();
  if (start.length < SHORTEST || !/^[0-9a-f]+$/.test(start)) return [];
  const rows = await db
    .selectFrom('claims')
    .select('root')
    .distinct()
    .where('root', '>=', start)
    .where('root', '<', `${start}g`)
    .orderBy('root')
    .execute();
  return rows.map(({ root }) => root);
}

/** The claims behind some records, by record, then by publication. */
export async function claimsOf(
  db: Kysely<Tables>,
  records: readonly string[],
): Promise<readonly (Filed & { readonly record: string })[]> {
  const found: (Filed & { readonly record: string })[] = [];
  for (const some of chunks(records)) {
    const rows = await db
      .selectFrom('members')
      .innerJoin('claims', (join) =>
        join.onRef('claims.reading', '=', 'members.reading').onRef('claims.place', '=', 'members.place'),
      )
      .innerJoin('readings', 'readings.seq', 'claims.reading')
      .innerJoin('versions', 'versions.seq', 'readings.version')
      .where('members.record', 'in', some)
      .select(['members.record', ...FILED])
      .orderBy('members.record')
      // No report's date sorts above 9999: undated reports come last on every engine.
      .orderBy(sql`coalesce(versions.published, '9999')`)
      .orderBy('versions.report')
      .orderBy('claims.place')
      .execute();
    for (const { record, ...row } of rows) found.push({ ...filedOf(row), record });
  }
  return found;
}
