import type { Claim, EventClaim, StatementClaim } from '../../document/claim.ts';
import { groupEvents } from '../../ledger/events.ts';
import { answersClaim, answersEvent, type Question } from '../../ledger/filter.ts';
import { pactsOf, type Pact } from '../../ledger/pacts.ts';
import { positionsOf } from '../../ledger/positions.ts';
import { reportsOf, type Sourced } from '../../ledger/rows.ts';
import { STANDINGS, type Standing } from '../../ledger/standings.ts';
import { eventLines, pactLines, positionLines, statementLines } from '../../outputs/ledger-account.ts';
import type { Page } from '../../outputs/lines.ts';
import type { Store } from '../../store/store.ts';

/** What the ledger can be asked for, what a record of it is called, and whether it has a status. */
export const SECTIONS = {
  visits: { title: 'Visits and meetings', one: 'visit or meeting', many: 'visits and meetings', hasStatus: true },
  events: { title: 'Other events', one: 'other event', many: 'other events', hasStatus: true },
  statements: { title: 'Statements', one: 'statement', many: 'statements', hasStatus: false },
  positions: { title: 'Positions', one: 'position', many: 'positions', hasStatus: false },
  pacts: { title: 'Pacts', one: 'pact', many: 'pacts', hasStatus: false },
} as const;
export type Section = keyof typeof SECTIONS;

const KINDS: Record<Section, readonly Claim['kind'][]> = {
  visits: ['event'],
  events: ['event'],
  statements: ['statement'],
  positions: ['relation'],
  pacts: ['relation', 'event'],
};

/** A record in both its forms; `told` ranks it by how many reports tell it and how often its status changed. */
export interface Shown {
  readonly told: number;
  readonly json: object;
  readonly lines: (page: Page) => readonly string[];
}

/** The records of one section that answer a question. */
export async function recordsOf(store: Store, section: Section, question: Question): Promise<readonly Shown[]> {
  const rows = await store.claims({ kinds: KINDS[section] });
  if (section === 'visits' || section === 'events')
    return groupEvents(
      rows.filter(isEvent).filter(({ claim }) => (claim.type === 'CONSULT') === (section === 'visits')),
    )
      .filter((event) => answersEvent(event, question))
      .map((event) => ({
        told: event.reports * 10 + event.history.length,
        json: { record: section, ...event },
        lines: (page) => eventLines(event, page),
      }));
  if (section === 'statements')
    return rows
      .filter(isStatement)
      .filter((row) => answersClaim(row, question))
      .map((row) => ({ told: 0, json: { record: section, ...row }, lines: (page) => statementLines(row, page) }));
  if (section === 'positions')
    return positionsOf(rows.filter((row) => answersClaim(row, question))).map((found) => ({
      told: reportsOf(found),
      json: { record: section, claims: found },
      lines: (page) => positionLines(found, page),
    }));
  // A pact is shown whole or not at all: whom it concerns is asked of its standings.
  const near = { ...question, actor: null };
  return pactsOf(rows.filter((row) => answersClaim(row, near)))
    .filter((pact) => question.actor === null || concerns(pact, question.actor))
    .map((pact) => ({
      told: reportsOf(standingsOf(pact).flatMap((each) => each.rows)),
      json: { record: section, ...pact },
      lines: (page) => pactLines(pact, page),
    }));
}

function concerns(pact: Pact, asked: string): boolean {
  const names = [pact.name, ...standingsOf(pact).flatMap(({ name, country }) => [name, country ?? ''])];
  return names.some((name) => name !== '' && name.toLowerCase().includes(asked.toLowerCase()));
}

const standingsOf = (pact: Pact): readonly Standing[] => [
  ...(pact.partOf === null ? [] : [pact.partOf]),
  ...STANDINGS.flatMap((role) => pact[role]),
];

const isEvent = (row: Sourced): row is Sourced<EventClaim> => row.claim.kind === 'event';

const isStatement = (row: Sourced): row is Sourced<StatementClaim> => row.claim.kind === 'statement';
