import type { Kysely } from 'kysely';
import { allDecisions, decide, orphans } from './decisions.ts';
import { guarded, snapshot, writing, type Engine } from './engine.ts';
import { ask, claimsOf, resolve, rootsOf } from './records.ts';
import { kept, texts } from './kept.ts';
import { forget, refusals, refuse } from './refusals.ts';
import { changes, changesOf, commitAt, coverage, derive, search } from './reports.ts';
import { release } from './release.ts';
import { addEntries, held, sharedIds } from './sources.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { takeDown } from './takedown.ts';
import { rebuild, refresh } from './view.ts';

/** A store over any engine that Kysely speaks to: what differs between them stands in `Engine`. */
export function tablesStore(engine: Engine): Omit<Store, 'close'> {
  const { db } = engine;
  const reads =
    <A extends unknown[], T>(work: (db: Kysely<Tables>, ...given: A) => Promise<T>) =>
    (...given: A): Promise<T> =>
      guarded(engine, () => work(db, ...given));
  const writes =
    <A extends unknown[], T>(work: (db: Kysely<Tables>, ...given: A) => Promise<T>) =>
    (...given: A): Promise<T> =>
      guarded(engine, () => writing(engine, (connection) => work(connection, ...given)));
  return {
    held: reads(held),
    sharedIds: reads(sharedIds),
    add: writes((connection, entries, at) => addEntries(engine, connection, entries, at)),
    refuse: writes(refuse),
    forget: writes(forget),
    refusals: reads(refusals),
    decide: writes(decide),
    decisions: reads(allDecisions),
    orphans: reads(orphans),
    release: writes(release),
    takeDown: async (id, order, at) => {
      const removed = await guarded(engine, () =>
        writing(engine, (connection) => takeDown(engine, connection, { id, ...order, at })),
      );
      if (removed > 0) {
        // The records that rested on it must go before the files are scrubbed.
        await guarded(engine, () => refresh(engine, at));
        await guarded(engine, () => engine.scrub());
      }
      return removed;
    },
    refresh: (at) => guarded(engine, () => refresh(engine, at)),
    rebuild: (at) => guarded(engine, () => rebuild(engine, at)),
    ask: reads(ask),
    resolve: reads(resolve),
    rootsOf: reads(rootsOf),
    claimsOf: reads(claimsOf),
    derive: reads(derive),
    search: (words, page) => guarded(engine, () => search(engine, words, page)),
    changes: reads(changes),
    changesOf: reads(changesOf),
    coverage: reads(coverage),
    commitAt: reads(commitAt),
    kept: reads(kept),
    texts: reads(texts),
    snapshot: (work) => guarded(engine, () => snapshot(engine, (db) => work(tablesStore({ ...engine, db })))),
  };
}
