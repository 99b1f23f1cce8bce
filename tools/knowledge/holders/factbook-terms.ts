import type { Term } from '../../term/term.ts';
import { governmentsIn, type Government } from '../factbook.ts';
import type { States } from '../states.ts';
import { cleanName } from './clean-name.ts';
import { isoDate } from './dates.ts';
import { headIn, type Head } from './factbook-head.ts';
import { plainTitle } from './plain-title.ts';
import { REALMS } from './realms.ts';

/** The heads of states by the World Factbook of February 2026 (public domain); territories have none. */
export const factbookTerms = (folder: string, states: States): readonly Term[] =>
  governmentsIn(folder, states).flatMap(({ country, under }) =>
    country === null || OTHERWISE.has(country) || states.get(country)?.kind === 'territory'
      ? []
      : [termOf(country, 'head-of-state', under), termOf(country, 'head-of-government', under)].filter(
          (term) => term !== null,
        ),
  );

/**
 * Countries whose heads the Factbook tells otherwise than by one title and one name, or under another office than news does; the
 * Dominican Republic's president stands in known-holders.tsv.
 */
const OTHERWISE: ReadonlySet<string> = new Set(['PRK', 'SMR', 'AND', 'KGZ', 'IRN', 'AFG', 'DOM']);

function termOf(country: string, office: Head['office'], under: Government['under']): Term | null {
  const head = headIn(
    under('Executive branch', office === 'head-of-state' ? 'chief of state' : 'head of government'),
    office,
  );
  const name = head === null ? null : cleanName(head.name);
  if (head === null || name === null || !isMeant(head, country)) return null;
  const { family } = head;
  const told = family === null || name.also.includes(family) || name.name.endsWith(family);
  return {
    country,
    office,
    title: plainTitle(head.title, office),
    name: name.name,
    also: told ? name.also : [...name.also, family],
    // Its day for Romania's prime minister is wrong by twenty years.
    from: country === 'ROU' ? null : isoDate(head.since),
    until: null,
    wikidata: null,
    source: 'World Factbook',
    as_of: '2026-02',
  };
}

/** A president who leads the government too is told once, as head of state; Spain's and Monaco's titles mean what they say. */
function isMeant({ title, office }: Head, country: string): boolean {
  if (office === 'head-of-state') return !REALMS.has(country);
  if (/vice president|minister of state$/i.test(title) && country !== 'MCO') return false;
  return !/^(interim )?president/i.test(title) || country === 'ESP';
}
