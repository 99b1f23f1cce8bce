import { join } from 'node:path';
import { readKnowledge } from '../../src/knowledge/compile.ts';
import { packageRoot } from '../../src/package.ts';
import { draw } from './draw.ts';
import { isUnreadTerm } from './unread.ts';
import { lookUpIn, termsFrom, type Terms } from './holders-tables.ts';
import { questionsOfReign, questionsOfTravels, questionsOfWikidata, type Question } from './holders-questions.ts';
import type { Score } from './kind.ts';
import { samePerson } from './same-person.ts';

const EACH = 100;

type Outcome = 'right' | 'abstained' | 'wrong';

/**
 * Who held an office on a day: a hundred questions each of three sources, put to the reader's own look-up over terms that
 * come from other sources. REIGN's leaders against all but REIGN; visitors of the State Department's lists against all of the
 * knowledge, which takes nothing from them; Wikidata's heads of state and government against all but Wikidata. A question is
 * drawn by a fixed seed. Names are the same person where their words are, spelling of one letter aside. A fifth is unread:
 * its misses are not printed. @param paths a folder with `leaders/` and `state-dept-travels/`
 */
export function scoreHolders([data = '.']: readonly string[]): Score {
  const know = readKnowledge(join(packageRoot(), 'knowledge'));
  const leaders = join(data, 'leaders');
  const wikidata = termsFrom(leaders, ['wikidata']);
  const sources = [
    {
      of: 'REIGN',
      from: termsFrom(leaders, ['wikidata', 'later']),
      all: questionsOfReign(termsFrom(leaders, ['reign'])),
    },
    { of: 'travels', from: know['offices/holders'], all: questionsOfTravels(join(data, 'state-dept-travels'), know) },
    { of: 'Wikidata', from: termsFrom(leaders, ['reign', 'later']), all: questionsOfWikidata(wikidata) },
  ].map(({ of, from, all }) => ({
    of,
    answers: draw(all, { many: EACH, seed: `holders ${of}` }).map((question) =>
      answerFrom(question, from, lookUpIn(know, from)),
    ),
  }));
  const every = sources.flatMap(({ answers }) => answers);
  const parts = [
    ...sources.map(({ of, answers }) => [of, answers] as const),
    ['all', every] as const,
    ['looked at', every.filter(({ unread }) => !unread)] as const,
    ['unread fifth', every.filter(({ unread }) => unread)] as const,
  ];
  return {
    json: Object.fromEntries(parts.map(([of, answers]) => [of, counts(answers)])),
    table: parts.map(([of, answers]) => lineOf(of, answers)),
    misses: sources.flatMap(({ of, answers }) =>
      answers
        .filter(({ outcome, unread }) => outcome !== 'right' && !unread)
        .map(({ outcome, question: q, said }) =>
          [outcome, of, q.country, q.office ?? 'leader', q.on, q.names.join('|'), said.join('|')].join('\t'),
        ),
    ),
  };
}

interface Answer {
  readonly question: Question;
  readonly said: readonly string[];
  readonly outcome: Outcome;
  readonly unread: boolean;
}

/** Offices whose holder may be the one who leads. */
const LEADING = ['head-of-state', 'head-of-government', 'supreme-leader', 'party-leader', 'leader'];

/** Where a question names no office the answer is wrong only when both of the offices that the country has are answered. */
function answerFrom(question: Question, terms: Terms, look: ReturnType<typeof lookUpIn>): Answer {
  const { country, office, on } = question;
  const holder = (which: string): string | null => look.holderOf(country, which, { on, title: '' })?.name ?? null;
  const exact = office === null ? null : holder(office);
  const asked = office !== null && exact !== null ? [office] : LEADING;
  const said = asked.map(holder).filter((name) => name !== null);
  const names = exact === null ? [...question.names, ...question.others] : question.names;
  const right = said.some((name) => names.some((one) => samePerson(one, waysToWrite(name, country, terms))));
  const open = ['head-of-state', 'head-of-government'].some(
    (which) => holder(which) === null && terms.some((term) => term.country === country && term.office === which),
  );
  const silent = said.length === 0 || (exact === null && (office !== null ? holder('leader') === null : open));
  return {
    question,
    said,
    outcome: right ? 'right' : silent ? 'abstained' : 'wrong',
    unread: isUnreadTerm(`${country} ${on}`),
  };
}

const waysToWrite = (name: string, country: string, terms: Terms): readonly string[] => [
  name,
  ...terms.filter((term) => term.country === country && term.name === name).flatMap(({ also }) => also),
];

const counts = (answers: readonly Answer[]): Readonly<Record<Outcome, number>> => ({
  right: answers.filter(({ outcome }) => outcome === 'right').length,
  abstained: answers.filter(({ outcome }) => outcome === 'abstained').length,
  wrong: answers.filter(({ outcome }) => outcome === 'wrong').length,
});

function lineOf(of: string, answers: readonly Answer[]): string {
  const { right, abstained, wrong } = counts(answers);
  const share = ((100 * (right + abstained)) / (answers.length || 1)).toFixed(1);
  const cell = (count: number): string => String(count).padStart(4);
  return `${of.padEnd(14)} right ${cell(right)}  abstained ${cell(abstained)}  wrong ${cell(wrong)}   right or abstaining ${share} %`;
}
