import type { Kysely } from 'kysely';
import { effective, isOf, type Decision } from '../ledger/decision.ts';
import { digest } from '../ledger/keys.ts';
import { chunks, newCommit, nextSeq } from './engine.ts';
import { markBuckets } from './standing.ts';
import { StoreError, type NewDecision } from './store.ts';
import type { Tables } from './tables.ts';

/** Appends a decision to the chain, and marks the buckets of the claims that it is about. */
export async function decide(db: Kysely<Tables>, given: NewDecision, at: string): Promise<Decision> {
  const roots = await rootsTouched(db, given);
  const entered = await newCommit(db, `decide: ${given.op}`, at);
  const { at: time } = await db.selectFrom('commits').select('at').where('seq', '=', entered).executeTakeFirstOrThrow();
  const last = await db.selectFrom('decisions').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const seq = await nextSeq(db, 'decisions');
  const id = `d-${digest([seq, entered, JSON.stringify(given)]).slice(0, 10)}`;
  const decision = { ...given, id, at: time, entered } as Decision;
  const body = JSON.stringify(decision);
  await db
    .insertInto('decisions')
    .values({ seq, id, entered, op: decision.op, body, hash: linkHash(last?.hash ?? null, body) })
    .execute();
  for (const some of chunks(roots)) {
    const rows = await db.selectFrom('claims').select('bucket').distinct().where('root', 'in', some).execute();
    await markBuckets(
      db,
      rows.map(({ bucket }) => bucket),
      `decided: ${decision.op}`,
    );
  }
  return decision;
}

/** The hash of a link of the chain: of the hash before it, and of what it says. */
export const linkHash = (before: string | null, body: string): string => digest([before, body]);

/** Decisions in their order. Throws where the chain is broken: a decision has been changed or taken away by other hands. */
export async function allDecisions(db: Kysely<Tables>): Promise<readonly Decision[]> {
  const rows = await db.selectFrom('decisions').select(['id', 'body', 'hash']).orderBy('seq').execute();
  let before: string | null = null;
  for (const { id, body, hash } of rows) {
    if (hash !== linkHash(before, body))
      throw new StoreError(
        `decision ${id} is not as it was made: it, or one before it, has been changed; restore a copy of the ledger`,
      );
    before = hash;
  }
  return rows.map(({ body }) => JSON.parse(body) as Decision);
}

/** Decisions that count, and are about claims of which none stands any more: shown, never dropped. */
export async function orphans(db: Kysely<Tables>): Promise<readonly Decision[]> {
  const all = effective(await allDecisions(db));
  const standing = new Set<string>();
  for (const some of chunks([...new Set(all.flatMap(({ targets }) => targets))])) {
    const rows = await db.selectFrom('members').select('root').where('root', 'in', some).execute();
    for (const { root } of rows) standing.add(root);
  }
  return all.filter(({ targets }) => !targets.some((root) => standing.has(root)));
}

/** The roots that a decision is about; those of the decision that it undoes, where it undoes one. */
async function rootsTouched(db: Kysely<Tables>, given: NewDecision): Promise<readonly string[]> {
  if (given.op === 'merge') return [...given.targets, ...given.others];
  if (given.op !== 'undo') return given.targets;
  const undone = (await allDecisions(db)).find(({ id }) => id === given.decision);
  if (undone === undefined) throw new StoreError(`there is no decision ${given.decision}`);
  return isOf('merge')(undone)
    ? [...undone.targets, ...undone.others]
    : undone.op === 'undo'
      ? await rootsTouched(db, undone)
      : undone.targets;
}
