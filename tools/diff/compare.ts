import type { Claim } from '../../src/document/claim.ts';
import { claimLine } from '../claims/line.ts';

/** A reading as the command line prints it: what the two sides of a comparison are made of. */
export interface ReadingLine {
  readonly report: { readonly id: string };
  readonly claims: readonly Claim[];
}

export interface Differences {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** The line before and the line after, of a claim of one kind on the same words. */
  readonly changed: readonly (readonly [before: string, after: string])[];
}

/** What one set of readings claims and the other does not; both in the order of reports and of the text. */
export function compareReadings(before: readonly ReadingLine[], after: readonly ReadingLine[]): Differences {
  const [old, now] = [before.flatMap(entries), after.flatMap(entries)];
  const lost = without(old, now);
  const gained = without(now, old);
  const changed: (readonly [string, string])[] = [];
  const left = [...gained];
  const gone = lost.filter((one) => {
    const at = left.findIndex((other) => other.place === one.place);
    const [match] = at < 0 ? [] : left.splice(at, 1);
    if (match !== undefined) changed.push([one.line, match.line]);
    return match === undefined;
  });
  return { gained: left.map(({ line }) => line), lost: gone.map(({ line }) => line), changed };
}

interface Entry {
  readonly line: string;
  /** Where a claim stands and of what kind it is: what stays the same when its fields change. */
  readonly place: string;
}

const entries = ({ report, claims }: ReadingLine): readonly Entry[] =>
  claims.map((claim) => ({
    line: `${report.id}: ${claimLine(claim)}`,
    place: `${report.id} ${claim.kind} ${claim.words.join('-')}`,
  }));

/** Counts repeated lines: two equal claims that became one are one lost. */
function without(these: readonly Entry[], those: readonly Entry[]): readonly Entry[] {
  const spare = new Map<string, number>();
  for (const { line } of those) spare.set(line, (spare.get(line) ?? 0) + 1);
  return these.filter(({ line }) => {
    const count = spare.get(line) ?? 0;
    spare.set(line, count - 1);
    return count <= 0;
  });
}
