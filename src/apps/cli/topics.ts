import type { Sort } from '../../ledger/question.ts';
import { printAnswer, type Heading } from './answers.ts';
import { withLedger } from './ledger.ts';
import { printPacts } from './pacts.ts';
import { actorsOf, commitOf, questionOf, type QuestionOptions } from './question.ts';
import { EXIT, type Exit } from './streams.ts';

type Part = Omit<Heading, 'command'> & { readonly sorts: readonly Sort[]; readonly type?: string };

const VISITS: Part = { title: 'Visits', one: 'visit', many: 'visits', sorts: ['visit'] };
const MEETINGS: Part = { title: 'Meetings', one: 'meeting', many: 'meetings', sorts: ['meeting'] };
const ACTS: Part = { title: 'Other events', one: 'other event', many: 'other events', sorts: ['act'] };
const STATEMENTS: Part = { title: 'Statements', one: 'statement', many: 'statements', sorts: ['statement'] };
const RELATIONS: Part = { title: 'Relations', one: 'relation', many: 'relations', sorts: ['relation'] };
const OFFICES: Part = { title: 'Offices', one: 'office', many: 'offices', sorts: ['relation'], type: 'holds-office' };

/** `chancery between A B`: all that happens between two, sort by sort. */
export const between = (a: string, b: string, options: QuestionOptions): Promise<Exit> =>
  parts([VISITS, MEETINGS, ACTS, RELATIONS], { command: 'between', actors: [a, b], options });

/** `chancery person NAME`: the offices, visits, meetings, acts and sayings of one person. */
export const person = (name: string, options: QuestionOptions): Promise<Exit> =>
  parts([OFFICES, VISITS, MEETINGS, ACTS, STATEMENTS], { command: 'person', actors: [name], options });

/** `chancery timeline`: every record in the order of its days, the oldest first. */
export const timeline = (options: QuestionOptions): Promise<Exit> =>
  parts([{ title: 'Timeline', one: 'record', many: 'records', sorts: ['visit', 'meeting', 'act', 'statement'] }], {
    command: 'timeline',
    actors: [],
    options,
    order: 'oldest',
  });

/** `chancery pact NAME`: members, parts, candidates, interested and critics of one pact, each with its words. */
export async function pact(name: string, options: QuestionOptions): Promise<Exit> {
  const question = questionOf(options, ['relation', 'act']);
  await withLedger(options, async (store) => {
    const asOf = await commitOf(store, options.asOf);
    const heading = { title: 'Pacts', one: 'pact', many: 'pacts', command: `pact '${name}'` };
    await printPacts(store, { question: { ...question, asOf }, heading, options, named: name });
  });
  return EXIT.good;
}

interface Asked {
  readonly command: string;
  readonly actors: readonly string[];
  readonly options: QuestionOptions;
  readonly order?: 'oldest';
}

async function parts(all: readonly Part[], { command, actors, options, order }: Asked): Promise<Exit> {
  const questions = all.map((part) => {
    const question = questionOf(options, part.sorts);
    const type = part.type ?? question.type;
    return {
      part,
      question: {
        ...question,
        type,
        actors: [...actorsOf(actors), ...question.actors],
        order: order ?? question.order,
      },
    };
  });
  const named = [command, ...actors.map((actor) => `'${actor}'`)].join(' ');
  await withLedger(options, async (store) => {
    const asOf = await commitOf(store, options.asOf);
    for (const { part, question } of questions)
      await printAnswer(store, { question: { ...question, asOf }, heading: { ...part, command: named }, options });
  });
  return EXIT.good;
}
