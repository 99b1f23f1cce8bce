import { readFileSync } from 'node:fs';
import { claimsOf } from '../../src/claims.ts';
import type { Claim } from '../../src/document/claim.ts';
import type { Reading } from '../../src/document/reading.ts';
import type { Report } from '../../src/document/report.ts';
import { makeReport } from '../../src/inputs/report.ts';
import type { Language } from '../../src/languages/language.ts';
import { open } from '../../src/open.ts';
import type { GoldReport } from './gold-file.ts';

/** What is scored against a gold report; the layers only where the reading was made here. */
export interface Read {
  readonly claims: readonly Claim[];
  readonly reading: Reading | null;
}

/** Readings by report: out of JSON-lines files where some are given, else made now. */
export function readingsOf(gold: readonly GoldReport[], files: readonly string[]): ReadonlyMap<string, Read> {
  if (files.length > 0) return new Map(files.flatMap(readingsIn));
  const { read, language } = open();
  return new Map(
    gold.map((report) => {
      const reading: Reading = read(reportOf(report, language));
      return [report.doc, { claims: claimsOf(reading), reading }];
    }),
  );
}

interface ReadingLine {
  readonly report: { readonly id: string };
  readonly claims: readonly Claim[];
}

const readingsIn = (file: string): readonly (readonly [string, Read])[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReadingLine)
    .map(({ report, claims }) => [report.id, { claims, reading: null }] as const);

/** The report as it would come in: its text whole, its circumstances as the annotators knew them. */
function reportOf({ doc, text, published, publisher, title }: GoldReport, language: Language): Report {
  const given = {
    id: doc,
    published: published ?? null,
    publisher: publisher ?? null,
    title: title ?? null,
    url: null,
    language: null,
  };
  return makeReport(text, given, language).report;
}
