import { jsonLine } from '../../outputs/json.ts';
import { hitLines } from '../../outputs/hit-account.ts';
import { searchedWords } from './answers.ts';
import { withLedger, type LedgerOption } from './ledger.ts';
import { wholeNumber } from './question.ts';
import { EXIT, pageOf, print, type Exit } from './streams.ts';

export interface SearchOptions extends LedgerOption {
  readonly size?: string;
  readonly after?: string;
  readonly json?: boolean;
}

/** `chancery search`: the reports that hold all the words, newest in the ledger first, with the records that rest on them. */
export async function search(words: readonly string[], options: SearchOptions): Promise<Exit> {
  const asked = words.join(' ');
  const size = wholeNumber(options.size, '--size') ?? 20;
  const before = wholeNumber(options.after, '--after');
  await withLedger(options, async (store) => {
    const hits = await store.search(asked, { size, before });
    if (options.json === true) {
      for (const { text: _, ...hit } of hits) await print(`${jsonLine(hit)}\n`);
      return;
    }
    const page = await pageOf(process.stdout);
    if (hits.length === 0) return print(`No report holds all of: ${asked}. ${searchedWords(await store.coverage())}\n`);
    await print(`${hits.flatMap((hit) => hitLines(hit, asked, page)).join('\n')}\n`);
    const last = hits.at(-1);
    if (hits.length === size && last !== undefined)
      await print(
        page.paint.dim(
          `  next page: chancery search ${words.map((word) => `'${word}'`).join(' ')} --after ${last.seq}\n`,
        ),
      );
  });
  return EXIT.good;
}
