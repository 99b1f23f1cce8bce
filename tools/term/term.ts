import { holders } from '../../src/knowledge/holders.ts';
import type { Source } from '../../src/knowledge/knowledge.ts';
import { parseTable } from '../../src/knowledge/parsed.ts';
import { overlap } from '../tidy/finding.ts';
import { SHARED, SINGLE } from '../tidy/offices.ts';

export type Term = Source['offices/holders'][number];

export const COLUMNS = [
  'country',
  'office',
  'title',
  'name',
  'also',
  'from',
  'until',
  'wikidata',
  'source',
  'as_of',
] as const;

/**
 * Checks a term that is to be added to those that stand. Throws, with what to do, where the office has another holder in that time, the term is there already,
 * or its days are in the wrong order.
 */
export function checkTerm(standing: readonly Term[], term: Term): void {
  const { from, until } = term;
  if (from === null) throw new Error('a term needs the day it begins: --from 2026-05-12');
  if (until !== null && until.slice(0, from.length) < from.slice(0, until.length))
    throw new Error(`it ends (${until}) before it begins (${from})`);
  const same = standing.filter((one) => one.country === term.country && one.office === term.office);
  const twice = same.find((one) => one.name === term.name && one.from === from);
  if (twice !== undefined) throw new Error(`${shown(twice)} is there already`);
  const single = SINGLE.includes(term.office) && !SHARED.includes(term.country);
  const other = single ? same.find((one) => one.name !== term.name && overlap(one, term)) : undefined;
  if (other !== undefined)
    throw new Error(
      `${shown(other)} overlaps it: end that term first (npm run -s term -- end ${term.country} ${term.office} "${other.name}" --on ${from} --source …)`,
    );
}

/** Lays a term over a table: in place of the same person's of the same day, else beside the others. */
export function layRow(table: string, term: Term): string {
  const kept = rowsOf(table).filter((row) => {
    const [country, office, , name, , from] = row.split('\t');
    return !(country === term.country && office === term.office && name === term.name && from === (term.from ?? ''));
  });
  return withRows(table, [...kept, rowOf(term)]);
}

/** What is told of a term that ends. */
export interface Ending {
  readonly country: string;
  readonly office: string;
  readonly name: string;
  readonly on: string;
  readonly source: string;
}

/** The open term of somebody among those that stand, ended. Throws where there is none, or where it begins later. */
export function endedTerm(standing: readonly Term[], { country, office, name, on, source }: Ending): Term {
  const open = standing.filter(
    (one) => one.country === country && one.office === office && one.name === name && one.until === null,
  );
  const term = open.find(({ from }) => from === null || from <= on);
  if (term === undefined)
    throw new Error(
      `${name} has no open term as ${office} of ${country} that began by ${on}: see ${office} in knowledge/offices/holders.tsv`,
    );
  return { ...term, until: on, source: `${term.source}; ${source}`, as_of: on };
}

/** The terms of a table, checked against the schema of knowledge/offices/holders.tsv. */
export const termsIn = (table: string): readonly Term[] => holders.parse(parseTable(table).value);

const isRow = (line: string): boolean => line !== '' && !line.startsWith('#') && !line.startsWith('country\t');
const rowsOf = (table: string): readonly string[] => table.split('\n').filter(isRow);
/** A term as a row of the table. */
export const rowOf = (term: Term): string =>
  COLUMNS.map((column) => (column === 'also' ? term.also.join('|') : (term[column] ?? ''))).join('\t');

/** Comments and head as they are, rows sorted by country, office, beginning and name, as the build script has them. */
function withRows(table: string, rows: readonly string[]): string {
  const key = (row: string): string => {
    const [country = '', office = '', , name = '', , from = ''] = row.split('\t');
    return [country, office, from, name].join('\t');
  };
  const head = table.split('\n').filter((line) => line !== '' && !isRow(line));
  return [...head, ...[...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1)), ''].join('\n');
}

const shown = ({ name, office, country, from, until }: Term): string =>
  `the term of ${name} as ${office} of ${country} (${from ?? 'unknown'} to ${until ?? 'open'})`;
