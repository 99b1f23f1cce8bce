import { join } from 'node:path';
import type { Term } from '../../term/term.ts';
import { beside, COMMAS, partsOf, readTable, type Row } from '../read-table.ts';
import type { States } from '../states.ts';
import { cleanName, type CleanName } from './clean-name.ts';
import { days, differ, twoDigits } from './dates.ts';
import { conflict, gather, type Gathering } from './gathering.ts';
import { sharesWord } from './same-person.ts';

const COLUMNS = ['stateabb', 'leader', 'sdate', 'smonth', 'syear', 'emonth', 'eyear'] as const;
type ReignRow = Row<(typeof COLUMNS)[number]>;

export interface ReignLists {
  readonly folder: string;
  readonly states: States;
  /** Are leaders told by the full names and offices of reign-names.tsv? */
  readonly named: boolean;
}

/**
 * Adds the leaders of REIGN, 1990 to 2021 (Bell 2016, MIT): it has them by family name, and their offices not at all, so that it
 * is used where the other lists have nobody. Terms that begin in 2015 or later are left to them.
 */
export function gatherReign(gathering: Gathering, { folder, states, named }: ReignLists): void {
  const codeOf = reignCodes(states);
  const fullName = named ? fullNames() : () => null;
  for (const row of readTable(join(folder, 'leaderlist_3_21.csv'), COLUMNS, { ...COMMAS, encoding: 'latin1' })) {
    const country = codeOf(row);
    if (country === null || Number(row.eyear) < 1990 || Number(row.syear) >= 2015) continue;
    const name = cleanName(row.leader.replaceAll('_', ' '));
    if (name === null || OCCUPIERS.has(`${country} ${row.leader}`)) continue;
    const leader: Leader = {
      country,
      name,
      full: fullName(country, name.name),
      from: `${row.syear}-${twoDigits(row.smonth)}-${twoDigits(row.sdate)}`,
      until: Number(row.eyear) >= 2021 ? null : `${row.eyear}-${twoDigits(row.emonth)}`,
    };
    const told = gathering.terms.filter((term) => term.country === country && LEADING.test(term.office));
    gathering.conflicts.push(...conflictsOf(leader, told));
    if (!told.some((term) => isTold(leader, term))) gather(gathering, termOf(leader));
  }
}

interface Leader {
  readonly country: string;
  readonly name: CleanName;
  readonly full: FullName | null;
  readonly from: string;
  readonly until: string | null;
}

type FullName = CleanName & Pick<Term, 'office' | 'title'>;

const LEADING = /^(head-of|party|supreme)/;

/** Whom REIGN counts as leaders of a country that they occupied. */
const OCCUPIERS: ReadonlySet<string> = new Set([
  'IRQ Tommy Ray Franks',
  'IRQ Jay Garner',
  'IRQ Paul Bremer',
  'KWT Saddam Hussein',
]);

/** Does a term tell of the leader already, by name or as whoever began within two months? */
function isTold({ name, full, from, until }: Leader, term: Term): boolean {
  if (full !== null && term.office !== full.office) return false;
  if (term.from !== null && Math.abs(days(term.from) - days(from)) < 60) return true;
  if (full === null) return sharesWord(term.name, name.name);
  const meets = (term.from ?? '') <= (until ?? '') && (term.until === null || term.until >= from);
  return meets && sharesWord(term.name, full.name);
}

/** Where one term is surely the leader's, its beginning may differ. */
function conflictsOf({ name, from }: Leader, told: readonly Term[]): readonly string[] {
  const [term, ...more] = told.filter((one) => sharesWord(one.name, name.name));
  if (term === undefined || more.length > 0 || term.from === null) return [];
  if (Math.abs(days(term.from) - days(from)) >= 800 || !differ(term.from, from)) return [];
  return [conflict(term, `${term.source} has it begin on ${term.from}, REIGN on ${from}`)];
}

const termOf = ({ country, name, full, from, until }: Leader): Term => ({
  country,
  office: full?.office ?? 'leader',
  title: full?.title ?? 'leader',
  ...(full === null ? name : { name: full.name, also: full.also }),
  from,
  until,
  wikidata: null,
  source: full === null ? 'REIGN' : 'REIGN; general knowledge',
  as_of: '2021-08',
});

/** Names in full, from general knowledge, by country and the name in REIGN. Throws where one is no name. */
function fullNames(): (country: string, leader: string) => FullName | null {
  const rows = readTable(beside('reign-names.tsv'), ['country', 'leader', 'office', 'title', 'name', 'also']);
  return (country, leader) => {
    const row = rows.find((one) => one.country === country && one.leader === leader);
    if (row === undefined) return null;
    const name = cleanName(row.name);
    if (name === null) throw new Error(`reign-names.tsv: "${row.name}" is no name`);
    return { office: row.office, title: row.title, name: name.name, also: [...partsOf(row.also), ...name.also] };
  };
}

/** REIGN's codes of countries, some of which it keeps for the states that came after. */
function reignCodes(states: States): (row: ReignRow) => string | null {
  const codes = new Map(
    readTable(beside('reign-countries.tsv'), ['reign', 'country']).map(({ reign, country }) => [reign, country]),
  );
  return ({ stateabb, syear }) =>
    formerState(stateabb, Number(syear)) ?? codes.get(stateabb) ?? states.get(stateabb)?.id ?? null;
}

function formerState(code: string, year: number): string | null {
  if (code === 'YUG') return year >= 2006 ? 'SRB' : year >= 2003 ? 'SCG' : 'YUG';
  return code === 'CZE' && year < 1993 ? 'CSK' : null;
}
