import type { Kysely } from 'kysely';
import type { Claim } from '../document/claim.ts';
import { textHash } from '../ledger/keys.ts';
import { fallenBy } from '../ledger/versions.ts';
import { chunks } from './engine.ts';
import { FILED, filedOf } from './filed.ts';
import type { Derivation, FeedChange, Hit, Coverage } from '../ledger/answer.ts';
import type { Engine } from './engine.ts';
import type { Tables } from './tables.ts';
import { askedWords } from './words.ts';

// As much of the text around a quote as shows the sentence it stands in.
const CONTEXT = 160;

/** Claims by their roots with everything that they rest on, those that count no more among them, latest reading first. */
export async function derive(db: Kysely<Tables>, roots: readonly string[]): Promise<readonly Derivation[]> {
  const found: Derivation[] = [];
  for (const some of chunks(roots)) {
    const rows = await db
      .selectFrom('claims')
      .innerJoin('readings', 'readings.seq', 'claims.reading')
      .innerJoin('versions', 'versions.seq', 'readings.version')
      .innerJoin('commits', 'commits.seq', 'versions.entered')
      .leftJoin('standing', 'standing.reading', 'claims.reading')
      .where('claims.root', 'in', some)
      .select([
        ...FILED,
        'readings.reader',
        'commits.at as taken',
        'versions.seq',
        'versions.story',
        'versions.status',
        'versions.text',
        'versions.text_hash',
        'standing.reading as stands',
      ])
      .orderBy('claims.reading', 'desc')
      .execute();
    for (const { reader, taken, status, text, text_hash, stands, story, seq, ...row } of rows) {
      const filed = filedOf(row);
      const [start, end] = filed.claim.words;
      const others = await db
        .selectFrom('versions')
        .select(['seq', 'report', 'status'])
        .where('story', '=', story)
        .execute();
      const fallen = fallenBy({ seq, report: row.report, status }, others);
      found.push({
        ...filed,
        reader,
        taken,
        status,
        evidence: evidenceOf(filed.claim, text, text_hash),
        fallen:
          stands !== null ? null : text === null ? 'removed' : fallen === null || fallen === 'new' ? 're-read' : fallen,
        context: [text?.slice(Math.max(0, start - CONTEXT), start) ?? '', text?.slice(end, end + CONTEXT) ?? ''],
      });
    }
  }
  return found;
}

/** A quote counts where it is at its own offsets in a text that nobody has touched, never where a look-alike stands. */
function evidenceOf({ words, quote }: Claim, text: string | null, hash: string): Derivation['evidence'] {
  if (text === null) return 'removed';
  return textHash(text) === hash && text.slice(...words) === quote ? 'found' : 'not found';
}

// The largest number of a row.
const LARGEST = 2_147_483_647;

/** Reports that hold every word and every run of words asked for, those taken in last first. */
export async function search(
  { db, words }: Engine,
  question: string,
  { size, before }: { readonly size: number; readonly before: number | null },
): Promise<readonly Hit[]> {
  const asked = askedWords(question);
  if (asked.length === 0) return [];
  const hits: Hit[] = [];
  let below = before ?? LARGEST;
  // Versions that no longer stand are found too, and passed over.
  while (hits.length < size) {
    const seqs = await words.find(db, asked, { before: below, size });
    if (seqs.length === 0) break;
    below = seqs.at(-1) ?? 0;
    const rows = await db
      .selectFrom('versions')
      .innerJoin('standing', 'standing.version', 'versions.seq')
      .where('versions.seq', 'in', seqs)
      .select(['versions.seq', 'standing.reading', 'report', 'id', 'published', 'publisher', 'title', 'url', 'text'])
      .orderBy('versions.seq', 'desc')
      .execute();
    const records = await recordsOf(
      db,
      rows.map(({ reading }) => reading),
    );
    for (const { seq, reading, text, report, ...cited } of rows.slice(0, size - hits.length))
      hits.push({ seq, text: text ?? '', report: { key: report, ...cited }, records: records.get(reading) ?? [] });
  }
  return hits;
}

async function recordsOf(
  db: Kysely<Tables>,
  readings: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = new Map<number, string[]>();
  for (const some of chunks(readings)) {
    const rows = await db
      .selectFrom('claims')
      .innerJoin('members', 'members.root', 'claims.root')
      .innerJoin('records', 'records.id', 'members.record')
      .where('claims.reading', 'in', some)
      .where('records.state', '!=', 'rejected')
      .select(['claims.reading', 'members.record'])
      .orderBy('claims.place')
      .execute();
    for (const { reading, record } of rows) {
      const known = found.get(reading) ?? [];
      if (!known.includes(record)) found.set(reading, [...known, record]);
    }
  }
  return found;
}

const feed = (db: Kysely<Tables>) =>
  db
    .selectFrom('changes')
    .innerJoin('commits', 'commits.seq', 'changes.entered')
    .select(['changes.seq', 'commits.at', 'op', 'record', 'into_record as into', 'reason'])
    .orderBy('changes.seq');

/** The changes feed after a number. */
export const changes = async (db: Kysely<Tables>, since: number, size: number): Promise<readonly FeedChange[]> =>
  (await feed(db).where('changes.seq', '>', since).limit(size).execute()) as FeedChange[];

/** All that the feed says of a record, by its whole id or an unmistakable beginning. */
export const changesOf = async (db: Kysely<Tables>, record: string): Promise<readonly FeedChange[]> =>
  (await feed(db)
    .where('record', '>=', record.toLowerCase())
    .where('record', '<', `${record.toLowerCase()}g`)
    .execute()) as FeedChange[];

export async function coverage(db: Kysely<Tables>): Promise<Coverage> {
  const reports = await db
    .selectFrom('standing')
    .innerJoin('versions', 'versions.seq', 'standing.version')
    .innerJoin('readings', 'readings.seq', 'standing.reading')
    .select((eb) => [
      eb.fn.countAll().as('reports'),
      eb.fn.count('published').as('dated'),
      eb.fn.min('published').as('earliest'),
      eb.fn.max('published').as('latest'),
      eb.fn.count('publisher').distinct().as('publishers'),
      eb.fn.sum('claims').as('claims'),
    ])
    .executeTakeFirstOrThrow();
  const states = await db
    .selectFrom('records')
    .select((eb) => ['state', eb.fn.countAll().as('many')])
    .groupBy('state')
    .execute();
  const rejected = Number(states.find(({ state }) => state === 'rejected')?.many ?? 0);
  const refused = await db
    .selectFrom('refusals')
    .select((eb) => eb.fn.countAll().as('many'))
    .executeTakeFirstOrThrow();
  return {
    reports: Number(reports.reports),
    undated: Number(reports.reports) - Number(reports.dated),
    earliest: reports.earliest,
    latest: reports.latest,
    publishers: Number(reports.publishers),
    claims: Number(reports.claims ?? 0),
    records: states.reduce((sum, { many }) => sum + Number(many), 0) - rejected,
    rejected,
    refused: Number(refused.many),
  };
}

export async function commitAt(db: Kysely<Tables>, at: string): Promise<number> {
  const row = await db
    .selectFrom('commits')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('at', '<=', at)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}
