import type { ReportStatus } from '../document/delivery.ts';
import type { LedgerRecord } from './record.ts';
import type { Cited, Filed } from './rows.ts';

/** What an answer was drawn from, so that nothing found can say where nothing was found. */
export interface Coverage {
  /** Reports that stand, of which so many have no date. */
  readonly reports: number;
  readonly undated: number;
  /** Dates of publication, ISO; null where no report is dated. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly publishers: number;
  readonly claims: number;
  readonly records: number;
  readonly rejected: number;
  readonly refused: number;
}

/** Records that answer a question, in its order. */
export interface Answer {
  readonly records: readonly LedgerRecord[];
  /** How many answer it on all pages. */
  readonly total: number;
  /** Where the next page begins; null where this is the last. */
  readonly next: string | null;
}

/** A line of the changes feed. */
export interface FeedChange {
  readonly seq: number;
  readonly at: string;
  readonly op: 'add' | 'edit' | 'withdraw' | 'merge';
  readonly record: string;
  readonly into: string | null;
  /** `added`, `killed`, `corrected`, `re-read`, `decided: reject` and the like. */
  readonly reason: string;
}

/** One claim with everything that it rests on, for `why`. */
export interface Derivation extends Filed {
  readonly reader: string;
  readonly taken: string;
  readonly status: ReportStatus;
  /** Whether the quote is still what the stored text says at its offsets. */
  readonly evidence: 'found' | 'not found' | 'removed';
  /** Why the claim no longer counts: the status of the version that took its report's place, or null. */
  readonly fallen: ReportStatus | 're-read' | 'removed' | null;
  /** Words before and after the quote. */
  readonly context: readonly [before: string, after: string];
}

/** A report whose words answer a search. */
export interface Hit {
  readonly report: Cited;
  readonly seq: number;
  readonly text: string;
  readonly records: readonly string[];
}
