import { join } from 'node:path';
import type { Term } from '../../term/term.ts';
import { COMMAS, readTable } from '../read-table.ts';
import type { States } from '../states.ts';
import { cleanName } from './clean-name.ts';
import { plainTitle } from './plain-title.ts';
import { REALMS } from './realms.ts';

const COLUMNS = [
  'Country',
  'HoG Title',
  'Head of Government',
  'HoG Since',
  'HoS Title',
  'Head of State',
  'HoS Since',
] as const;

/** The heads of some thirty states in August 2026. One who is head of state and of government is told as the former. */
export const augustTerms = (folder: string, states: States): readonly Term[] =>
  readTable(join(folder, 'all-leaders.csv'), COLUMNS, COMMAS).flatMap((row) => {
    const country = states.codeOf(row.Country);
    // The listing has Saudi Arabia's crown prince for its king.
    if (country === null || country === 'SAU') return [];
    const government = /^(President|Sultan)/.test(row['HoG Title'])
      ? []
      : termsOf(country, 'head-of-government', row['HoG Title'], row['Head of Government'], row['HoG Since']);
    const state = REALMS.has(country)
      ? []
      : termsOf(country, 'head-of-state', row['HoS Title'], row['Head of State'], row['HoS Since']);
    return [...government, ...state];
  });

function termsOf(
  country: string,
  office: 'head-of-state' | 'head-of-government',
  title: string,
  who: string,
  since: string,
): readonly Term[] {
  const name = cleanName(who);
  if (name === null) return [];
  return [
    {
      country,
      office,
      title: plainTitle(title, office),
      ...name,
      from: since || null,
      until: null,
      wikidata: null,
      source: 'leaders of August 2026',
      as_of: '2026-08',
    },
  ];
}
