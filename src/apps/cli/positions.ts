import { foldName, isAskedFor } from '../../ledger/asked.ts';
import { positionsOf } from '../../ledger/positions.ts';
import { SORTS } from '../../ledger/question.ts';
import { positionLines } from '../../outputs/position-account.ts';
import { visibleLine } from '../../outputs/visible.ts';
import { askedWords } from './answers.ts';
import { withLedger } from './ledger.ts';
import { commitOf, questionOf, type QuestionOptions } from './question.ts';
import { EXIT, type Exit } from './streams.ts';
import { ALL, printWhole } from './whole.ts';

export interface PositionOptions extends QuestionOptions {
  readonly topic?: string;
}

/** `chancery positions`: what each actor holds about a topic, with the dated words that show it. */
export async function positions(options: PositionOptions): Promise<Exit> {
  const question = questionOf(options, SORTS);
  await withLedger(options, async (store) => {
    const asOf = await commitOf(store, options.asOf);
    const { records } = await store.ask({ ...question, asOf, size: ALL, after: null, order: 'newest' });
    const all = positionsOf(await store.claimsOf(records.map(({ id }) => id)))
      .filter(({ actor }) => question.actors.every((asked) => isAskedFor(actor, asked)))
      .filter(({ topic }) => options.topic === undefined || foldName(topic.name).includes(foldName(options.topic)));
    const on = options.topic === undefined ? '' : ` on ${visibleLine(options.topic)}`;
    await printWhole(store, {
      things: all,
      heading: { title: 'Positions', one: 'position', many: 'positions', command: 'positions' },
      options,
      asked: `${on} found${askedWords(question)}`,
      rowsOf: ({ attitudes }) => attitudes.flatMap(({ rows }) => rows),
      lines: positionLines,
    });
  });
  return EXIT.good;
}
