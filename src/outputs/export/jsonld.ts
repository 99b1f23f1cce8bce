import type { Actor } from '../../document/claim.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { partiesOf } from '../../ledger/record.ts';
import type { Batch } from './table.ts';

/** The vocabularies: schema.org for what is told, PROV-O for where it comes from, Web Annotation for the words it rests on. */
export const CONTEXT = {
  '@vocab': 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  chancery: 'urn:chancery:term:',
} as const;

/** Records, the claims that they are derived from, and the quotes that those rest on, as nodes of one graph. */
export function graphOf({ records, claims, texts }: Batch): readonly object[] {
  const byRecord = new Map<string, string[]>();
  for (const { record, root } of claims) byRecord.set(record, [...(byRecord.get(record) ?? []), root]);
  return [
    ...records.map((record) => ({
      ...recordNode(record),
      'chancery:band': record.band,
      'chancery:reports': record.reports,
      'chancery:originators': record.originators,
      'prov:wasDerivedFrom': (byRecord.get(record.id) ?? []).map((root) => ({ '@id': claimId(root) })),
    })),
    ...claims.map((claim) => claimNode(claim, texts.get(claim.report.key) ?? null)),
  ];
}

const recordId = (id: string): string => `urn:chancery:record:${id}`;
const claimId = (root: string): string => `urn:chancery:claim:${root}`;

function recordNode(record: LedgerRecord): object {
  const parties = partiesOf(record).filter(([part]) => part !== 'about');
  if (record.kind === 'event')
    return {
      '@id': recordId(record.id),
      '@type': ['Event', 'prov:Entity'],
      additionalType: `${record.type}${record.mode === null ? '' : `/${record.mode}`}`,
      'chancery:status': record.status,
      startDate: record.when?.earliest ?? null,
      endDate: record.when?.latest ?? null,
      location:
        record.where === null
          ? null
          : { '@type': 'Place', name: record.where.name, addressCountry: record.where.country },
      actor: record.actors.map(partyNode),
      attendee: record.recipients.map(partyNode),
      organizer: record.initiators.map(partyNode),
      about: record.about,
    };
  return {
    '@id': recordId(record.id),
    '@type': ['Statement', 'prov:Entity'],
    additionalType: record.kind === 'relation' ? record.predicate : record.quoteKind,
    creator: record.kind === 'statement' ? parties.map(([, who]) => partyNode(who)) : [],
    about: record.kind === 'relation' ? parties.map(([, who]) => partyNode(who)) : [],
    text: record.cites[0]?.quote ?? null,
    dateCreated: record.day,
  };
}

function partyNode(who: Actor | { readonly name: string }): object {
  if (!('id' in who)) return { '@type': 'Thing', name: who.name };
  const type = {
    state: 'Country',
    person: 'Person',
    organisation: 'Organization',
    pact: 'Organization',
    group: 'Organization',
  }[who.kind];
  return {
    '@type': type,
    '@id': `urn:chancery:actor:${encodeURIComponent(who.id)}`,
    name: who.name,
    ...(who.as === null ? {} : { jobTitle: who.as }),
  };
}

/** A claim as an annotation of its report. Positions are in code points, as the Web Annotation model has them. */
function claimNode({ claim, report, root }: Batch['claims'][number], text: string | null): object {
  const [start, end] = claim.words;
  const before = text === null ? null : codePoints(text.slice(0, start));
  return {
    '@id': claimId(root),
    '@type': ['oa:Annotation', 'prov:Entity'],
    'prov:wasAttributedTo': claim.voice.map(({ speaker, speakerWords }) =>
      partyNode(speaker ?? { name: speakerWords ?? '' }),
    ),
    'oa:hasTarget': {
      'oa:hasSource': {
        '@id': report.url ?? `urn:chancery:report:${report.key}`,
        '@type': 'NewsArticle',
        identifier: report.id,
        headline: report.title,
        datePublished: report.published,
        publisher: report.publisher,
      },
      'oa:hasSelector': [
        { '@type': 'oa:TextQuoteSelector', 'oa:exact': claim.quote },
        ...(before === null || text === null
          ? []
          : [
              {
                '@type': 'oa:TextPositionSelector',
                'oa:start': before,
                'oa:end': before + codePoints(text.slice(start, end)),
              },
            ]),
      ],
    },
  };
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
