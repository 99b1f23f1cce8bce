import type { Actor, When } from '../../document/claim.ts';
import { sortOf } from '../../ledger/question.ts';
import { partiesOf, type LedgerRecord } from '../../ledger/record.ts';
import { boolean, day, integer, number, text, type Batch, type Cell, type Table } from './table.ts';

/** The ledger as tidy tables, tied by `record`: records, who takes part, changes of status, and the claims beneath. */
export const TABLES: readonly Table[] = [
  {
    name: 'records',
    description: 'Events, statements and relations as all reports together tell them, one a row.',
    key: ['record'],
    columns: [
      text('record', 'id of the record'),
      text('sort', 'visit, meeting, act, statement or relation'),
      text('type', 'PLOVER root of an event, predicate of a relation, says for a statement'),
      text('mode', 'PLOVER mode of an event'),
      text('status', 'what became of an event, as the reports come to it'),
      text('certainty', 'certain, probable, possible or unconfirmed, as the latest report has it'),
      day('earliest', 'first day on which it may be; empty where open'),
      day('latest', 'last day on which it may be; empty where open'),
      text('granularity', 'how exact the date is: day, week, month, quarter, year or period'),
      text('place', 'name of the place'),
      text('place_country', 'country of the place, ISO 3166-1 alpha-3'),
      number('latitude', 'degrees north'),
      number('longitude', 'degrees east'),
      text('about', 'issues, places and pacts that it concerns, with semicolons between them'),
      text('band', 'supported, probable or check'),
      number('confidence', 'highest confidence among its claims, 0 to 1'),
      integer('reports', 'reports that tell it'),
      integer('originators', 'independent texts that tell it'),
      day('first_published', 'day of the first dated report'),
      day('last_published', 'day of the last dated report'),
      boolean('accepted', 'whether a person has accepted it'),
      text('edited', 'fields that people put right, with semicolons between them'),
      text('state', 'shown, reopened or rejected'),
    ],
    rows: ({ records }) => records.map(recordRow),
  },
  {
    name: 'parties',
    description: 'Who takes part in a record, one a row.',
    key: ['record', 'part', 'place'],
    columns: [
      text('record', 'id of the record'),
      text('part', 'actor, recipient, initiator, about, speaker, subject or object'),
      integer('place', 'order among those of one part, from 0'),
      text('actor', 'id of the actor; empty where only a name is known'),
      text('name', 'name'),
      text('kind', 'state, person, organisation, pact or group'),
      text('country', 'ISO 3166-1 alpha-3, IGO for bodies between states'),
      text('sector', 'PLOVER sector'),
      text('office', 'office or role'),
    ],
    rows: ({ records }) => records.flatMap(partyRows),
  },
  {
    name: 'history',
    description: 'Every change of an event’s status, one a row.',
    key: ['record', 'step'],
    columns: [
      text('record', 'id of the record'),
      integer('step', 'order of the change, from 0'),
      text('status', 'status that it came to'),
      text('report', 'id of the report that told it'),
      text('published', 'its date of publication'),
      text('publisher', 'its publisher'),
      text('by', 'on whose word; empty where the reporter speaks'),
      text('quote', 'the words'),
    ],
    rows: ({ records }) =>
      records.flatMap((record) =>
        record.kind !== 'event'
          ? []
          : record.history.map(({ status, report, by, quote }, step): readonly Cell[] => [
              record.id,
              step,
              status,
              report.id,
              report.published,
              report.publisher,
              by === null ? null : (by.speaker?.name ?? by.speakerWords),
              quote,
            ]),
      ),
  },
  {
    name: 'claims',
    description: 'The claims of single reports on which records rest, one a row.',
    key: ['claim'],
    columns: [
      text('claim', 'root of the claim, the same whoever reads the report'),
      text('record', 'id of the record that it is part of'),
      text('report_key', 'names the report for good: a hash of its id and text'),
      text('report', 'id of the report'),
      text('published', 'its date of publication'),
      text('publisher', 'its publisher'),
      text('url', 'its address'),
      text('status', 'status of an event as this report has it'),
      integer('start', 'where the quote begins in the text, in UTF-16 code units'),
      integer('end', 'where it ends'),
      text('voice', 'on whose word, nearest first, with semicolons between them'),
      text('rules', 'rules that made the claim, with semicolons between them'),
      number('confidence', '0 to 1'),
      text('quote', 'the words'),
    ],
    rows: ({ claims }) => claims.map(claimRow),
  },
];

function recordRow(record: LedgerRecord): readonly Cell[] {
  const event = record.kind === 'event' ? record : null;
  const when: When | null = record.kind === 'relation' ? null : record.when;
  const where = record.kind === 'relation' ? null : record.where;
  const type = record.kind === 'event' ? record.type : record.kind === 'relation' ? record.predicate : 'says';
  return [
    record.id,
    sortOf(record),
    type,
    event?.mode ?? null,
    event?.status ?? null,
    event?.certainty ?? null,
    when?.earliest ?? null,
    when?.latest ?? null,
    when?.granularity ?? null,
    where?.name ?? null,
    where?.country ?? null,
    where?.coordinates?.[0] ?? null,
    where?.coordinates?.[1] ?? null,
    joined(event?.about ?? []),
    record.band,
    record.confidence,
    record.reports,
    record.originators,
    record.first,
    record.last,
    record.accepted,
    joined(record.edits.map(({ field }) => field)),
    record.state,
  ];
}

function partyRows(record: LedgerRecord): readonly (readonly Cell[])[] {
  const places = new Map<string, number>();
  return partiesOf(record).map(([part, who]) => {
    const place = places.get(part) ?? 0;
    places.set(part, place + 1);
    const actor: Actor | null = 'id' in who ? who : null;
    return [
      record.id,
      part,
      place,
      actor?.id ?? null,
      who.name,
      actor?.kind ?? null,
      actor?.country ?? null,
      actor?.sector ?? null,
      actor?.as ?? null,
    ];
  });
}

function claimRow({ claim, report, root, record }: Batch['claims'][number]): readonly Cell[] {
  const voice = claim.voice.map(({ speaker, speakerWords }) => speaker?.name ?? speakerWords ?? '');
  return [
    root,
    record,
    report.key,
    report.id,
    report.published,
    report.publisher,
    report.url,
    claim.kind === 'event' ? claim.status : null,
    claim.words[0],
    claim.words[1],
    joined(voice),
    joined(claim.because.map(({ rule }) => rule)),
    claim.confidence,
    claim.quote,
  ];
}

const joined = (all: readonly string[]): string | null => (all.length === 0 ? null : all.join('; '));
