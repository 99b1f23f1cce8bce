import { setImmediate } from 'node:timers/promises';
import { claimsOf } from '../../claims.ts';
import type { Report } from '../../document/report.ts';
import { count } from '../../outputs/lines.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { readingKey, type Entry, type Refused, type Store } from '../../store/store.ts';
import { ledgerPath } from './home.ts';
import { intake, refusalLine, type InputOptions } from './intake.ts';
import { progress } from './progress.ts';
import { openReader } from './reader.ts';
import { EXIT, print, say, type Exit } from './streams.ts';
import { readerVersion } from './version.ts';

export interface AddOptions extends InputOptions {
  readonly ledger?: string;
}

/** What came of everything that was looked at; the four sum to the whole. */
interface Tally {
  accepted: number;
  already: number;
  empty: number;
  refused: number;
}

// A batch is written when it is this long or this old, whichever is first: so much is read again after a kill.
const BATCH = 50;
const BATCH_MS = 2000;

/** `chancery add`: reads what the ledger does not hold yet and adds it, batch by batch. */
export async function add(paths: readonly string[], options: AddOptions): Promise<Exit> {
  const path = ledgerPath(options.ledger);
  const store = await openSqlite(path);
  const stop = stopping();
  try {
    const tally = await addAll(store, paths, { ...options, stopped: stop.stopped });
    await print(summary(tally, path));
    if (stop.stopped()) {
      say('chancery: stopped; what was accepted is kept. Run the same command again to go on.');
      return EXIT.interrupted;
    }
    return tally.refused > 0 ? EXIT.partial : EXIT.good;
  } finally {
    stop.end();
    await store.close();
  }
}

interface Work extends InputOptions {
  readonly stopped: () => boolean;
}

async function addAll(store: Store, paths: readonly string[], work: Work): Promise<Tally> {
  const tally: Tally = { accepted: 0, already: 0, empty: 0, refused: 0 };
  const shown = progress(process.stderr, null);
  const { read, language } = openReader();
  const shelf = shelve(store, tally, { read, stopped: work.stopped, tick: () => shown.done(sum(tally)) });
  let waiting: Report[] = [];
  for await (const taken of intake(paths, { ...work, language })) {
    if (work.stopped()) break;
    if (taken.kind === 'report') waiting.push(taken.report);
    else if (taken.kind === 'empty') tally.empty += 1;
    else await shelf.refuse(taken.refused);
    if (waiting.length >= BATCH) {
      await shelf.take(waiting);
      waiting = [];
    }
  }
  await shelf.take(waiting);
  await shelf.flush();
  shown.end();
  return tally;
}

interface Shelf {
  /** Reads what the store does not hold and keeps it for the next batch. */
  readonly take: (reports: readonly Report[]) => Promise<void>;
  readonly refuse: (refused: Refused) => Promise<void>;
  readonly flush: () => Promise<void>;
}

interface Reader {
  readonly read: ReturnType<typeof openReader>['read'];
  readonly stopped: () => boolean;
  readonly tick: () => void;
}

function shelve(store: Store, tally: Tally, { read, stopped, tick }: Reader): Shelf {
  const version = readerVersion();
  let entries: Entry[] = [];
  let since = Date.now();
  const flush = async (): Promise<void> => {
    const added = await store.add(entries, new Date().toISOString());
    tally.accepted += added.size;
    // Another process was faster, or one report came twice.
    tally.already += entries.length - added.size;
    entries = [];
    since = Date.now();
  };
  return {
    take: async (reports) => {
      const held = await store.held(reports.map((report) => readingKey(report, version)));
      for (const report of reports) {
        if (stopped()) return;
        if (held.has(readingKey(report, version))) tally.already += 1;
        else {
          const reading = read(report);
          entries.push({ report, version, claims: claimsOf(reading), doubts: reading.doubts });
          // Lets a Ctrl-C be heard between two reports.
          await setImmediate();
        }
        if (entries.length >= BATCH || (entries.length > 0 && Date.now() - since > BATCH_MS)) await flush();
        tick();
      }
    },
    refuse: async (refused) => {
      tally.refused += 1;
      say(`refused: ${refusalLine(refused)}`);
      await store.refuse([refused], new Date().toISOString());
    },
    flush,
  };
}

const sum = ({ accepted, already, empty, refused }: Tally): number => accepted + already + empty + refused;

function summary(tally: Tally, path: string): string {
  const { accepted, already, empty, refused } = tally;
  return `${count(sum(tally), 'report')} looked at: ${accepted} accepted, ${already} already there, ${empty} empty, ${refused} refused
Ledger: ${path}
`;
}

/** The first Ctrl-C ends the work after the report at hand; a second one ends the program, which harms nothing either. */
function stopping(): { readonly stopped: () => boolean; readonly end: () => void } {
  let stopped = false;
  const hear = (): void => {
    if (stopped) process.exit(EXIT.interrupted);
    stopped = true;
    say('\nchancery: stopping after this report …');
  };
  process.on('SIGINT', hear).on('SIGTERM', hear);
  return { stopped: () => stopped, end: () => void process.off('SIGINT', hear).off('SIGTERM', hear) };
}
