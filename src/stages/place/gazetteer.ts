import type { Knowledge } from '../../knowledge/knowledge.ts';
import { bare, indexNames, type Names } from '../../knowledge/names.ts';
import { citiesOf } from '../../knowledge/rows.ts';

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

/** Indexes states and cities by name; states stand for themselves, capitals for the city. */
export function gazetteerOf(know: Knowledge): Gazetteer {
  const byName = new Map<string, Known[]>();
  const reach = new Map<string, number>();
  const add = (name: string, place: Known): void => {
    const words = isOneWord(name)
      ? [name]
      : name
          .split(/[\s-]+/)
          .map(bare)
          .filter((word) => word !== '');
    const key = words.join(' ');
    const all = byName.get(key);
    if (all === undefined) byName.set(key, [place]);
    else all.push(place);
    const [first = ''] = words;
    if ((reach.get(first) ?? 0) < words.length) reach.set(first, words.length);
  };
  for (const { id, name, also } of know['actors/states'])
    for (const one of [name, ...also])
      add(one, { name, country: id, coordinates: null, population: Number.POSITIVE_INFINITY });
  for (const { name, also, country, lat, lon, population } of citiesOf(know))
    for (const one of [name, ...also]) add(one, { name, country, coordinates: [lat, lon], population });
  for (const places of byName.values()) if (places.length > 1) places.sort((a, b) => b.population - a.population);
  const names = indexNames(know);
  return {
    longest: (tokens, at) => longest(tokens, at, byName, reach),
    statesIn: (sentences) => statesIn(sentences, names),
    isBody: (tokens, at) => names.longest(tokens, at)?.known.some(({ actor }) => actor.kind !== 'state') ?? false,
  };
}

/** Most places are one plain word, which needs no cutting. */
const isOneWord = (name: string): boolean => /^[A-Za-z]+$/.test(name);

function longest(
  tokens: readonly { readonly form: string }[],
  at: number,
  byName: ReadonlyMap<string, readonly Known[]>,
  reach: ReadonlyMap<string, number>,
): { length: number; places: readonly Known[] } | null {
  const limit = reach.get(bare(tokens[at]?.form ?? ''));
  if (limit === undefined) return null;
  const words: string[] = [];
  let found: { length: number; places: readonly Known[] } | null = null;
  for (let next = at; next < tokens.length && words.length < limit; next += 1) {
    const word = bare(tokens[next]?.form ?? '');
    if (word === '' && !/^[-–'’.]$/.test(tokens[next]?.form ?? '')) break;
    if (word !== '') words.push(word);
    const places = byName.get(words.join(' '));
    if (places !== undefined && word !== '') found = { length: next - at + 1, places };
  }
  return found;
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
