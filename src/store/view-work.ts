import type { Kysely } from 'kysely';
import { grouped } from '../grouped.ts';
import { effective, type Decision } from '../ledger/decision.ts';
import type { Seen } from '../ledger/diff.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import { compare, type Filed } from '../ledger/rows.ts';
import { mergesOf, viewOf, type Viewed } from '../ledger/view.ts';
import { allDecisions } from './decisions.ts';
import { chunks } from './engine.ts';
import { standingClaims } from './filed.ts';
import type { Tables } from './tables.ts';

/** What the making of buckets needs to know beside their claims: the decisions, and which buckets merges tie together. */
export class Work {
  readonly db: Kysely<Tables>;
  readonly #byRoot: ReadonlyMap<string, readonly Decision[]>;
  readonly #tied: ReadonlyMap<string, readonly string[]>;

  static async on(db: Kysely<Tables>): Promise<Work> {
    const decisions = effective(await allDecisions(db));
    return new Work(db, decisions, await ties(db, decisions));
  }

  constructor(db: Kysely<Tables>, decisions: readonly Decision[], tied: ReadonlyMap<string, readonly string[]>) {
    this.db = db;
    this.#byRoot = decisionsByRoot(decisions);
    this.#tied = tied;
  }

  withTied(buckets: readonly string[]): readonly string[] {
    return [...new Set(buckets.flatMap((bucket) => this.#tied.get(bucket) ?? [bucket]))].sort(compare);
  }

  /** Whether this bucket's turn is now: it is tied to none that came before. */
  isFirst(bucket: string, from: string): boolean {
    return this.#homeOf(bucket) >= from;
  }

  /** The first of the buckets that are tied to one. */
  #homeOf(bucket: string): string {
    return this.#tied.get(bucket)?.[0] ?? bucket;
  }

  async make(buckets: readonly string[]): Promise<Made> {
    const rows = await standingClaims(this.db, buckets);
    const after = [...grouped(rows, ({ bucket }) => this.#homeOf(bucket))]
      .sort(([a], [b]) => compare(a, b))
      .flatMap(([bucket, some]) => viewOf(some, touching(this.#byRoot, some)).map((viewed) => ({ ...viewed, bucket })));
    return { before: await recordsIn(this.db, buckets), after, buckets };
  }
}

export interface Made {
  readonly before: readonly (Seen & { readonly bucket: string })[];
  readonly after: readonly Placed[];
  readonly buckets: readonly string[];
}

export interface Placed extends Viewed {
  readonly bucket: string;
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

/** For every bucket that merges tie to others, all of them in order. */
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
    const all = [...new Set(buckets.flatMap((bucket) => tied.get(bucket) ?? [bucket]))].sort(compare);
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
