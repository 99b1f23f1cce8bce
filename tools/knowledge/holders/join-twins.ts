import type { Term } from '../../term/term.ts';
import { samePerson } from './same-person.ts';

/** Two open terms of one person in one office are one term that two lists date differently: the earlier beginning stands. */
export function joinTwins(terms: readonly Term[]): readonly Term[] {
  const kept: (Term | null)[] = [...terms];
  for (const at of terms.keys()) {
    const term = kept[at];
    if (term == null || term.until !== null) continue;
    const twin = kept.findIndex((one, place) => place !== at && one !== null && isEarlier(one, term));
    const earlier = kept[twin];
    if (earlier == null) continue;
    kept[twin] = joined(earlier, term);
    kept[at] = null;
  }
  return kept.filter((term) => term !== null);
}

const isEarlier = (one: Term, term: Term): boolean =>
  one.country === term.country &&
  one.office === term.office &&
  one.until === null &&
  (one.from ?? '') <= (term.from ?? '') &&
  samePerson(one, term);

function joined(earlier: Term, later: Term): Term {
  const { as_of, source } = later.as_of > earlier.as_of ? later : earlier;
  return {
    ...earlier,
    from: earlier.from ?? later.from,
    also: [...new Set([...earlier.also, ...later.also, ...(later.name === earlier.name ? [] : [later.name])])],
    wikidata: earlier.wikidata ?? later.wikidata,
    as_of,
    source,
  };
}
