import type { Term } from '../../term/term.ts';
import { fold } from '../fold.ts';
import { grouped } from '../../../src/grouped.ts';

/** One name for one person: that of Wikidata's row where there is one; "Ada J. Reed" is "Ada Reed" too. */
export function settleNames(terms: readonly Term[]): readonly Term[] {
  const settled = [...terms];
  const byCountry = grouped(
    [...terms.keys()].map((at) => ({ at, country: terms[at]?.country ?? '' })),
    ({ country }) => country,
  );
  for (const places of byCountry.values())
    for (const { at } of places) {
      const term = settled[at];
      if (term === undefined || term.wikidata !== null) continue;
      const mine = written(term).filter((name) => name.includes(' '));
      const same = places
        .map((other) => settled[other.at])
        .find((one) => one != null && one.wikidata !== null && written(one).some((name) => mine.includes(name)));
      if (same !== undefined) settled[at] = renamed(term, same);
    }
  // Last: father and son may differ by an initial alone.
  return settled.map(withoutInitials);
}

const written = ({ name, also }: Term): readonly string[] => [name, ...also].map((one) => fold(one).toLowerCase());

const renamed = (term: Term, { name, wikidata }: Term): Term => ({
  ...term,
  wikidata,
  name,
  also: term.name === name ? term.also : [...term.also, term.name],
});

function withoutInitials(term: Term): Term {
  const plain = term.name.replace(/(?<=\S) [A-Z]\.(?= )/g, '');
  return plain === term.name || term.also.includes(plain) ? term : { ...term, also: [...term.also, plain] };
}
