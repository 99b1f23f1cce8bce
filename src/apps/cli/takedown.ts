import { whoDecides, withLedger, type LedgerOption } from './ledger.ts';
import { EXIT, Failure, print, say, type Exit } from './streams.ts';

export interface TakedownOptions extends LedgerOption {
  readonly reason?: string;
  readonly who?: string;
  readonly yes?: boolean;
}

/** `chancery takedown`: removes a report and all that rests on it for good, and leaves a tombstone. */
export async function takedown(id: string, { reason, who, yes, ...option }: TakedownOptions): Promise<Exit> {
  if (reason === undefined) throw new Failure('say why with --reason "…"', EXIT.usage);
  if (yes !== true)
    throw new Failure(
      `this removes the text of report ${id} and all that rests on it, for good; say so with --yes`,
      EXIT.usage,
    );
  const order = { who: whoDecides(who), reason };
  const removed = await withLedger(option, (store) => store.takeDown(id, order, new Date().toISOString()));
  if (removed === null) return EXIT.fatal;
  if (removed === 0) {
    say(`chancery: the ledger holds no report ${id}`);
    return EXIT.fatal;
  }
  await print(`Taken down: ${id}. Its text is gone from the ledger; copies of the ledger made before still hold it.\n`);
  return EXIT.good;
}
