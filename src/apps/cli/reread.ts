import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { claimsOf } from '../../claims.ts';
import { reportKey } from '../../ledger/keys.ts';
import { rereading } from '../../ledger/rereading.ts';
import { jsonLine } from '../../outputs/json.ts';
import { differenceLines, gatherDifference } from '../../outputs/diff-account.ts';
import type { Entry, Store } from '../../store/store.ts';
import { withLedger, type LedgerOption } from './ledger.ts';
import { openReader, readOrRefuse, type KnowledgeOption } from './reader.ts';
import { readerVersion } from './reader-version.ts';
import { EXIT, pageOf, print, say, type Exit } from './streams.ts';

export interface RereadOptions extends LedgerOption, KnowledgeOption {
  readonly yes?: boolean;
  readonly json?: boolean;
}

const AT_ONCE = 100;

/**
 * `chancery reread`: reads every report anew, shows what would be gained, lost and changed, and asks before it replaces.
 * The new readings wait in a file of their own until then; nothing of the ledger is touched before.
 */
export async function reread(options: RereadOptions): Promise<Exit> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-reread-'));
  try {
    const done = await withLedger(options, (store) => rereadAll(store, options, join(folder, 'readings.jsonl')));
    return done ?? EXIT.fatal;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rereadAll(store: Store, { yes, json, knowledge }: RereadOptions, spool: string): Promise<Exit> {
  const account = gatherDifference(new Set((await store.decisions()).flatMap(({ targets }) => targets)));
  const read = await readAnew(store, account, { spool, knowledge: knowledge ?? null });
  if (json === true) await print(`${jsonLine(account.difference())}\n`);
  else await print(`${differenceLines(account.difference(), await pageOf(process.stdout)).join('\n')}\n`);
  if (read === 0) return EXIT.good;
  if (yes !== true && !(await agreed())) {
    say('Nothing was replaced. chancery reread --yes replaces without asking.');
    return EXIT.good;
  }
  await replace(store, spool);
  if (json !== true)
    await print(
      'Replaced. chancery changes shows what became of the records, chancery review the orphaned decisions.\n',
    );
  return EXIT.good;
}

/** Reads every report that this reader has not read; gives how many. */
async function readAnew(
  store: Store,
  account: ReturnType<typeof gatherDifference>,
  { spool, knowledge }: { readonly spool: string; readonly knowledge: string | null },
): Promise<number> {
  const { read, own } = await openReader(knowledge);
  const reader = readerVersion(own);
  const out = createWriteStream(spool);
  let count = 0;
  for (let after = 0; ;) {
    const some = await store.kept(after, AT_ONCE);
    const last = some.at(-1);
    if (last === undefined) break;
    after = last.seq;
    for (const { report, delivery, readers, claims: held } of some) {
      if (readers.at(-1) === reader) continue;
      const done = readOrRefuse(read, { report, source: report.id });
      if ('refused' in done) {
        say(`not read: ${report.id}: ${done.refused.reason}`);
        continue;
      }
      const claims = claimsOf(done.reading);
      account.add(report, rereading(reportKey(report), held, claims));
      const entry: Entry = { report, delivery, reader, claims, doubts: done.reading.doubts };
      if (!out.write(`${JSON.stringify(entry)}\n`)) await once(out, 'drain');
      count++;
    }
  }
  out.end();
  await once(out, 'close');
  return count;
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question('Replace the readings in the ledger? [y/N] ');
  asking.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

async function replace(store: Store, spool: string): Promise<void> {
  let waiting: Entry[] = [];
  const flush = async (): Promise<void> => {
    await store.add(waiting, new Date().toISOString());
    waiting = [];
  };
  for await (const line of createInterface({ input: createReadStream(spool) })) {
    waiting.push(JSON.parse(line) as Entry);
    if (waiting.length >= AT_ONCE) await flush();
  }
  await flush();
  await store.refresh(new Date().toISOString());
}
