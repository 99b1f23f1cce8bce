import { existsSync } from 'node:fs';
import type { Claim, EventClaim, StatementClaim } from '../../document/claim.ts';
import { STATUSES } from '../../document/claim.ts';
import { groupEvents } from '../../ledger/events.ts';
import { answersClaim, answersEvent, type Question } from '../../ledger/filter.ts';
import { pactsOf } from '../../ledger/pacts.ts';
import { positionsOf } from '../../ledger/positions.ts';
import type { Sourced } from '../../ledger/rows.ts';
import { dayWords } from '../../outputs/dates.ts';
import { jsonLine } from '../../outputs/json.ts';
import { eventLines, pactLines, positionLines, statementLines } from '../../outputs/ledger-account.ts';
import { count, grouped, type Page } from '../../outputs/lines.ts';
import type { Coverage, Store } from '../../store/store.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { dateOption } from './dates.ts';
import { ledgerPath } from './home.ts';
import { EXIT, Failure, pageOf, print, say, type Exit } from './streams.ts';

const SECTIONS = {
  visits: { title: 'Visits and meetings', one: 'visit or meeting', many: 'visits and meetings' },
  events: { title: 'Other events', one: 'other event', many: 'other events' },
  statements: { title: 'Statements', one: 'statement', many: 'statements' },
  positions: { title: 'Positions', one: 'position', many: 'positions' },
  pacts: { title: 'Pacts', one: 'pact', many: 'pacts' },
} as const;
type Section = keyof typeof SECTIONS;

const KINDS: Record<Section, readonly Claim['kind'][]> = {
  visits: ['event'],
  events: ['event'],
  statements: ['statement'],
  positions: ['relation'],
  pacts: ['relation', 'event'],
};

export interface ListOptions {
  readonly ledger?: string;
  readonly actor?: string;
  readonly status?: string;
  readonly since?: string;
  readonly until?: string;
  readonly json?: boolean;
}

/** `chancery list`: the ledger's views, each record with its words; where nothing is found, what was searched. */
export async function list(what: string, options: ListOptions): Promise<Exit> {
  const question = questionOf(options);
  const path = ledgerPath(options.ledger);
  if (!existsSync(path)) {
    say(`There is no ledger at ${path} yet: chancery add PATH makes it.`);
    return EXIT.good;
  }
  const store = await openSqlite(path);
  try {
    const sections = (Object.keys(SECTIONS) as Section[]).filter((section) => what === 'all' || what === section);
    const coverage = await store.coverage();
    const page = await pageOf(process.stdout);
    if (coverage.reports === 0) say(`The ledger ${path} holds no reports yet: chancery add PATH`);
    else
      for (const section of sections) {
        const records = await recordsOf(store, section, question);
        if (options.json === true) for (const { json } of records) await print(`${jsonLine(json)}\n`);
        else await print(sectionText(section, records, { page, coverage, question }));
      }
    return EXIT.good;
  } finally {
    await store.close();
  }
}

function questionOf({ actor, status, since, until }: ListOptions): Question {
  if (status !== undefined && !(STATUSES as readonly string[]).includes(status))
    throw new Failure(`--status ${status}: no such status; one of ${STATUSES.join(', ')}`, EXIT.usage);
  return {
    actor: actor ?? null,
    status: status ?? null,
    since: dateOption(since, '--since'),
    until: dateOption(until, '--until'),
  };
}

/** A record in both its forms. */
interface Shown {
  readonly json: object;
  readonly lines: (page: Page) => readonly string[];
}

async function recordsOf(store: Store, section: Section, question: Question): Promise<readonly Shown[]> {
  const rows = await store.claims({ kinds: KINDS[section] });
  if (section === 'visits' || section === 'events')
    return groupEvents(
      rows.filter(isEvent).filter(({ claim }) => (claim.type === 'CONSULT') === (section === 'visits')),
    )
      .filter((event) => answersEvent(event, question))
      .map((event) => ({ json: { record: section, ...event }, lines: (page) => eventLines(event, page) }));
  if (section === 'statements')
    return rows
      .filter(isStatement)
      .filter((row) => answersClaim(row, question))
      .map((row) => ({ json: { record: section, ...row }, lines: (page) => statementLines(row, page) }));
  if (section === 'positions')
    return positionsOf(rows.filter((row) => answersClaim(row, question))).map((found) => ({
      json: { record: section, claims: found },
      lines: (page) => positionLines(found, page),
    }));
  // A pact is shown whole or not at all: whom it concerns is asked of its standings.
  const near = { ...question, actor: null };
  return pactsOf(rows.filter((row) => answersClaim(row, near)))
    .filter((pact) => question.actor === null || concerns(pact, question.actor))
    .map((pact) => ({ json: { record: section, ...pact }, lines: (page) => pactLines(pact, page) }));
}

function concerns(pact: ReturnType<typeof pactsOf>[number], asked: string): boolean {
  const standings = [...pact.parties, ...pact.candidates, ...pact.interested, ...pact.supporters, ...pact.critics];
  return [pact.name, ...standings.flatMap(({ name, country }) => [name, country ?? ''])].some(
    (name) => name !== '' && name.toLowerCase().includes(asked.toLowerCase()),
  );
}

const isEvent = (row: Sourced): row is Sourced<EventClaim> => row.claim.kind === 'event';

const isStatement = (row: Sourced): row is Sourced<StatementClaim> => row.claim.kind === 'statement';

interface Setting {
  readonly page: Page;
  readonly coverage: Coverage;
  readonly question: Question;
}

function sectionText(section: Section, records: readonly Shown[], { page, coverage, question }: Setting): string {
  const { title, one, many } = SECTIONS[section];
  if (records.length === 0)
    return `${page.paint.bold(title)}\n  No ${many} found${askedWords(question)}. ${searched(coverage)}\n\n`;
  return [
    `${page.paint.bold(page.paint.underline(title))} ${page.paint.dim(count(records.length, one, many))}`,
    ...records.flatMap(({ lines }) => lines(page)),
    '',
  ].join('\n');
}

function askedWords({ actor, status, since, until }: Question): string {
  const asked = [
    ...(actor === null ? [] : [`actor ${actor}`]),
    ...(status === null ? [] : [`status ${status}`]),
    ...(since === null ? [] : [`since ${since}`]),
    ...(until === null ? [] : [`until ${until}`]),
  ];
  return asked.length === 0 ? '' : ` for ${asked.join(', ')}`;
}

/** What an answer was drawn from: reports, their dates, claims, refusals. */
function searched({ reports, earliest, latest, undated, claims, refused }: Coverage): string {
  const dates = earliest === null || latest === null ? '' : ` of ${dayWords(earliest)} to ${dayWords(latest)}`;
  return [
    `Searched: ${count(reports, 'report')}${dates}`,
    ...(undated === 0 ? [] : [`${grouped(undated)} without a date`]),
    `${count(claims, 'claim')}`,
    ...(refused === 0 ? [] : [`${count(refused, 'refused input')} not searched`]),
  ].join(', ');
}
