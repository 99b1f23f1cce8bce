import type { Kysely } from 'kysely';
import { sketchOf } from '../ledger/copies.ts';
import { reportKey, textHash, versionKey } from '../ledger/keys.ts';
import { chunks, insertAll, nextSeq } from './engine.ts';
import type { Entry } from './store.ts';
import type { Tables } from './tables.ts';

/** Adds the versions that are not held yet; gives the number of each, new or known, by its key. */
export async function addVersions(
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

export interface Numbered {
  readonly seq: number;
  readonly isNew: boolean;
  readonly entry: Entry;
}
