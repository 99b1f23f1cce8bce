import type { Claim, Doubt } from '../document/claim.ts';
import type { Delivery } from '../document/delivery.ts';
import type { Report } from '../document/report.ts';
import type { Answer, Coverage, Derivation, FeedChange, Hit } from '../ledger/answer.ts';
import type { Decision } from '../ledger/decision.ts';
import type { HeldClaim } from '../ledger/rereading.ts';
import type { Question } from '../ledger/question.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import type { Filed } from '../ledger/rows.ts';

/** What the ledger is given of one reading: the report and how it came, who read it, and what it says. */
export interface Entry {
  readonly report: Report;
  readonly delivery: Delivery;
  /** Names the reader: two readers of one name read every report alike. */
  readonly reader: string;
  readonly claims: readonly Claim[];
  readonly doubts: readonly Doubt[];
}

/** Something that could not be taken in, kept so that it can be listed and mended. */
export interface Refused {
  readonly source: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly byte: number | null;
  readonly code: string;
  readonly reason: string;
  readonly next: string;
}

/** A report as it was taken in, for reading it again. */
export interface KeptReport {
  readonly seq: number;
  readonly report: Report;
  readonly delivery: Delivery;
  /** The readers that have read it, latest last. */
  readonly readers: readonly string[];
  /** The claims of the reading that counts. */
  readonly claims: readonly HeldClaim[];
}

export type NewDecision = Decision extends infer D
  ? D extends Decision
    ? Omit<D, 'id' | 'at' | 'entered'>
    : never
  : never;

/**
 * Where the ledger's layers and its view are kept. Rows of sources, claims and decisions are only ever added; the view is
 * made from them. Every method throws a StoreError that names the place and says what to do. Times are ISO.
 */
export interface Store {
  /** The keys of readings among those given that the store holds, or held before a takedown. */
  readonly held: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The ids among those given under which the store holds reports of more than one text. */
  readonly sharedIds: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Adds a batch as one transaction, all or nothing, and gives the keys of readings that were new. */
  readonly add: (entries: readonly Entry[], at: string) => Promise<ReadonlySet<string>>;
  readonly refuse: (refused: readonly Refused[], at: string) => Promise<void>;
  /** Drops the refusals of a source: it has been looked at again, and what is still wrong with it will be told anew. */
  readonly forget: (source: string) => Promise<void>;
  readonly refusals: () => Promise<readonly Refused[]>;

  readonly decide: (decision: NewDecision, at: string) => Promise<Decision>;
  readonly decisions: () => Promise<readonly Decision[]>;
  /** Decisions that count, and are about claims of which none stands any more. */
  readonly orphans: () => Promise<readonly Decision[]>;
  /** Lets go the reports whose embargo has ended, and removes a report's text, claims and records for good. */
  readonly release: (at: string) => Promise<number>;
  readonly takeDown: (
    id: string,
    order: { readonly who: string; readonly reason: string },
    at: string,
  ) => Promise<number>;

  /** Makes anew what has changed; gives the number of buckets made. */
  readonly refresh: (at: string) => Promise<number>;
  /** Drops the view and makes it again from the other layers. */
  readonly rebuild: (at: string) => Promise<void>;

  readonly ask: (question: Question) => Promise<Answer>;
  /** The record of an id, of any claim that is or was in one, or of an unmistakable beginning of an id; null where there is none. */
  readonly resolve: (id: string) => Promise<LedgerRecord | null>;
  /** The roots behind an id: of its record's claims, else of the claims, standing or not, that it is or begins. */
  readonly rootsOf: (id: string) => Promise<readonly string[]>;
  /** The claims behind records that stand, by record, then by publication. */
  readonly claimsOf: (records: readonly string[]) => Promise<readonly (Filed & { readonly record: string })[]>;
  /** Claims by their roots, also those that count no more. */
  readonly derive: (roots: readonly string[]) => Promise<readonly Derivation[]>;
  readonly search: (
    words: string,
    page: { readonly size: number; readonly before: number | null },
  ) => Promise<readonly Hit[]>;
  /** The changes feed after a number, or all that it says of one record. */
  readonly changes: (since: number, size: number) => Promise<readonly FeedChange[]>;
  readonly changesOf: (record: string) => Promise<readonly FeedChange[]>;
  readonly coverage: () => Promise<Coverage>;
  /** The number of the last commit not later than a time; 0 where there is none. */
  readonly commitAt: (at: string) => Promise<number>;
  /** Standing reports in the order in which they came, from after a number on. */
  readonly kept: (after: number, size: number) => Promise<readonly KeptReport[]>;
  /** The texts of reports by their keys. */
  readonly texts: (reports: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Does some reading on the ledger as it is now, whatever others write meanwhile. */
  readonly snapshot: <T>(work: (store: Reading) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** What a store answers. */
export type Reading = Pick<Store, 'ask' | 'claimsOf' | 'texts' | 'coverage' | 'commitAt'>;

/** A fault of the place that holds the ledger, told so that a person can mend it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
