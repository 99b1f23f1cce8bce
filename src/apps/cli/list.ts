import type { Sort } from '../../ledger/question.ts';
import { printAnswer, type Heading } from './answers.ts';
import { withLedger } from './ledger.ts';
import { printPacts } from './pacts.ts';
import { commitOf, questionOf, type QuestionOptions } from './question.ts';
import { EXIT, Failure, type Exit } from './streams.ts';

/** What the ledger can be asked for, what a record of it is called, and whether it has a status. */
export const SECTIONS = {
  visits: { title: 'Visits', one: 'visit', many: 'visits', sorts: ['visit'], hasStatus: true },
  meetings: { title: 'Meetings', one: 'meeting', many: 'meetings', sorts: ['meeting'], hasStatus: true },
  events: { title: 'Other events', one: 'other event', many: 'other events', sorts: ['act'], hasStatus: true },
  statements: { title: 'Statements', one: 'statement', many: 'statements', sorts: ['statement'], hasStatus: false },
  relations: { title: 'Relations', one: 'relation', many: 'relations', sorts: ['relation'], hasStatus: false },
  pacts: { title: 'Pacts', one: 'pact', many: 'pacts', sorts: ['relation', 'act'], hasStatus: false },
} as const satisfies Record<
  string,
  Omit<Heading, 'command'> & { readonly sorts: readonly Sort[]; readonly hasStatus: boolean }
>;
export type Section = keyof typeof SECTIONS;

/** `chancery list`, `visits`, `meetings` and the like: records with their words; where there is none, what was searched. */
export async function list(what: string, options: QuestionOptions): Promise<Exit> {
  const sections = sectionsOf(what, options);
  const questions = sections.map((section) => questionOf(options, SECTIONS[section].sorts));
  if (options.after !== undefined && sections.length > 1)
    throw new Failure('--after goes with one sort of record: name it', EXIT.usage);
  await withLedger(options, async (store) => {
    const asOf = await commitOf(store, options.asOf);
    for (const [at, section] of sections.entries()) {
      const question = questions[at];
      if (question === undefined) continue;
      const heading = {
        ...SECTIONS[section],
        command:
          section === 'visits' || section === 'meetings' || section === 'statements' ? section : `list ${section}`,
      };
      if (section === 'pacts')
        await printPacts(store, { question: { ...question, asOf }, heading, options, named: null });
      else await printAnswer(store, { question: { ...question, asOf }, heading, options });
    }
  });
  return EXIT.good;
}

/** The sections asked for; where a status is asked for, those whose records have one. */
function sectionsOf(what: string, { status }: QuestionOptions): readonly Section[] {
  const asked = (Object.keys(SECTIONS) as Section[]).filter((section) => what === 'all' || what === section);
  const able = status === undefined ? asked : asked.filter((section) => SECTIONS[section].hasStatus);
  if (able.length === 0)
    throw new Failure(`--status goes with visits, meetings, events or all: ${what} have no status`, EXIT.usage);
  return able;
}
