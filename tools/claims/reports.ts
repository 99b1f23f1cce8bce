import { readdirSync } from 'node:fs';
import { intake } from '../../src/apps/cli/intake.ts';
import type { Report } from '../../src/document/report.ts';
import type { Language } from '../../src/languages/language.ts';

/** The reports in files, as the command line takes them in. Throws where one is refused. */
export async function reportsIn(paths: readonly string[], language: Language): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for await (const taken of intake(paths, { from: null, encoding: null, language })) {
    if (taken.kind === 'refused') throw new Error(`${taken.refused.source}: ${taken.refused.reason}`);
    if (taken.kind === 'report') reports.push(taken.report);
  }
  return reports;
}

/** The samples' files from the repository's root, in the order of their names. The stories, a fifth of which nobody looks into, are left out. */
export const sampleFiles = (): readonly string[] =>
  readdirSync('samples', { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `samples/${name}`)
    .sort();

export const sampleReports = (language: Language): Promise<readonly Report[]> => reportsIn(sampleFiles(), language);
