import type { Kysely } from 'kysely';
import { effective, type Decision } from '../ledger/decision.ts';
import { changesBetween, seen, type Seen } from '../ledger/diff.ts';
import { columnsOf, foldName } from '../ledger/question.ts';
import { partiesOf, type LedgerRecord } from '../ledger/record.ts';
import type { Actor } from '../document/claim.ts';
import { compare, type Filed } from '../ledger/rows.ts';
import { mergesOf, viewOf, type Viewed } from '../ledger/view.ts';
import { allDecisions } from './decisions.ts';
import { chunks, insertAll, newCommit, nextSeq, writing, type Engine } from './engine.ts';
import { standingClaims } from './filed.ts';
import { restand } from './standing.ts';
import { VIEW_TABLES, type Tables } from './tables.ts';

// So many buckets are made anew in one transaction: others can write in between, and memory stays small.
const BUCKETS_AT_ONCE = 1000;

/** Makes the marked buckets anew, some at a time, each time with its lines in the changes feed. Gives how many. */
export async function refresh(engine: Engine, at: string): Promise<number> {
  let made = 0;
  for (;;) {
    const any = await engine.db.selectFrom('dirty').select('bucket').limit(1).executeTakeFirst();
    if (any === undefined) return made;
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
  await writing(engine, async (db) => {
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
  });
}

interface Made {
  readonly before: readonly (Seen & { readonly bucket: string })[];
  readonly after: readonly Placed[];
  readonly buckets: readonly string[];
}

interface Placed extends Viewed {
  readonly bucket: string;
}

/** What the making of buckets needs to know beside their claims: the decisions, and which buckets merges tie together. */
class Work {
  readonly db: Kysely<Tables>;
  readonly decisions: readonly Decision[];
  readonly #tied: ReadonlyMap<string, readonly string[]>;

  static async on(db: Kysely<Tables>): Promise<Work> {
    const decisions = effective(await allDecisions(db));
    return new Work(db, decisions, await ties(db, decisions));
  }

  constructor(db: Kysely<Tables>, decisions: readonly Decision[], tied: ReadonlyMap<string, readonly string[]>) {
    this.db = db;
    this.decisions = decisions;
    this.#tied = tied;
  }

  withTied(buckets: readonly string[]): readonly string[] {
    return [...new Set(buckets.flatMap((bucket) => this.#tied.get(bucket) ?? [bucket]))].sort(compare);
  }

  /** Whether this bucket's turn is now: it is tied to none that came before. */
  isFirst(bucket: string, from: string): boolean {
    const [first = bucket] = [...(this.#tied.get(bucket) ?? [])].sort(compare);
    return first >= from;
  }

  async make(buckets: readonly string[]): Promise<Made> {
    const rows = await standingClaims(this.db, buckets);
    const groups = new Map<string, Filed[]>();
    for (const row of rows) {
      const [home = row.bucket] = [...(this.#tied.get(row.bucket) ?? [])].sort(compare);
      const known = groups.get(home);
      if (known === undefined) groups.set(home, [row]);
      else known.push(row);
    }
    const byRoot = decisionsByRoot(this.decisions);
    const after = [...groups]
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([bucket, some]) => viewOf(some, touching(byRoot, some)).map((viewed) => ({ ...viewed, bucket })));
    return { before: await recordsIn(this.db, buckets), after, buckets };
  }
}

function decisionsByRoot(decisions: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const found = new Map<string, Decision[]>();
  for (const decision of decisions)
    for (const root of rootsOf(decision)) found.set(root, [...(found.get(root) ?? []), decision]);
  return found;
}

export const rootsOf = (decision: Decision): readonly string[] =>
  decision.op === 'merge' ? [...decision.targets, ...decision.others] : decision.targets;

const touching = (byRoot: ReadonlyMap<string, readonly Decision[]>, rows: readonly Filed[]): readonly Decision[] =>
  byRoot.size === 0
    ? []
    : [...new Set(rows.flatMap(({ root }) => byRoot.get(root) ?? []))].sort((a, b) => a.entered - b.entered);

/** For every bucket that merges tie to others, all of them. */
async function ties(
  db: Kysely<Tables>,
  decisions: readonly Decision[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const tied = new Map<string, readonly string[]>();
  for (const merge of mergesOf(decisions)) {
    const roots = rootsOf(merge);
    const buckets: string[] = [];
    for (const some of chunks(roots)) {
      const rows = await db.selectFrom('claims').select('bucket').distinct().where('root', 'in', some).execute();
      buckets.push(...rows.map(({ bucket }) => bucket));
    }
    const all = [...new Set(buckets.flatMap((bucket) => tied.get(bucket) ?? [bucket]))];
    for (const bucket of all) tied.set(bucket, all);
  }
  return tied;
}

async function recordsIn(db: Kysely<Tables>, buckets: readonly string[]): Promise<Made['before']> {
  const found: (Seen & { bucket: string })[] = [];
  for (const some of chunks(buckets)) {
    const rows = await db
      .selectFrom('records')
      .select(['id', 'state', 'body', 'bucket'])
      .where('bucket', 'in', some)
      .execute();
    const members = await membersOf(
      db,
      rows.map(({ id }) => id),
    );
    for (const { id, state, body, bucket } of rows)
      found.push({ id, state: state as LedgerRecord['state'], body, bucket, roots: members.get(id) ?? [] });
  }
  return found;
}

async function membersOf(
  db: Kysely<Tables>,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const some of chunks(records)) {
    const rows = await db
      .selectFrom('members')
      .select(['root', 'record'])
      .where('record', 'in', some)
      .orderBy('root')
      .execute();
    for (const { root, record: id } of rows) found.set(id, [...(found.get(id) ?? []), root]);
  }
  return found;
}

/** Writes what has changed, and tells it in the feed. */
async function record(
  db: Kysely<Tables>,
  { before, after }: Made,
  { reasons, at }: { readonly reasons: ReadonlyMap<string, string>; readonly at: string },
): Promise<void> {
  const now = after.map((viewed) => ({ ...seen(viewed), bucket: viewed.bucket }));
  const made = new Map(now.map((one) => [one.id, one]));
  const same = new Set(before.filter((old) => isSame(old, made.get(old.id))).map(({ id }) => id));
  const stale = before.map(({ id }) => id).filter((id) => !same.has(id));
  for (const some of chunks(stale)) {
    await db.deleteFrom('records').where('id', 'in', some).execute();
    await db.deleteFrom('parties').where('record', 'in', some).execute();
    await db.deleteFrom('members').where('record', 'in', some).execute();
  }
  await insertViewed(
    db,
    after.filter((viewed) => !same.has(viewed.record.id)),
  );
  const changes = changesBetween(before, now);
  if (changes.length === 0) return;
  const entered = await newCommit(db, 'view', at);
  let seq = await nextSeq(db, 'changes');
  const home = new Map([...before, ...now].map(({ id, bucket }) => [id, bucket]));
  await insertAll(
    db,
    'changes',
    changes.map(({ op, record: id, into }) => ({
      seq: seq++,
      entered,
      op,
      record: id,
      into_record: into,
      reason: reasons.get(home.get(id) ?? '') ?? [...reasons.values()][0] ?? 'added',
    })),
  );
}

/** Claims keep the id of the record in which they first stood: only what is not told by their own root is written. */
async function addMints(db: Kysely<Tables>, viewed: readonly Placed[]): Promise<void> {
  const rows = viewed.flatMap(({ mint: { id, born }, claims }) => {
    const founder = claims.find(({ root, moved }) => root === id && !moved);
    return claims
      .filter(({ root, mint, moved, bucket }) => root !== id && mint === null && !moved && bucket === founder?.bucket)
      .map(({ root, bucket, entered }) => ({ root, id, born, bucket, entered }));
  });
  for (const some of chunks(rows))
    await db
      .insertInto('mints')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

const isSame = (old: Seen, now: Seen | undefined): boolean =>
  now !== undefined && old.body === now.body && [...old.roots].sort().join() === [...now.roots].sort().join();

async function insertViewed(db: Kysely<Tables>, viewed: readonly Placed[]): Promise<void> {
  await addMints(db, viewed);
  await insertAll(
    db,
    'records',
    viewed.map(({ record: one, bucket }) => ({ id: one.id, bucket, ...columnsOf(one), body: JSON.stringify(one) })),
  );
  await insertAll(
    db,
    'parties',
    viewed.flatMap(({ record: one }) => partyRows(one)),
  );
  await addNames(
    db,
    viewed.map(({ record: one }) => one),
  );
  await insertAll(
    db,
    'members',
    viewed.flatMap(({ record: one, claims }) =>
      claims.map(({ root, reading, place }) => ({ root, record: one.id, reading, place })),
    ),
  );
}

const partyRows = (one: LedgerRecord): readonly Tables['parties'][] =>
  partiesOf(one).map(([, who]) => ({
    record: one.id,
    actor: actorKey(who),
    country: 'id' in who ? (who.country ?? '').toLowerCase() : '',
  }));

const actorKey = (who: Actor | { readonly name: string }): string => foldName('id' in who ? who.id : who.name);

/** Names are few beside the records in which they stand: a part of one is looked for here. */
async function addNames(db: Kysely<Tables>, records: readonly LedgerRecord[]): Promise<void> {
  const rows = new Map(
    records.flatMap(partiesOf).map(([, who]) => {
      const row = { actor: actorKey(who), name: foldName(who.name) };
      return [`${row.actor}\t${row.name}`, row];
    }),
  );
  for (const some of chunks([...rows.values()]))
    await db
      .insertInto('names')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
