import type { Actor } from '../../document/claim.ts';
import { slug } from '../../knowledge/keys.ts';
import { affiliationOf } from './affiliation.ts';
import type { Company } from './company.ts';
import type { Facts } from './facts.ts';

/** "Syrian Kurds": of a people those in one state. */
export function folk(facts: Facts, { scene, actorOf, places }: Company): Actor | null {
  const [people] = facts.known;
  if (people?.sort !== 'people' || facts.mention.form === 'demonym' || facts.head.label === 'amod') return null;
  const affiliation = affiliationOf(facts, scene, actorOf, places);
  if (affiliation === null || affiliation.country === null) return null;
  return {
    ...people.actor,
    id: slug(`${affiliation.country} ${facts.words}`),
    name: facts.words,
    country: affiliation.country,
  };
}

/** "Australians", "an Afghan": people of a state, not the state. */
export function peopleOf(facts: Facts, { plain }: Company): Actor | null {
  const state = plain(facts);
  if (state === null || facts.head.label === 'amod' || facts.head.label === 'compound') return state;
  const first = facts.tree.nodes[facts.from];
  const name =
    first?.upos === 'DET'
      ? facts.words.slice((facts.tree.nodes[facts.from + 1] ?? facts.head).words[0] - facts.mention.words[0])
      : facts.words;
  return {
    id: slug(`${state.id} ${name}`),
    name,
    kind: facts.plural ? 'group' : 'person',
    country: state.country,
    sector: 'CVL',
    as: null,
  };
}

/** A people with the one state that the report names of those where it lives; as it is where the report names none or several. */
export function atHome(people: Actor, { names, home }: Pick<Company, 'names' | 'home'>): Actor {
  const [only, ...others] = names.membersOf(people.id).filter((country) => home.named.includes(country));
  return only === undefined || others.length > 0 ? people : { ...people, country: only };
}
