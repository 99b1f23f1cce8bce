import type { Insertable, Selectable } from 'kysely';
import type { Actor, Claim } from '../document/claim.ts';
import type { Sourced } from '../ledger/rows.ts';
import type { Entry, Refused } from './store.ts';
import { readingKey, reportKey } from './store.ts';
import type { Tables } from './tables.ts';

/** The rows of one entry, table by table. */
export interface EntryRows {
  readonly report: Insertable<Tables['reports']>;
  readonly reading: Insertable<Tables['readings']>;
  readonly claims: readonly Insertable<Tables['claims']>[];
  readonly actors: readonly Insertable<Tables['claim_actors']>[];
}

export function rowsOf({ report, version, claims, doubts }: Entry, at: string): EntryRows {
  const [key, reading] = [reportKey(report), readingKey(report, version)];
  const { published, publisher, title, url, language } = report;
  return {
    report: { key, id: report.id, text: report.text, added: at },
    reading: {
      key: reading,
      report: key,
      version,
      published,
      publisher,
      title,
      url,
      language,
      doubts: JSON.stringify(doubts),
      read: at,
    },
    claims: claims.map((claim, place) => ({ reading, place, ...columnsOf(claim), body: JSON.stringify(claim) })),
    actors: claims.flatMap((claim, place) =>
      partsOf(claim).map(([part, { id, name, country }]) => ({ reading, place, part, actor: id, name, country })),
    ),
  };
}

function columnsOf(claim: Claim) {
  const when = claim.kind === 'relation' ? null : claim.when;
  return {
    kind: claim.kind,
    type: claim.kind === 'event' ? claim.type : claim.kind === 'relation' ? claim.predicate : claim.quoteKind,
    mode: claim.kind === 'event' ? claim.mode : null,
    status: claim.kind === 'event' ? claim.status : null,
    earliest: when?.earliest ?? null,
    latest: when?.latest ?? null,
  };
}

/** Everybody in a claim and the part they have in it. */
function partsOf(claim: Claim): readonly (readonly [part: string, actor: Actor])[] {
  const own: (readonly [string, Actor])[] =
    claim.kind === 'event'
      ? [
          ...claim.actors.map((actor) => ['actor', actor] as const),
          ...claim.recipients.map((actor) => ['recipient', actor] as const),
          ...claim.initiators.map((actor) => ['initiator', actor] as const),
        ]
      : claim.kind === 'statement'
        ? claim.speaker === null
          ? []
          : [['speaker', claim.speaker]]
        : [
            ...('id' in claim.subject ? [['subject', claim.subject] as const] : []),
            ...('id' in claim.object ? [['object', claim.object] as const] : []),
          ];
  return [...own, ...claim.voice.flatMap(({ speaker }) => (speaker === null ? [] : [['voice', speaker] as const]))];
}

type ClaimRow = Pick<Selectable<Tables['readings']>, 'published' | 'publisher' | 'title' | 'url'> & {
  readonly key: string;
  readonly id: string;
  readonly body: string;
};

/** What `rowsOf` wrote, read again; the body was ours, so its shape is taken on trust. */
export const sourcedOf = ({ body, ...report }: ClaimRow): Sourced => ({ report, claim: JSON.parse(body) as Claim });

// What is not known of a place is stored as -1: a primary key may hold no null. `column` is a word of SQL.
export const refusalRow = ({ line, column, byte, ...rest }: Refused, seen: string): Insertable<Tables['refusals']> => ({
  ...rest,
  line: line ?? -1,
  place: column ?? -1,
  byte: byte ?? -1,
  seen,
});

export const refusedOf = ({ seen: _, place, ...row }: Selectable<Tables['refusals']>): Refused => ({
  ...row,
  line: known(row.line),
  column: known(place),
  byte: known(row.byte),
});

const known = (stored: number): number | null => (stored === -1 ? null : stored);
