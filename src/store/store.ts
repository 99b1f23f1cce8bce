import { createHash } from 'node:crypto';
import type { Claim, Doubt } from '../document/claim.ts';
import type { Report } from '../document/report.ts';
import type { Sourced } from '../ledger/rows.ts';

/** What the ledger keeps of one reading: the report, who read it, and what it says. */
export interface Entry {
  readonly report: Report;
  /** Names the reader: two readers of one version read every report alike. */
  readonly version: string;
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

/** What an answer was drawn from, so that nothing found can say where nothing was found. */
export interface Coverage {
  readonly reports: number;
  readonly undated: number;
  /** Dates of publication, ISO; null where no report is dated. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly claims: number;
  readonly refused: number;
}

export interface ClaimFilter {
  readonly kinds: readonly Claim['kind'][];
}

/**
 * Where reports, readings and claims are kept. Rows are only ever added; a reading by another version of the reader
 * supersedes by being later. Every method throws a StoreError that names the place and says what to do.
 */
export interface Store {
  /** The keys among those given of which the store holds the reading. */
  readonly held: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The ids among those given under which the store holds reports of more than one text. */
  readonly sharedIds: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Adds a batch as one transaction, all or nothing, and gives the keys that were new. `at` is an ISO time. */
  readonly add: (entries: readonly Entry[], at: string) => Promise<ReadonlySet<string>>;
  readonly refuse: (refused: readonly Refused[], at: string) => Promise<void>;
  /** Drops the refusals of a source: it has been looked at again, and what is still wrong with it will be told anew. */
  readonly forget: (source: string) => Promise<void>;
  readonly refusals: () => Promise<readonly Refused[]>;
  /** The claims of the latest reading of every report, by date of publication. */
  readonly claims: (filter: ClaimFilter) => Promise<readonly Sourced[]>;
  readonly coverage: () => Promise<Coverage>;
  readonly close: () => Promise<void>;
}

/** A fault of the place that holds the ledger, told so that a person can mend it. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** Names a report for good: its id and its text. */
export const reportKey = ({ id, text }: Pick<Report, 'id' | 'text'>): string => digest([id, text]);

/**
 * Names a reading: the report, the reader, and the circumstances that a reading depends on. A report whose date has been
 * mended is therefore read anew, and supersedes.
 */
export const readingKey = (report: Report, version: string): string =>
  digest([reportKey(report), version, ...circumstances(report)]);

const circumstances = ({ published, publisher, title, url, language }: Report): readonly (string | null)[] => [
  published,
  publisher,
  title,
  url,
  language,
];

const digest = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');
