import { QUESTION } from '../../ledger/question.ts';
import { queued } from '../../ledger/queue.ts';
import { jsonLine } from '../../outputs/json.ts';
import { recordLines } from '../../outputs/ledger-account.ts';
import { count } from '../../outputs/lines.ts';
import { decisionLine } from '../../outputs/why-account.ts';
import { searchedWords } from './answers.ts';
import { withLedger, type LedgerOption } from './ledger.ts';
import { wholeNumber } from './question.ts';
import { EXIT, pageOf, print, type Exit } from './streams.ts';

export interface ReviewOptions extends LedgerOption {
  readonly size?: string;
  readonly decisions?: boolean;
  readonly json?: boolean;
}

// The queue looks at so many of the newest records: older ones have lost their news.
const LOOKED_AT = 5000;

/** `chancery review`: what is most worth a look, orphaned decisions first; with --decisions all decisions. */
export async function review(options: ReviewOptions): Promise<Exit> {
  const size = wholeNumber(options.size, '--size') ?? 10;
  await withLedger(options, async (store) => {
    const page = await pageOf(process.stdout);
    const { paint } = page;
    if (options.decisions === true) {
      for (const decision of await store.decisions())
        await print(options.json === true ? `${jsonLine(decision)}\n` : `${decisionLine(decision)}\n`);
      return;
    }
    const orphans = await store.orphans();
    const coverage = await store.coverage();
    const { records } = await store.ask({ ...QUESTION, size: LOOKED_AT });
    const queue = queued(records, coverage.latest?.slice(0, 10) ?? '9999-12-31').slice(0, size);
    if (options.json === true) {
      for (const decision of orphans) await print(`${jsonLine({ orphan: decision })}\n`);
      for (const record of queue) await print(`${jsonLine(record)}\n`);
      return;
    }
    if (orphans.length > 0)
      await print(
        [
          paint.bold(`Orphaned decisions`),
          'Their claims stand no more; chancery why ID says why.',
          ...orphans.map(decisionLine),
          '',
          '',
        ].join('\n'),
      );
    await print(
      queue.length === 0
        ? `Nothing waits for review. ${searchedWords(coverage)}\n`
        : [
            paint.bold(paint.underline('To review')) + paint.dim(` ${count(queue.length, 'record')}`),
            ...queue.flatMap((record) => recordLines(record, page)),
            '',
          ].join('\n'),
    );
  });
  return EXIT.good;
}
