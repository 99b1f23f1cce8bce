import type { Actor, Where } from '../../document/claim.ts';
import type { EventRecord } from '../../ledger/record.ts';
import { codedAct, type CodedAct, type TypeCodes } from './acts.ts';
import type { Batch, Cell } from './table.ts';

const ACTOR = [
  'Code',
  'Name',
  'CountryCode',
  'KnownGroupCode',
  'EthnicCode',
  'Religion1Code',
  'Religion2Code',
  'Type1Code',
  'Type2Code',
  'Type3Code',
];
const GEO = ['Type', 'Fullname', 'CountryCode', 'ADM1Code', 'ADM2Code', 'Lat', 'Long', 'FeatureID'];

/** The 61 columns of GDELT 2.0's event table, in its order; the files themselves have no head line. */
export const EVENT_COLUMNS: readonly string[] = [
  'GLOBALEVENTID',
  'SQLDATE',
  'MonthYear',
  'Year',
  'FractionDate',
  ...ACTOR.map((name) => `Actor1${name}`),
  ...ACTOR.map((name) => `Actor2${name}`),
  'IsRootEvent',
  'EventCode',
  'EventBaseCode',
  'EventRootCode',
  'QuadClass',
  'GoldsteinScale',
  'NumMentions',
  'NumSources',
  'NumArticles',
  'AvgTone',
  ...GEO.map((name) => `Actor1Geo_${name}`),
  ...GEO.map((name) => `Actor2Geo_${name}`),
  ...GEO.map((name) => `ActionGeo_${name}`),
  'DATEADDED',
  'SOURCEURL',
];

/** The 16 columns of its mention table. */
export const MENTION_COLUMNS: readonly string[] = [
  'GLOBALEVENTID',
  'EventTimeDate',
  'MentionTimeDate',
  'MentionType',
  'MentionSourceName',
  'MentionIdentifier',
  'SentenceID',
  'Actor1CharOffset',
  'Actor2CharOffset',
  'ActionCharOffset',
  'InRawText',
  'Confidence',
  'MentionDocLen',
  'MentionDocTone',
  'MentionDocTranslationInfo',
  'Extras',
];

interface Rows {
  readonly events: readonly (readonly Cell[])[];
  readonly mentions: readonly (readonly Cell[])[];
}

/** Events in the shape of GDELT 2.0. Tone, ethnicity and religion are not coded here and stay empty; nor are events without a date. */
export function gdeltRows({ records, claims }: Batch, types: readonly TypeCodes[]): Rows {
  const acts = records.flatMap((record) => {
    if (record.kind !== 'event' || record.day === null) return [];
    const act = codedAct(record, types);
    return act === null ? [] : [{ record, act }];
  });
  const dates = new Map(acts.map(({ record }) => [record.id, compact(record.day ?? '')]));
  const urls = new Map<string, string>();
  for (const { record, report } of claims) if (!urls.has(record)) urls.set(record, report.url ?? report.id);
  return {
    events: acts.map(({ record, act }) => eventRow(record, act, urls.get(record.id) ?? null)),
    mentions: claims
      .filter(({ record }) => dates.has(record))
      .map((claim) => mentionRow(claim, dates.get(claim.record) ?? '')),
  };
}

function eventRow(record: EventRecord, { codes, cameo }: CodedAct, url: string | null): readonly Cell[] {
  const day = compact(record.day ?? '');
  const [one, ...others] = record.actors;
  const two = record.recipients[0] ?? others[0];
  return [
    eventNumber(record.id),
    day,
    day.slice(0, 6),
    day.slice(0, 4),
    fraction(day),
    ...actorCells(one),
    ...actorCells(two),
    1,
    cameo,
    cameo.slice(0, 3),
    cameo.slice(0, 2),
    codes.quad,
    codes.goldstein,
    record.reports,
    record.originators,
    record.reports,
    null,
    ...NO_PLACE,
    ...NO_PLACE,
    ...placeCells(record.where),
    `${compact(record.first ?? record.day ?? '')}000000`,
    url,
  ];
}

function mentionRow({ record, claim, report }: Batch['claims'][number], date: string): readonly Cell[] {
  const published = report.published === null ? '' : `${compact(report.published)}000000`;
  return [
    eventNumber(record),
    `${date}000000`,
    published,
    1,
    report.publisher,
    report.url ?? report.id,
    null,
    -1,
    -1,
    claim.words[0],
    1,
    Math.round(claim.confidence * 100),
    null,
    null,
    null,
    null,
  ];
}

const actorCells = (actor: Actor | undefined): readonly Cell[] =>
  actor === undefined
    ? ACTOR.map(() => null)
    : [
        `${actor.country ?? ''}${actor.sector ?? ''}`,
        actor.name.toUpperCase(),
        actor.country,
        null,
        null,
        null,
        null,
        actor.sector,
        null,
        null,
      ];

const NO_PLACE: readonly Cell[] = GEO.map(() => null);

/** 1 is a country, 4 a place within one. Codes of regions are not known here. */
const placeCells = (where: Where | null): readonly Cell[] =>
  where === null
    ? NO_PLACE
    : [
        where.coordinates === null ? 1 : 4,
        where.name,
        where.country,
        null,
        null,
        where.coordinates?.[0] ?? null,
        where.coordinates?.[1] ?? null,
        null,
      ];

/** GDELT's ids are numbers: the first 52 bits of ours. */
const eventNumber = (id: string): string => String(Number.parseInt(id.slice(0, 13), 16));

const compact = (iso: string): string => iso.slice(0, 10).replaceAll('-', '');

/** The year with the part of it that has gone, as GDELT reckons it: months of thirty days. */
function fraction(day: string): string {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6, 8))];
  return (year + (month * 30 + date) / 365).toFixed(4);
}

/** A line of a GDELT table: tabs between cells, none within. */
export const tabbed = (row: readonly Cell[]): string =>
  `${row.map((cell) => (cell === null ? '' : String(cell).replace(/[\t\r\n]+/g, ' '))).join('\t')}\n`;
