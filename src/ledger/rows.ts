import type { Claim } from '../document/claim.ts';

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
