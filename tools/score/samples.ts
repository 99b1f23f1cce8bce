import { claimsOf } from '../../src/claims.ts';
import { open } from '../../src/open.ts';
import { sampleReports } from '../claims/reports.ts';
import { expectedLine, isRead, readExpected } from '../samples/expected.ts';
import type { Score } from './kind.ts';

/** How many of the samples' expected claims are read, by kind, as percentages. The paths are not looked at. */
export async function scoreSamples(): Promise<Score> {
  const { read, language } = open();
  const expected = readExpected();
  const results = (await sampleReports(language)).flatMap((report) => {
    const claims = claimsOf(read(report));
    return (expected.get(report.id) ?? []).map((wanted) => ({
      kind: Object.keys(wanted)[0] ?? '',
      right: isRead(wanted, claims, report.text),
      line: `${report.id}: ${expectedLine(wanted)}`,
    }));
  });
  const share = (kind: string) => {
    const mine = results.filter((result) => result.kind === kind);
    const right = mine.filter((result) => result.right).length;
    return { right, expected: mine.length, r: Number(((100 * right) / (mine.length || 1)).toFixed(1)) };
  };
  return {
    json: { event: share('event'), statement: share('statement'), relation: share('relation') },
    table: [],
    misses: results.filter(({ right }) => !right).map(({ line }) => line),
  };
}
