import type { Term } from '../../term/term.ts';
import { beside, partsOf, readTable } from '../read-table.ts';
import { cleanName } from './clean-name.ts';
import { GENERAL } from './gathering.ts';

const COLUMNS = ['country', 'office', 'title', 'name', 'also', 'from', 'until', 'as_of'] as const;

/** The terms of known-holders.tsv: what the lists lack or have wrong. Throws where a name is none. */
export const knownTerms = (): readonly Term[] =>
  readTable(beside('known-holders.tsv'), COLUMNS).map((row) => {
    const name = cleanName(row.name);
    if (name === null) throw new Error(`known-holders.tsv: "${row.name}" is no name`);
    return {
      ...row,
      name: name.name,
      also: [...partsOf(row.also), ...name.also],
      from: row.from || null,
      until: row.until || null,
      wikidata: null,
      source: GENERAL,
    };
  });
