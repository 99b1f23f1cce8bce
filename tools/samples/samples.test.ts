import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/claims.ts';
import { open } from '../../src/open.ts';
import { checkReading } from '../../src/testing/check.ts';
import { claimLine } from '../claims/line.ts';
import { sampleReports } from '../claims/reports.ts';
import { expectedLine, isRead, readExpected } from './expected.ts';

const { read, language } = open();
const reports = await sampleReports(language);
const claims = new Map(reports.map((report) => [report.id, claimsOf(read(report))]));

/** Equal to what the file holds; with `UPDATE=1` the file is rewritten. */
function matchesFile(file: string, lines: readonly string[]): void {
  const text = lines.map((line) => `${line}\n`).join('');
  if (process.env['UPDATE'] !== undefined) writeFileSync(file, text);
  else expect(text, `${file} is no longer what is read: UPDATE=1 rewrites it`).toBe(readFileSync(file, 'utf8'));
}

describe('samples', () => {
  it.each(reports.map((report) => [report.id, report] as const))('%s keeps every law', (_, report) => {
    checkReading(read, report);
  });

  it('are read the same whatever was read before: the other way round, and each by a reader of its own', () => {
    const all = (report: (typeof reports)[number], by: typeof read): unknown => claimsOf(by(report));
    for (const report of [...reports].reverse()) expect(all(report, read), report.id).toEqual(claims.get(report.id));
    for (const report of reports) expect(all(report, open().read), report.id).toEqual(claims.get(report.id));
  });

  it('claim what they claimed before', () => {
    const lines = [...claims].flatMap(([id, all]) => all.map((claim) => `${id}: ${claimLine(claim)}`));
    matchesFile('tools/samples/claims.txt', lines.sort());
  });

  it('have their expected claims, but those listed as missed', () => {
    const missed = [...readExpected()].flatMap(([id, all]) => {
      const report = reports.find((one) => one.id === id);
      if (report === undefined) throw new Error(`tools/samples/expected/${id}.yaml is of no sample`);
      return all
        .filter((wanted) => !isRead(wanted, claims.get(id) ?? [], report.text))
        .map((wanted) => `${id}: ${expectedLine(wanted)}`);
    });
    matchesFile('tools/samples/missed.txt', missed);
  });

  it('are written for the calendar: a weekday beside a date is that date’s', () => {
    for (const { text } of reports)
      for (const { groups } of text.matchAll(/(?<weekday>[A-Z][a-z]+day), (?<date>\d{1,2} [A-Z][a-z]+ \d{4})/g))
        expect(new Date(`${groups?.['date']} UTC`).toUTCString().slice(0, 3)).toBe(groups?.['weekday']?.slice(0, 3));
  });
});
