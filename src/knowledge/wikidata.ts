import type { Actor } from '../document/claim.ts';
import { slug } from './keys.ts';
import type { Tables } from './tables/tables.ts';

/**
 * The item of Wikidata that an actor is ("Q30"), where the knowledge is certain of it: of states, bodies and outlets by id, of people
 * by a name that one office-holder of their country alone bears. Null for all others.
 */
export function wikidataOf({ id, kind, country }: Actor, { wikidata, surname, term }: Tables): string | null {
  if (kind !== 'person') return wikidata(id);
  const terms = (surname(id.slice(id.lastIndexOf('-') + 1)) ?? []).flatMap((at) => term(String(at)) ?? []);
  const found = new Set(
    terms
      .filter(({ name, also }) => [name, ...also].some((written) => slug(written) === id))
      .filter((one) => country === null || one.country === country)
      .flatMap((one) => one.wikidata ?? []),
  );
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}
