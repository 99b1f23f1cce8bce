import type { Actor } from '../../document/claim.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { EventRecord } from '../../ledger/record.ts';
import { codedAct, type CodedAct } from './acts.ts';
import { contextsBy } from './contexts.ts';
import type { Batch } from './table.ts';

/** The edition whose types, modes and contexts are told. */
const EDITION = 'PLOVER manual draft 2.0';

/** Makes the function from records to events as PLOVER has them, an object each; `status` is kept beside the code that stands for it there. */
export function ploverEvents(know: Knowledge): (batch: Batch) => readonly object[] {
  const contextsOf = contextsBy(know['languages/en/contexts']);
  const eventOf = (record: EventRecord): object | null => {
    const act = codedAct(record, know['ontology/plover']);
    if (act === null) return null;
    return ploverEvent(record, { act, context: contextsOf(record.history.map(({ quote }) => quote)) });
  };
  return ({ records }) => records.flatMap((record) => (record.kind === 'event' ? (eventOf(record) ?? []) : []));
}

const ploverEvent = (
  record: EventRecord,
  { act, context }: { readonly act: CodedAct; readonly context: readonly string[] },
): object => ({
  id: record.id,
  edition: EDITION,
  date: record.when?.earliest ?? record.first,
  end_date: record.when?.latest ?? null,
  event: act.type,
  mode: act.mode,
  quad: act.codes.quad,
  goldstein: act.codes.goldstein,
  cameo: act.cameo,
  context,
  status: record.status,
  act: record.type,
  actor: record.actors.map(party),
  recipient: record.recipients.map(party),
  about: record.about,
  location:
    record.where === null
      ? null
      : { name: record.where.name, country: record.where.country, coordinates: record.where.coordinates },
  reports: record.reports,
  originators: record.originators,
  sources: record.history.map(({ report, quote, status }) => ({
    id: report.id,
    published: report.published,
    publisher: report.publisher,
    url: report.url,
    status,
    text: quote,
  })),
});

const party = ({ id, name, country, sector, as }: Actor) => ({
  code: [country, sector].filter((part) => part !== null).join(' '),
  id,
  name,
  country,
  sector,
  role: as,
});
