import type { Actor, EventClaim, Predicate, Source, Status, When, Where } from '../document/claim.ts';
import type { Editable } from './decision.ts';
import type { Step } from './lifecycle.ts';
import type { Cited } from './rows.ts';

/** How far a record is to be trusted, in words; the number behind it stands in exports. */
export const BANDS = ['supported', 'probable', 'check'] as const;
export type Band = (typeof BANDS)[number];

/** `reopened`: rejected once, and told since by an independent report. */
export type RecordState = 'shown' | 'reopened' | 'rejected';

interface RecordBase {
  /** The root of the claim in it that the ledger has held longest; see docs/decisions/ledger.md. */
  readonly id: string;
  readonly state: RecordState;
  readonly band: Band;
  /** The highest of its claims' confidences. */
  readonly confidence: number;
  readonly reports: number;
  /** Independent ones: near copies of one text count once. */
  readonly originators: number;
  /** Days of publication of the first and the last report; null where none is dated. */
  readonly first: string | null;
  readonly last: string | null;
  /** The day by which records are ordered: of the act, else of the first report. */
  readonly day: string | null;
  readonly edits: readonly Edit[];
  /** Whether a person has accepted it as it stands. */
  readonly accepted: boolean;
}

/** What a person put right. `disputed`: a report that came later says a third thing. */
export interface Edit {
  readonly field: Editable;
  readonly was: string | null;
  readonly value: string;
  readonly decision: string;
  readonly disputed: boolean;
}

/** An act as all reports together tell it. */
export interface EventRecord
  extends
    RecordBase,
    Pick<EventClaim, 'type' | 'mode' | 'actors' | 'recipients' | 'initiators' | 'about' | 'certainty'> {
  readonly kind: 'event';
  readonly status: Status;
  /** The narrowest date given, a later report's before an earlier one's; null where none gives any. */
  readonly when: When | null;
  readonly where: Where | null;
  readonly history: readonly Step[];
  /** Ids of records that say the contrary. */
  readonly contradicts: readonly string[];
}

/** Where a record's words stand. */
export interface Citation {
  readonly report: Cited;
  readonly root: string;
  readonly quote: string;
}

export interface StatementRecord extends RecordBase, Source {
  readonly kind: 'statement';
  readonly quoteKind: 'direct' | 'indirect' | 'mixed';
  readonly addressee: string | null;
  readonly channel: string | null;
  readonly via: string | null;
  readonly when: When | null;
  readonly where: Where | null;
  readonly cites: readonly Citation[];
}

export interface RelationRecord extends RecordBase {
  readonly kind: 'relation';
  readonly subject: Actor | { readonly name: string };
  readonly predicate: Predicate;
  readonly object: Actor | { readonly name: string };
  readonly qualifiers: Readonly<Record<string, string | boolean>>;
  readonly cites: readonly Citation[];
}

/** A row of the ledger's view: thrown away and made again at will. */
export type LedgerRecord = EventRecord | StatementRecord | RelationRecord;

/** Everybody in a record, with the part they have in it. */
export function partiesOf(
  record: LedgerRecord,
): readonly (readonly [part: string, who: Actor | { readonly name: string }])[] {
  if (record.kind === 'event')
    return [
      ...record.actors.map((actor) => ['actor', actor] as const),
      ...record.recipients.map((actor) => ['recipient', actor] as const),
      ...record.initiators.map((actor) => ['initiator', actor] as const),
      ...record.about.map((name) => ['about', { name }] as const),
    ];
  if (record.kind === 'relation')
    return [
      ['subject', record.subject],
      ['object', record.object],
    ];
  return [['speaker', record.speaker ?? { name: record.speakerWords ?? '' }]];
}
