import type { Claim } from '../document/claim.ts';
import { grouped } from '../grouped.ts';

/** A report as the ledger cites it: everything but its text. */
export interface Cited {
  /** Names the report for good: a hash of its id and text. */
  readonly key: string;
  readonly id: string;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
}

/** A claim and the report that makes it: the atom of the ledger; events, positions and pacts are views over these. */
export interface Sourced<C extends Claim = Claim> {
  readonly report: Cited;
  readonly claim: C;
}

/** A record's id, and how old it is: the number of the reading in which the claim that it was made from came. */
export interface Mint {
  readonly id: string;
  readonly born: number;
}

/** A claim with its place in the ledger. */
export interface Filed<C extends Claim = Claim> extends Sourced<C> {
  /** What it is looked at together with; see `bucketOf`. */
  readonly bucket: string;
  /** Whether it was in another bucket when it was first found. */
  readonly moved: boolean;
  /** Names the claim whoever read it; see `claimKeys`. */
  readonly key: string;
  /** The key of the first claim that this one continues from reading to reading; its own where it continues none. */
  readonly root: string;
  /** The number of the reading in which the root was found first. */
  readonly born: number;
  /** The id of the record in which the root first stood; null where that was its own, or none yet. */
  readonly mint: Mint | null;
  /** Where the claim stands: its reading, and its place there. */
  readonly reading: number;
  readonly place: number;
  /** The commit that brought this reading. */
  readonly entered: number;
  /** The report's words in brief, to tell copies of it; see `sketchOf`. */
  readonly sketch: string;
}

/** Orders rows by date of publication, undated reports last, then by report, then by place in its text. */
export const byPublication = (a: Sourced, b: Sourced): number =>
  compare(a.report.published ?? '9999', b.report.published ?? '9999') ||
  compare(a.report.id, b.report.id) ||
  compare(a.report.key, b.report.key) ||
  a.claim.words[0] - b.claim.words[0] ||
  compare(a.claim.id, b.claim.id);

/** The order of code units, which does not change with the machine's language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many reports stand behind some rows. */
export const reportsOf = (rows: readonly Sourced[]): number => new Set(rows.map(({ report }) => report.key)).size;

/** Groups in the order in which their first members come. */
export const byKey = <T>(all: readonly T[], key: (one: T) => string): readonly (readonly T[])[] => [
  ...grouped(all, key).values(),
];
