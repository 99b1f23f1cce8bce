import { join } from 'node:path';
import type { Term } from '../../term/term.ts';
import { officeOf } from '../offices/office-of.ts';
import { readTable, type Row } from '../read-table.ts';
import type { States } from '../states.ts';
import { cleanName } from './clean-name.ts';
import { REALMS } from './realms.ts';

const COLUMNS = ['file', 'as_of', 'position', 'person', 'wikidata', 'start', 'end', 'sex'] as const;

/** Terms of office by Wikidata's listings, one a country, as of March 2022 to March 2023 (CC0). */
export const wikidataTerms = (folder: string, states: States): readonly Term[] =>
  readTable(join(folder, 'holders21.tsv'), COLUMNS).flatMap((row) => termOf(row, states) ?? []);

function termOf(row: Row<(typeof COLUMNS)[number]>, states: States): Term | null {
  const { start, end } = row;
  const country = codeOf(row.file, states);
  const found = country === null ? null : officeOf(positionOf(row, country), country);
  const name = cleanName(row.person);
  if (country === null || found === null || name === null || isNoMinister(country, name.name)) return null;
  if (found.office === 'head-of-state' && found.title.includes('King') && REALMS.has(country)) return null;
  if (end !== '' && end < '1990') return null;
  const length = Math.min(end.length, start.length);
  if (end.slice(0, length) < start.slice(0, length)) return null;
  return {
    country,
    office: found.office,
    title: found.title.replace(/\{(.*)\|(.*)\}/, row.sex === 'female' ? '$2' : '$1'),
    ...name,
    from: start || null,
    until: end || null,
    wikidata: row.wikidata || null,
    source: 'Wikidata',
    as_of: row.as_of || '2022-03',
  };
}

/** Is one whom Wikidata gives for a minister of a state none: a minister of a part of it, or of a rival government? */
export const isNoMinister = (country: string, name: string): boolean => NO_MINISTERS.has(`${country} ${name}`);

const NO_MINISTERS: ReadonlySet<string> = new Set([
  'AUS Jack Snelling',
  'AUS Martin Hamilton-Smith',
  'CAN Rick Casson',
  'MMR Zin Mar Aung',
  'ZAF Ivy Matsepe-Casaburri',
]);

/** India's foreign secretaries, who are civil servants, are listed as ministers; one of them became minister on 30 May 2019. */
function positionOf({ position, person, start }: Row<'position' | 'person' | 'start'>, country: string): string {
  const secretary = country === 'IND' && INDIAN_SECRETARIES.has(person) && /foreign affairs/i.test(position);
  return secretary && start !== '2019-05-30' ? 'Foreign Secretary' : position;
}

const INDIAN_SECRETARIES: ReadonlySet<string> = new Set([
  'Lalit Mansingh',
  'Chokila Iyer',
  'Kanwal Sibal',
  'Shashank',
  'Shyam Saran',
  'Shivshankar Menon',
  'Nirupama Rao',
  'Ranjan Mathai',
  'Sujatha Singh',
  'Subrahmanyam Jaishankar',
  'Vijay Keshav Gokhale',
  'Harsh Vardhan Shringla',
  'Vinay Mohan Kwarta',
  'Vinay Mohan Kwatra',
]);

/** The country of a listing, which its file's name alone tells: "france-ministers", "uk-cabinet". */
function codeOf(file: string, states: States): string | null {
  const plain = file.replace(/-(ministers|cabinet)$/, '');
  return OTHER_NAMES.get(file) ?? OTHER_NAMES.get(plain) ?? states.codeOf(plain);
}

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['congo-brazzaville', 'COG'],
  ['congo-kinshasa', 'COD'],
  ['bvi', 'VGB'],
  ['caymans', 'CYM'],
  ['hong-kong', 'HKG'],
  ['uae', 'ARE'],
  ['us', 'USA'],
  ['saudi', 'SAU'],
  ['swiss', 'CHE'],
  ['solomons', 'SLB'],
  ['faroes', 'FRO'],
  ['bosnia-herzegovina', 'BIH'],
  ['antigua-barbuda', 'ATG'],
  ['czech', 'CZE'],
  ['timor-leste', 'TLS'],
  ['cabo-verde', 'CPV'],
  ['aland', 'ALA'],
  ['swiss-federal-council', 'CHE'],
  ['turks-and-caicos', 'TCA'],
]);
