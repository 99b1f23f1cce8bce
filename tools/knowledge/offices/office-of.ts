import { HEADS } from './heads.ts';
import { MINISTERS } from './ministers.ts';
import { NATIONAL, TITLES } from './national.ts';
import type { Office } from './office.ts';
import { POSTS } from './posts.ts';

/** The office that a position's label means in a country, titled as English news titles it there; null where none is known. */
export function officeOf(position: string, country: string): Pick<Office, 'office' | 'title'> | null {
  const label = position
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ \((acting|interim)\)$/i, '');
  const own = NATIONAL.get(country)?.find((one) => one.label.test(label));
  if (own !== undefined) return own;
  const found = OFFICES.find((one) => fits(one, label, country));
  return found === undefined ? null : { ...found, title: TITLES.get(`${country} ${found.office}`) ?? found.title };
}

/** The first that fits decides. */
const OFFICES = [...HEADS, ...MINISTERS, ...POSTS];

function fits({ office, label: pattern, but }: Office, label: string, country: string): boolean {
  if (!pattern.test(label) || but?.test(label) === true) return false;
  if (!office.endsWith('-minister')) return true;
  // Secretaries of the United States stand in the country's own list: others are below a minister's rank.
  return !JUNIOR.test(label) && !(country === 'USA' && /secretary/i.test(label));
}

/** "Deputy Minister of Defence", "Minister of State for Trade". */
const JUNIOR =
  /\b(deputy|delegate|associate|assistant|junior|under-?secretary|parliamentary|vice|permanent|former|shadow|minister of state|state minister|minister-delegate|second minister|minister in the|state secretary|for the budget)\b/i;
