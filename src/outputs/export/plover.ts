import type { Actor } from '../../document/claim.ts';
import type { EventRecord } from '../../ledger/record.ts';
import { codedAct, type TypeCodes } from './acts.ts';
import type { Batch } from './table.ts';

/** Events as PLOVER has them, an object each; `status` is kept beside the code that stands for it there. */
export const ploverEvents = ({ records }: Batch, types: readonly TypeCodes[]): readonly object[] =>
  records.flatMap((record) => (record.kind === 'event' ? [ploverEvent(record, types)].flat() : []));

function ploverEvent(record: EventRecord, types: readonly TypeCodes[]): readonly object[] {
  const act = codedAct(record, types);
  if (act === null) return [];
  return [
    {
      id: record.id,
      date: record.when?.earliest ?? record.first,
      end_date: record.when?.latest ?? null,
      event: act.type,
      mode: act.mode,
      quad: act.codes.quad,
      goldstein: act.codes.goldstein,
      cameo: act.cameo,
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
    },
  ];
}

const party = ({ id, name, country, sector, as }: Actor) => ({
  code: [country, sector].filter((part) => part !== null).join(' '),
  id,
  name,
  country,
  sector,
  role: as,
});
