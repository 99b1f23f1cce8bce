import type { RelationClaim, StatementClaim } from '../document/claim.ts';
import type { LedgerEvent } from '../ledger/events.ts';
import type { Pact } from '../ledger/pacts.ts';
import type { Cited, Sourced } from '../ledger/rows.ts';
import type { Role, Standing } from '../ledger/standings.ts';
import { dateWords, dayWords } from './dates.ts';
import { describe, eventLabel, nameOf, sourceWords, TONES } from './describe.ts';
import { count, wrap, type Page } from './lines.ts';
import { INDENT, paintTone, quoteLines } from './marks.ts';
import { visibleLine } from './visible.ts';

/** An event as the ledger tells it: who, with whom, its latest status, how that came about, and the latest words. */
export function eventLines(event: LedgerEvent, page: Page): string[] {
  const { paint, width } = page;
  const to = event.recipients.length === 0 ? '' : ` → ${event.recipients.map(nameOf).join(', ')}`;
  const who = event.actors.length === 0 ? 'nobody named' : event.actors.map(nameOf).join(', ');
  const facts = [
    dateWords(event.when),
    ...(event.where === null ? [] : [`in ${event.where.name}`]),
    ...(event.initiators.length === 0 ? [] : [`on the initiative of ${event.initiators.map(nameOf).join(', ')}`]),
    ...(event.about.length === 0 ? [] : [`about ${event.about.join(', ')}`]),
    count(event.reports, 'report'),
  ];
  const chip = paintTone(paint, TONES[event.status])(`[${event.status}]`);
  return [
    `  ${paint.cyan(eventLabel(event))}  ${paint.bold(visibleLine(who + to))}  ${chip}`,
    ...wrap(visibleLine(facts.join(' · ')), { width, indent: INDENT }).map(paint.dim),
    ...historyLines(event, page),
    '',
  ];
}

/** One line for each change of status, with its words; a single one needs no more than source and words. */
const historyLines = ({ history }: LedgerEvent, { paint, width }: Page): string[] =>
  history.flatMap(({ status, report, quote }) => [
    ...wrap(`${history.length > 1 ? `${status}: ` : ''}${citation(report)}`, { width, indent: INDENT }),
    ...quoteLines(quote, { paint, width }),
  ]);

/** A statement with its source, the words said, and where it was reported. */
export function statementLines({ claim, report }: Sourced<StatementClaim>, { paint, width }: Page): string[] {
  const { facts } = describe(claim);
  const to = claim.addressee === null ? '' : ` → ${claim.addressee}`;
  return [
    `  ${paint.bold(visibleLine(sourceWords(claim)))}${visibleLine(to)}`,
    ...wrap(visibleLine([...facts, citation(report)].join(' · ')), { width, indent: INDENT }).map(paint.dim),
    ...quoteLines(claim.quote, { paint, width }),
    '',
  ];
}

/** Who holds which position, with every report that says so. */
export function positionLines(rows: readonly Sourced<RelationClaim>[], { paint, width }: Page): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { subject, predicate, object } = first.claim;
  const qualifiers = describe(first.claim).facts;
  return [
    `  ${paint.bold(visibleLine(nameOf(subject)))} ${paint.cyan(predicate.replaceAll('-', ' '))} ${paint.bold(visibleLine(nameOf(object)))}${qualifiers.length === 0 ? '' : paint.dim(`  (${visibleLine(qualifiers.join(', '))})`)}`,
    ...rows.flatMap(({ claim, report }) => [
      `${INDENT}${visibleLine(citation(report))}`,
      ...quoteLines(claim.quote, { paint, width }),
    ]),
    '',
  ];
}

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
