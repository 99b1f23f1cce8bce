import { rowOf, COLUMNS, type Term } from '../../term/term.ts';
import { readStates } from '../states.ts';
import { tableText, type Made } from '../table.ts';
import { lay, addedTerms } from './added.ts';
import { augustTerms } from './august.ts';
import { endTerms } from './end-terms.ts';
import { factbookTerms } from './factbook-terms.ts';
import { ministerTerms } from './foreign-ministers.ts';
import { gather, type Gathering } from './gathering.ts';
import { joinTwins } from './join-twins.ts';
import { knownTerms } from './known.ts';
import { gatherReign } from './reign.ts';
import { settleNames } from './settle-names.ts';
import { wikidataTerms } from './wikidata.ts';

/** Lists of facts: Wikidata's to 2023, REIGN's to 2021, and what is known of later years and by general knowledge. */
export type Facts = 'wikidata' | 'reign' | 'later';

/**
 * Makes offices/holders.tsv. Later and better-known lists extend or correct earlier ones; each row names the source of its latest
 * fact. Notes are the conflicts of sources, as they were settled.
 * @param folder holds holders21.tsv and foreign-ministers-2023-01.csv (Wikidata), leaderlist_3_21.csv (REIGN),
 * factbook_government_sections.json (World Factbook, February 2026), all-leaders.csv (August 2026)
 */
export function makeHolders(folder: string, facts: readonly Facts[] = ['wikidata', 'reign', 'later']): Made {
  const states = readStates();
  const gathering: Gathering = { terms: [], conflicts: [] };
  const add = (terms: readonly Term[]): void => {
    for (const term of terms) gather(gathering, term);
  };
  const later = facts.includes('later');
  if (facts.includes('wikidata')) {
    add(wikidataTerms(folder, states));
    add(ministerTerms(folder, states));
  }
  if (later) {
    add(factbookTerms(folder, states));
    add(augustTerms(folder, states));
    add(knownTerms());
  }
  if (facts.includes('reign')) gatherReign(gathering, { folder, states, named: later });
  const { terms, conflicts } = endTerms(joinTwins(gathering.terms));
  const settled = settleNames(terms);
  const rows = (later ? lay(settled, addedTerms()) : settled)
    .map((term) => ({ ...term, also: [...new Set(term.also)].filter((name) => name !== term.name) }))
    .filter(isKept)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .map(rowOf);
  const settlements = [...gathering.conflicts, ...conflicts].sort();
  return {
    tables: [
      {
        path: 'offices/holders.tsv',
        text: tableText(
          COMMENTS,
          COLUMNS,
          [...new Set(rows)].map((row) => [row]),
        ),
      },
    ],
    notes: [...settlements, `${rows.length} terms of office, ${settlements.length} conflicts of sources`],
  };
}

const COMMENTS = [
  'Who held which office when. An empty `until` says that no end was known on `as_of`. Made by `npm run -s gather -- holders`;',
  'edit tools/knowledge/known-holders.tsv to add to it. Wikidata is CC0, REIGN MIT, the World Factbook public domain.',
];

/** The table goes back to 2009; for the offices that news names most to 2000, and for heads, who are what REIGN adds, all the way. */
function isKept({ office, from, until, source }: Term): boolean {
  if (from === null && until === null && source === 'Wikidata' && !/^(head|foreign|defence)/.test(office)) return false;
  if (until === null || HEADS.test(office) || source.includes('general')) return true;
  return until >= (MUCH_NAMED.test(office) ? '2000' : '2009');
}

const HEADS = /^(head-of|leader|party|supreme|vice|foreign)/;
const MUCH_NAMED = /^(head-of|foreign|defence|interior|finance|trade|deputy|vice)/;

const placeOf = ({ country, office, from, name }: Term): string => [country, office, from ?? '', name].join('\t');
