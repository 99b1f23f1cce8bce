import type { Kysely } from 'kysely';
import type { Claim } from '../document/claim.ts';
import { bucketOf } from '../ledger/bucket.ts';
import { sketchOf } from '../ledger/copies.ts';
import {
  claimKeys,
  continued,
  readingKey,
  reportKey,
  textHash,
  typeOf,
  versionKey,
  type Earlier,
} from '../ledger/keys.ts';
import { chunks, insertAll, newCommit, nextSeq, type Engine } from './engine.ts';
import { restand } from './standing.ts';
import type { Entry } from './store.ts';
import type { Tables } from './tables.ts';
import { foldWords } from './words.ts';

/** Adds versions, readings and claims under one commit, and marks what of the view they change. Gives the new keys. */
export async function addEntries(
  { db: _, words }: Engine,
  db: Kysely<Tables>,
  entries: readonly Entry[],
  at: string,
): Promise<ReadonlySet<string>> {
  // Asked inside the transaction: another process may have added the same since.
  const known = await held(db, entries.map(keyOf));
  const fresh = [...new Map(entries.map((entry) => [keyOf(entry), entry])).entries()].filter(
    ([key]) => !known.has(key),
  );
  if (fresh.length === 0) return new Set();
  const buried = await tombs(
    db,
    fresh.map(([, { report }]) => reportKey(report)),
  );
  const wanted = fresh.map(([, entry]) => entry).filter(({ report }) => !buried.has(reportKey(report)));
  if (wanted.length === 0) return new Set();
  const entered = await newCommit(db, 'add', at);
  const versions = await addVersions(db, wanted, entered);
  const added = [...versions.values()].filter(({ isNew }) => isNew);
  await words.add(
    db,
    added.map(({ seq, entry: { report } }) => ({ seq, body: foldWords(`${report.title ?? ''}\n${report.text}`) })),
  );
  const reasons = await addReadings(db, wanted, { versions, entered });
  await restand(db, [...new Set(wanted.map(storyOf))], reasons);
  return new Set(wanted.map(keyOf));
}

const keyOf = ({ report, delivery, reader }: Entry): string => readingKey(versionKey(report, delivery), reader);
const storyOf = ({ report, delivery }: Entry): string => delivery.replaces ?? report.id;

/** The keys among those given that are held; a reading of a report that was taken down counts as held. */
export async function held(db: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks(keys)) {
    const rows = await db.selectFrom('readings').select('key').where('key', 'in', some).execute();
    for (const { key } of rows) found.add(key);
  }
  return found;
}

/** Reports that were taken down: they do not come in again. */
async function tombs(db: Kysely<Tables>, reports: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks(reports)) {
    const rows = await db.selectFrom('tombstones').select('report').where('report', 'in', some).execute();
    for (const { report } of rows) found.add(report);
  }
  return found;
}

interface Numbered {
  readonly seq: number;
  readonly isNew: boolean;
  readonly entry: Entry;
}

async function addVersions(
  db: Kysely<Tables>,
  entries: readonly Entry[],
  entered: number,
): Promise<ReadonlyMap<string, Numbered>> {
  const byKey = new Map(entries.map((entry) => [versionKey(entry.report, entry.delivery), entry]));
  const known = new Map<string, number>();
  for (const some of chunks([...byKey.keys()])) {
    const rows = await db.selectFrom('versions').select(['key', 'seq']).where('key', 'in', some).execute();
    for (const { key, seq } of rows) known.set(key, seq);
  }
  let next = await nextSeq(db, 'versions');
  const numbered = new Map<string, Numbered>();
  for (const [key, entry] of byKey) {
    const seq = known.get(key);
    numbered.set(key, { seq: seq ?? next++, isNew: seq === undefined, entry });
  }
  const rows = [...numbered]
    .filter(([, { isNew }]) => isNew)
    .map(([key, { seq, entry }]) => versionRow(entry, { key, seq, entered }));
  await insertAll(db, 'versions', rows);
  return numbered;
}

function versionRow(
  { report, delivery }: Entry,
  { key, seq, entered }: { readonly key: string; readonly seq: number; readonly entered: number },
): Tables['versions'] {
  const { id, text, published, publisher, title, url, language, dateline, furniture } = report;
  const { raw, status, replaces, until } = delivery;
  return {
    seq,
    key,
    report: reportKey(report),
    id,
    story: replaces ?? id,
    entered,
    status,
    until,
    raw_hash: raw,
    text_hash: textHash(text),
    published,
    publisher,
    title,
    url,
    language,
    text,
    marks: JSON.stringify({ dateline, furniture }),
    sketch: sketchOf(report),
  };
}

interface Context {
  readonly versions: ReadonlyMap<string, Numbered>;
  readonly entered: number;
}

/** Adds readings with their claims; gives for each new reading why the view changes. */
async function addReadings(
  db: Kysely<Tables>,
  entries: readonly Entry[],
  { versions, entered }: Context,
): Promise<ReadonlyMap<number, string>> {
  let seq = await nextSeq(db, 'readings');
  const before = await earlierClaims(db, [...new Set(entries.map(({ report }) => reportKey(report)))]);
  const readings: Tables['readings'][] = [];
  const claims: Tables['claims'][] = [];
  const reasons = new Map<number, string>();
  for (const entry of entries) {
    const version = versionKey(entry.report, entry.delivery);
    const { seq: number = 0 } = versions.get(version) ?? {};
    const report = reportKey(entry.report);
    const earlier = before.get(report) ?? [];
    const rows = claimRows(report, entry.claims, { reading: seq, earlier });
    claims.push(...rows);
    // Two readings of one report in one batch: the second continues the first.
    before.set(report, [...earlier, ...rows.map(earlierOf)]);
    readings.push({
      seq,
      key: readingKey(version, entry.reader),
      version: number,
      reader: entry.reader,
      claims: rows.length,
      doubts: JSON.stringify(entry.doubts),
      entered,
    });
    reasons.set(seq, reasonOf(entry, earlier.length > 0));
    seq++;
  }
  await insertAll(db, 'readings', readings);
  await insertAll(db, 'claims', claims);
  return reasons;
}

const REASONS = {
  new: 'added',
  update: 'updated',
  correction: 'corrected',
  kill: 'killed',
  embargo: 'embargoed',
} as const;

const reasonOf = ({ delivery: { status } }: Entry, again: boolean): string =>
  status === 'new' && again ? 're-read' : REASONS[status];

function claimRows(
  report: string,
  claims: readonly Claim[],
  { reading, earlier }: { readonly reading: number; readonly earlier: readonly Earlier[] },
): Tables['claims'][] {
  const keys = claimKeys(report, claims);
  const roots = continued(
    claims.map((claim, at) => ({ key: keys[at] ?? '', claim })),
    earlier,
  );
  return claims.map((claim, place) => {
    const key = keys[place] ?? '';
    const root = roots[place]?.root ?? key;
    const bucket = bucketOf(claim) ?? `alone ${root}`;
    return {
      reading,
      place,
      key,
      root,
      born: roots[place]?.born ?? reading,
      bucket,
      moved: (earlier.find((one) => one.root === root)?.bucket ?? bucket) === bucket ? 0 : 1,
      body: JSON.stringify(claim),
    };
  });
}

/** Claims of earlier readings of reports, oldest first. */
async function earlierClaims(db: Kysely<Tables>, reports: readonly string[]): Promise<Map<string, readonly Earlier[]>> {
  const found = new Map<string, Earlier[]>();
  for (const some of chunks(reports)) {
    const rows = await db
      .selectFrom('versions')
      .innerJoin('readings', 'readings.version', 'versions.seq')
      .innerJoin('claims', 'claims.reading', 'readings.seq')
      .where('versions.report', 'in', some)
      .select(['versions.report', 'claims.key', 'claims.root', 'claims.born', 'claims.bucket', 'claims.body'])
      .orderBy('claims.reading')
      .orderBy('claims.place')
      .execute();
    for (const row of rows) {
      const known = found.get(row.report);
      if (known === undefined) found.set(row.report, [earlierOf(row)]);
      else known.push(earlierOf(row));
    }
  }
  return new Map(found);
}

function earlierOf({
  key,
  root,
  born,
  bucket,
  body,
}: Pick<Tables['claims'], 'key' | 'root' | 'born' | 'bucket' | 'body'>): Earlier {
  const claim = JSON.parse(body) as Claim;
  return { key, root, born, kind: claim.kind, type: typeOf(claim), words: claim.words, bucket };
}

/** Ids among those given that stand for reports of more than one text, none of which replaces another. */
export async function sharedIds(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks(ids)) {
    const rows = await db
      .selectFrom('versions')
      .select('id')
      .where('id', 'in', some)
      .where('status', '=', 'new')
      .groupBy('id')
      .having((eb) => eb.fn.count('report').distinct(), '>', 1)
      .execute();
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** Appends, for every embargo that has ended, the same version without it. Gives how many. */
export async function release(db: Kysely<Tables>, at: string): Promise<number> {
  const ended = await db
    .selectFrom('versions')
    .selectAll()
    .where('status', '=', 'embargo')
    .where('until', '<=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('versions as later')
            .select('later.seq')
            .whereRef('later.story', '=', 'versions.story')
            .whereRef('later.seq', '>', 'versions.seq'),
        ),
      ),
    )
    .execute();
  if (ended.length === 0) return 0;
  const entered = await newCommit(db, 'release', at);
  let seq = await nextSeq(db, 'versions');
  let reading = await nextSeq(db, 'readings');
  for (const version of ended) {
    const key = `${version.key} released`;
    await insertAll(db, 'versions', [{ ...version, seq, key, status: 'new', entered }]);
    const read = await db
      .selectFrom('readings')
      .selectAll()
      .where('version', '=', version.seq)
      .orderBy('seq')
      .execute();
    for (const one of read) {
      await insertAll(db, 'readings', [
        { ...one, seq: reading, key: readingKey(key, one.reader), version: seq, entered },
      ]);
      const claims = await db.selectFrom('claims').selectAll().where('reading', '=', one.seq).execute();
      await insertAll(
        db,
        'claims',
        claims.map((claim) => ({ ...claim, reading })),
      );
      reading++;
    }
    seq++;
  }
  await restand(
    db,
    ended.map(({ story }) => story),
    new Map(),
  );
  return ended.length;
}
