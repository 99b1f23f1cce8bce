import { jsonLine } from '../../outputs/json.ts';
import { changeLine } from '../../outputs/why-account.ts';
import { withLedger, type LedgerOption } from './ledger.ts';
import { wholeNumber } from './question.ts';
import { EXIT, Failure, print, type Exit } from './streams.ts';

export interface ChangesOptions extends LedgerOption {
  readonly since?: string;
  readonly size?: string;
  readonly json?: boolean;
}

/** `chancery changes`: what was added, edited, withdrawn and merged, in order, after a number of the feed. */
export async function changes(options: ChangesOptions): Promise<Exit> {
  const since = options.since ?? '0';
  if (!/^\d{1,9}$/.test(since))
    throw new Failure(`--since ${since}: give the number of the last change that you know`, EXIT.usage);
  const size = wholeNumber(options.size, '--size') ?? 1000;
  await withLedger(options, async (store) => {
    const found = await store.changes(Number(since), size);
    for (const change of found)
      await print(options.json === true ? `${jsonLine(change)}\n` : `${changeLine(change)}\n`);
    if (options.json === true) return;
    if (found.length === 0) await print(`Nothing has changed after ${since}.\n`);
    else if (found.length === size) await print(`More: chancery changes --since ${found.at(-1)?.seq ?? since}\n`);
  });
  return EXIT.good;
}
