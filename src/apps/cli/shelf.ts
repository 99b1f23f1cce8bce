import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { claimsOf } from '../../claims.ts';
import type { Delivery } from '../../document/delivery.ts';
import type { Report } from '../../document/report.ts';
import { readingKey, versionKey } from '../../ledger/keys.ts';
import { visibleName } from '../../outputs/visible.ts';
import type { Intake } from '../../store/late.ts';
import type { Entry, Refused } from '../../store/store.ts';
import { refusalLine } from './intake.ts';
import { readOrRefuse, type OpenReader } from './reader.ts';
import { say } from './streams.ts';
import { readerVersion } from './reader-version.ts';

// A batch is written when it is this long or this old, whichever is first: so much is read again after a kill.
export const BATCH = 50;
const BATCH_MS = 2000;

/** What came of everything that was looked at; the four sum to the whole. */
export interface Tally {
  accepted: number;
  already: number;
  empty: number;
  refused: number;
}

/** How many were looked at. */
export const sum = ({ accepted, already, empty, refused }: Tally): number => accepted + already + empty + refused;

/** A report and where it came from. */
export interface Placed {
  readonly report: Report;
  readonly delivery: Delivery;
  readonly source: string;
}

/** Where reports wait until a batch of them is written. */
export interface Shelf {
  /** A source that was refused before is judged anew. */
  readonly lookAt: (source: string) => Promise<void>;
  /** Reads what the store does not hold and keeps it for the next batch. */
  readonly take: (reports: readonly Placed[]) => Promise<void>;
  readonly refuse: (refused: Refused) => Promise<void>;
  readonly flush: () => Promise<void>;
}

interface Reader {
  readonly read: OpenReader['read'];
  readonly own: OpenReader['own'];
  readonly stopped: () => boolean;
  /** Hears after every report how many are done with. */
  readonly tick: (done: number) => void;
}

/** A shelf before a store; what came of each report is counted in `tally`. */
export function shelve(store: Intake, tally: Tally, { read, own, stopped, tick }: Reader): Shelf {
  const reader = readerVersion(own);
  const keyOf = ({ report, delivery }: Pick<Placed, 'report' | 'delivery'>): string =>
    readingKey(versionKey(report, delivery), reader);
  let entries: Entry[] = [];
  let refusals: Refused[] = [];
  let since = Date.now();
  const flush = async (): Promise<void> => {
    const added = await store.add(entries, new Date().toISOString());
    tally.accepted += added.size;
    // Another process was faster, or one report came twice.
    tally.already += entries.length - added.size;
    await warnOfSharedIds(entries.filter((entry) => entry.delivery.status === 'new' && added.has(keyOf(entry))));
    if (refusals.length > 0) await store.refuse(refusals, new Date().toISOString());
    entries = [];
    refusals = [];
    since = Date.now();
  };
  const warnOfSharedIds = async (fresh: readonly Entry[]): Promise<void> => {
    for (const id of await store.sharedIds([...new Set(fresh.map(({ report }) => report.id))]))
      say(
        `warning: report ${visibleName(id)}: W_SAME_ID the ledger holds another text under this id; both stand, each with its claims`,
      );
  };
  const refuse = async (refused: Refused): Promise<void> => {
    tally.refused += 1;
    say(`refused: ${refusalLine(refused)}`);
    refusals.push({ ...refused, source: sourcePath(refused.source) });
    if (refusals.length >= BATCH) await flush();
  };
  let refusedBefore: Set<string> | null = null;
  const lookAt = async (source: string): Promise<void> => {
    refusedBefore ??= new Set((await store.refusals()).map((refused) => refused.source));
    if (refusedBefore.delete(sourcePath(source))) await store.forget(sourcePath(source));
  };
  const take = async (reports: readonly Placed[]): Promise<void> => {
    const held = await store.held(reports.map(keyOf));
    for (const placed of reports) {
      if (stopped()) return;
      const { report, delivery } = placed;
      if (held.has(keyOf(placed))) tally.already += 1;
      // What is killed is not read: the notice says nothing but that.
      else if (delivery.status === 'kill') entries.push({ report, delivery, reader, claims: [], doubts: [] });
      else {
        const done = readOrRefuse(read, placed);
        if ('refused' in done) await refuse(done.refused);
        else entries.push({ report, delivery, reader, claims: claimsOf(done.reading), doubts: done.reading.doubts });
        // Lets a Ctrl-C be heard between two reports.
        await setImmediate();
      }
      if (entries.length >= BATCH || (entries.length > 0 && Date.now() - since > BATCH_MS)) await flush();
      tick(sum(tally) + entries.length);
    }
  };
  return { lookAt, take, refuse, flush };
}

/** One name for a file from wherever it is named. */
const sourcePath = (source: string): string => (source === '-' ? source : resolve(source));
