import type { EventRecord, LedgerRecord, RelationRecord, StatementRecord } from '../../ledger/record.ts';
import { sortOf, type Sort } from '../../ledger/question.ts';
import type { Cited } from '../../ledger/rows.ts';
import { dateWords } from '../dates.ts';
import { eventLabel, nameOf, sourceWords } from '../describe.ts';
import { citation } from '../ledger-account.ts';
import { count } from '../lines.ts';
import { visibleLine } from '../visible.ts';

const TITLES = {
  visit: 'Visits',
  meeting: 'Meetings',
  act: 'Other events',
  relation: 'Relations',
  statement: 'Statements',
} as const satisfies Record<Sort, string>;

/** A brief in Markdown: what the records say, sort by sort, each with footnotes that quote and cite its sources. */
export function brief(
  records: readonly LedgerRecord[],
  { title, searched }: { readonly title: string; readonly searched: string },
): string {
  const notes: string[] = [];
  const cite = (report: Cited, quote: string): string => {
    notes.push(
      `“${escaped(quote)}” ${escaped(citation(report))}${report.url === null ? '' : `, <${report.url.replace(/[<>\s]/g, '')}>`}.`,
    );
    return `[^${notes.length}]`;
  };
  const sections = (Object.keys(TITLES) as Sort[]).flatMap((sort) => {
    const some = records.filter((record) => sortOf(record) === sort);
    return some.length === 0
      ? []
      : [`## ${TITLES[sort]} (${some.length})`, '', ...some.map((record) => `- ${item(record, cite)}`), ''];
  });
  return [
    `# ${escaped(title)}`,
    '',
    `${count(records.length, 'record')}. ${searched}.`,
    '',
    ...sections,
    ...notes.map((note, at) => `[^${at + 1}]: ${note}`),
    '',
  ].join('\n');
}

type Cite = (report: Cited, quote: string) => string;

function item(record: LedgerRecord, cite: Cite): string {
  const told =
    record.kind === 'event'
      ? eventItem(record, cite)
      : record.kind === 'statement'
        ? statementItem(record, cite)
        : relationItem(record, cite);
  return `${told} (${record.band}; ${count(record.reports, 'report')}, ${count(record.originators, 'originator')}; \`${record.id.slice(0, 12)}\`)`;
}

function eventItem(record: EventRecord, cite: Cite): string {
  const to = record.recipients.length === 0 ? '' : ` → ${record.recipients.map(nameOf).join(', ')}`;
  const steps = record.history.map(({ status, report, quote }) => `${status}${cite(report, quote)}`).join(', ');
  const against =
    record.contradicts.length === 0
      ? ''
      : `; **contradicted** by ${record.contradicts.map((id) => `\`${id.slice(0, 12)}\``).join(', ')}`;
  return `**${escaped(`${record.actors.map(nameOf).join(', ')}${to}`)}**, ${escaped(eventLabel(record))}, ${escaped(dateWords(record.when))}${record.where === null ? '' : `, ${escaped(record.where.name)}`}: ${steps}${against}`;
}

const statementItem = (record: StatementRecord, cite: Cite): string =>
  `**${escaped(sourceWords(record))}**: ${record.cites
    .slice(0, 1)
    .map(({ report, quote }) => `${escaped(quote)}${cite(report, quote)}`)
    .join('')}`;

const relationItem = (record: RelationRecord, cite: Cite): string =>
  `**${escaped(nameOf(record.subject))}** ${record.predicate.replaceAll('-', ' ')} **${escaped(nameOf(record.object))}**${record.cites
    .slice(0, 2)
    .map(({ report, quote }) => cite(report, quote))
    .join('')}`;

/** Words of a report within Markdown: its signs mean nothing, and no tag opens. */
const escaped = (text: string): string => visibleLine(text).replace(/[\\`*_[\]<>#|~!]/g, '\\$&');
