import { join } from 'node:path';
import type { Term } from '../../term/term.ts';
import { officeOf } from '../offices/office-of.ts';
import { COMMAS, readTable } from '../read-table.ts';
import type { States } from '../states.ts';
import { cleanName } from './clean-name.ts';
import { isNoMinister } from './wikidata.ts';

/** The foreign ministers of January 2023 by Wikidata (CC0); that of the United States stands in known-holders.tsv. */
export const ministerTerms = (folder: string, states: States): readonly Term[] =>
  readTable(join(folder, 'foreign-ministers-2023-01.csv'), ['countryLabel', 'person', 'name', 'start'], COMMAS).flatMap(
    (row): readonly Term[] => {
      const country = states.codeOf(row.countryLabel);
      const found = country === null ? null : officeOf('Minister of Foreign Affairs', country);
      const name = cleanName(row.name);
      if (country === null || found === null || name === null) return [];
      if (country === 'USA' || isNoMinister(country, name.name)) return [];
      return [
        {
          country,
          office: 'foreign-minister',
          title: country === 'GBR' ? 'Foreign Secretary' : found.title,
          ...name,
          from: row.start || null,
          until: null,
          wikidata: row.person || null,
          source: 'Wikidata',
          as_of: '2023-01',
        },
      ];
    },
  );
