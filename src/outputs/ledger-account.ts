import type { EventRecord, LedgerRecord, RelationRecord, StatementRecord } from '../ledger/record.ts';
import type { Pact } from '../ledger/pacts.ts';
import type { Cited } from '../ledger/rows.ts';
import type { Role, Standing } from '../ledger/standings.ts';
import { dateWords, dayWords } from './dates.ts';
import { eventLabel, nameOf, sourceWords, TONES } from './describe.ts';
import { count, wrap, type Page } from './lines.ts';
import { INDENT, paintTone, quoteLines } from './marks.ts';
import { visibleLine } from './visible.ts';

/** A record as people read it in a terminal, with its id, by which `why` shows all that it rests on. */
export function recordLines(record: LedgerRecord, page: Page): string[] {
  if (record.kind === 'event') return eventLines(record, page);
  return record.kind === 'statement' ? statementLines(record, page) : relationLines(record, page);
}

/** So much of an id is shown as tells it from others in any ledger that a person reads. */
export const shortId = (id: string): string => id.slice(0, 12);

/** An event as the ledger tells it: who, with whom, its latest status, how that came about, and what speaks against it. */
function eventLines(event: EventRecord, page: Page): string[] {
  const { paint, width } = page;
  const to = event.recipients.length === 0 ? '' : ` → ${event.recipients.map(nameOf).join(', ')}`;
  const who = event.actors.length === 0 ? 'nobody named' : event.actors.map(nameOf).join(', ');
  const facts = [
    dateWords(event.when),
    ...(event.where === null ? [] : [`in ${event.where.name}`]),
    ...(event.initiators.length === 0 ? [] : [`on the initiative of ${event.initiators.map(nameOf).join(', ')}`]),
    ...(event.about.length === 0 ? [] : [`about ${event.about.join(', ')}`]),
    ...standingWords(event),
  ];
  const chip = paintTone(paint, TONES[event.status])(`[${event.status}]`);
  return [
    `  ${paint.cyan(eventLabel(event))}  ${paint.bold(visibleLine(who + to))}  ${chip}`,
    ...factLines(facts, page),
    ...event.history.flatMap(({ status, report, by, quote }) => [
      ...wrap(
        visibleLine(
          `${event.history.length > 1 ? `${status}: ` : ''}${citation(report)}${by === null ? '' : `, on the word of ${sourceWords(by)}`}`,
        ),
        { width, indent: INDENT },
      ),
      ...quoteLines(quote, page),
    ]),
    ...event.contradicts.map((id) => `${INDENT}${paint.yellow(`contradicted by ${shortId(id)}`)}`),
    ...event.edits.map(
      ({ field, was, decision, disputed }) =>
        `${INDENT}${paint.yellow(visibleLine(`${field} put right, ${decision}: reports said ${was ?? 'nothing'}${disputed ? '; a later report says something else' : ''}`))}`,
    ),
    '',
  ];
}

/** How widely a record is told, how far it is trusted, and its id. */
const standingWords = ({ reports, originators, band, state, accepted, id }: LedgerRecord): readonly string[] => [
  reports === originators
    ? count(reports, 'report')
    : `${count(reports, 'report')} from ${count(originators, 'originator')}`,
  accepted ? `${band}, accepted` : band,
  ...(state === 'shown' ? [] : [state]),
  shortId(id),
];

const factLines = (facts: readonly string[], { paint, width }: Page): string[] =>
  wrap(visibleLine(facts.join(' · ')), { width, indent: INDENT }).map(paint.dim);

/** A statement with its source, the words said, and where it was reported. */
function statementLines(record: StatementRecord, page: Page): string[] {
  const { paint } = page;
  const to = record.addressee === null ? '' : ` → ${record.addressee}`;
  const facts = [
    ...(record.when === null ? [] : [dateWords(record.when)]),
    ...(record.where === null ? [] : [`in ${record.where.name}`]),
    ...standingWords(record),
  ];
  return [
    `  ${paint.bold(visibleLine(sourceWords(record)))}${visibleLine(to)}`,
    ...factLines(facts, page),
    ...citeLines(record, page),
    '',
  ];
}

/** A lasting tie, with the reports that say so. */
function relationLines(record: RelationRecord, page: Page): string[] {
  const { paint } = page;
  const qualifiers = Object.entries(record.qualifiers).flatMap(([name, value]) =>
    value === true ? [name] : value === false ? [] : [`${name}: ${value}`],
  );
  const tie = `${paint.bold(visibleLine(nameOf(record.subject)))} ${paint.cyan(record.predicate.replaceAll('-', ' '))} ${paint.bold(visibleLine(nameOf(record.object)))}`;
  return [`  ${tie}`, ...factLines([...qualifiers, ...standingWords(record)], page), ...citeLines(record, page), ''];
}

const citeLines = ({ cites }: StatementRecord | RelationRecord, page: Page): string[] =>
  cites.flatMap(({ report, quote }, at) => [
    `${INDENT}${visibleLine(citation(report))}`,
    // Copies say the same: their words are shown once.
    ...(cites[at + 1]?.quote === quote ? [] : quoteLines(quote, page)),
  ]);

const PACT_HEADINGS = {
  parties: 'parties',
  leaving: 'leaving',
  former: 'left',
  candidates: 'candidates',
  interested: 'interested',
  supporters: 'supporters',
  critics: 'critics',
  aims: 'aims',
} as const satisfies Record<Role | 'aims', string>;

/** A pact and who stands where to it; each standing with the latest words that show it. */
export function pactLines(pact: Pact, { paint, width }: Page): string[] {
  const headings = Object.entries(PACT_HEADINGS) as [keyof typeof PACT_HEADINGS, string][];
  return [
    `  ${paint.bold(visibleLine(pact.name))}${pact.partOf === null ? '' : paint.dim(`  part of ${visibleLine(pact.partOf.name)}`)}`,
    ...(pact.partOf === null ? [] : latestQuotes([pact.partOf], { paint, width })),
    ...headings.flatMap(([heading, title]) => {
      const standings = pact[heading];
      if (standings.length === 0) return [];
      return [
        `    ${paint.cyan(title)}: ${visibleLine(standings.map(({ name }) => name).join(', '))}`,
        ...latestQuotes(standings, { paint, width }),
      ];
    }),
    '',
  ];
}

/** The latest words behind some standings, each once: one sentence often names all the parties. */
function latestQuotes(standings: readonly Standing[], page: Page): string[] {
  const latest = new Map<string, Cited>();
  for (const { rows } of standings) {
    const row = rows.at(-1);
    if (row !== undefined) latest.set(row.claim.quote, row.report);
  }
  return [...latest].flatMap(([quote, report]) => [
    `${INDENT}${page.paint.dim(visibleLine(citation(report)))}`,
    ...quoteLines(quote, page),
  ]);
}

/** A report as a reader would look it up: date, publisher, id. */
export const citation = ({ published, publisher, id }: Cited): string =>
  [published === null ? 'undated report' : dayWords(published), ...(publisher === null ? [] : [publisher]), id].join(
    ', ',
  );
