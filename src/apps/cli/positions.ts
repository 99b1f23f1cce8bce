import { foldName, isAskedFor } from '../../ledger/asked.ts';
import { positionsOf, type Position } from '../../ledger/positions.ts';
import { SORTS } from '../../ledger/question.ts';
import { reportsOf } from '../../ledger/rows.ts';
import { jsonLine } from '../../outputs/json.ts';
import { count, grouped } from '../../outputs/lines.ts';
import { positionLines } from '../../outputs/position-account.ts';
import { visibleLine } from '../../outputs/visible.ts';
import { askedWords, commandLine, searchedWords } from './answers.ts';
import { withLedger } from './ledger.ts';
import { commitOf, questionOf, type QuestionOptions } from './question.ts';
import { EXIT, pageOf, print, type Exit } from './streams.ts';

export interface PositionOptions extends QuestionOptions {
  readonly topic?: string;
}

/** `chancery positions`: what each actor holds about a topic, with the dated words that show it. */
export async function positions(options: PositionOptions): Promise<Exit> {
  const question = questionOf(options, SORTS);
  await withLedger(options, async (store) => {
    const asOf = await commitOf(store, options.asOf);
    const { records } = await store.ask({ ...question, asOf, size: 1_000_000, after: null, order: 'newest' });
    const all = positionsOf(await store.claimsOf(records.map(({ id }) => id)))
      .filter(({ actor }) => question.actors.every((asked) => isAskedFor(actor, asked)))
      .filter(({ topic }) => options.topic === undefined || foldName(topic.name).includes(foldName(options.topic)));
    const shown =
      options.top === undefined ? all : [...all].sort((a, b) => told(b) - told(a)).slice(0, Number(options.top));
    if (options.json === true) {
      for (const position of shown) await print(`${jsonLine({ record: 'position', ...position })}\n`);
      return;
    }
    const page = await pageOf(process.stdout);
    const { paint } = page;
    if (shown.length === 0) {
      const on = options.topic === undefined ? '' : ` on ${visibleLine(options.topic)}`;
      await print(
        `${paint.bold('Positions')}\n  No positions${on} found${askedWords(question)}. ${searchedWords(await store.coverage())}\n\n`,
      );
      return;
    }
    const left = all.length - shown.length;
    const more = commandLine('positions', { ...options, top: undefined });
    await print(
      [
        `${paint.bold(paint.underline('Positions'))} ${paint.dim(count(all.length, 'position'))}`,
        ...shown.flatMap((position) => positionLines(position, page)),
        ...(left === 0 ? [] : [paint.dim(`  … and ${grouped(left)} more: ${more}`), '']),
        '',
      ].join('\n'),
    );
  });
  return EXIT.good;
}

const told = ({ attitudes }: Position): number => reportsOf(attitudes.flatMap(({ rows }) => rows));
