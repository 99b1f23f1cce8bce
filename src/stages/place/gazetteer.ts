import type { Knowledge } from '../../knowledge/knowledge.ts';
import { bare } from '../../knowledge/keys.ts';
import { namesOf, type Names } from '../../knowledge/names.ts';
import type { PlaceRow, Tables } from '../../knowledge/tables/tables.ts';

/** A place that a name may mean. */
export interface Known {
  readonly name: string;
  readonly country: string;
  readonly coordinates: readonly [latitude: number, longitude: number] | null;
  readonly population: number;
}

export interface Gazetteer {
  /** The longest name of a state or city that begins at a token, with all that it may mean, the largest first. */
  readonly longest: (
    tokens: readonly { readonly form: string }[],
    at: number,
  ) => { length: number; places: readonly Known[] } | null;
  /** States that a report's words name, by how often, adjectives and capitals included. */
  readonly statesIn: (sentences: readonly (readonly { readonly form: string }[])[]) => ReadonlyMap<string, number>;
  /** Does a known body, outlet or pact begin here? */
  readonly isBody: (tokens: readonly { readonly form: string }[], at: number) => boolean;
}

/** Opens the tables of places; states stand for themselves, capitals for the city. */
export function gazetteerOf(know: Knowledge): Gazetteer {
  const names = namesOf(know);
  return {
    longest: (tokens, at) => longest(tokens, at, know.tables),
    statesIn: (sentences) => statesIn(sentences, names),
    // A seat may stand for a body and is a place all the same.
    isBody: (tokens, at) =>
      names.longest(tokens, at)?.known.some(({ actor, form }) => actor.kind !== 'state' && form !== 'metonym') ?? false,
  };
}

const knownOf = ([name, country, coordinates, population]: PlaceRow): Known => ({
  name,
  country,
  coordinates,
  population: population ?? Number.POSITIVE_INFINITY,
});

function longest(
  tokens: readonly { readonly form: string }[],
  at: number,
  tables: Tables,
): { length: number; places: readonly Known[] } | null {
  const limit = tables['place from'](bare(tokens[at]?.form ?? ''));
  if (limit === null) return null;
  const words: string[] = [];
  let found: { length: number; places: readonly PlaceRow[] } | null = null;
  for (let next = at; next < tokens.length && words.length < limit; next += 1) {
    const word = bare(tokens[next]?.form ?? '');
    if (word === '' && !/^[-–'’.]$/.test(tokens[next]?.form ?? '')) break;
    if (word === '') continue;
    words.push(word);
    const places = tables.place(words.join(' '));
    if (places !== null) found = { length: next - at + 1, places };
  }
  return found === null ? null : { length: found.length, places: found.places.map(knownOf) };
}

function statesIn(
  sentences: readonly (readonly { readonly form: string }[])[],
  names: Names,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const tokens of sentences)
    for (let at = 0; at < tokens.length;) {
      const hit = names.longest(tokens, at);
      for (const { actor } of hit?.known ?? [])
        if (actor.kind === 'state' && actor.country !== null)
          counts.set(actor.country, (counts.get(actor.country) ?? 0) + 1);
      at += hit?.length ?? 1;
    }
  return counts;
}
