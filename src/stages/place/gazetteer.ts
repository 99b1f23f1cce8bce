import type { PlaceSort } from '../../document/reading.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { bare } from '../../knowledge/keys.ts';
import { namesOf } from '../../knowledge/names.ts';
import type { PlaceRow, Tables } from '../../knowledge/tables/tables.ts';

/** A place that a name may mean. */
export interface Known {
  readonly name: string;
  readonly sort: PlaceSort;
  readonly country: string | null;
  readonly division: string | null;
  readonly coordinates: readonly [latitude: number, longitude: number] | null;
  readonly population: number | null;
}

export interface Hit {
  /** How many tokens the name takes. */
  readonly length: number;
  /** All that it may mean, the largest first. */
  readonly places: readonly Known[];
}

type Tokens = readonly { readonly form: string }[];

export interface Gazetteer {
  /** The longest name of a place that begins at a token; null where none does. */
  readonly longest: (tokens: Tokens, at: number) => Hit | null;
  /** Does a known body, outlet or pact begin here? */
  readonly isBody: (tokens: Tokens, at: number) => boolean;
  /** The state for whose government a name stands: of "White House"; null where it stands for none. */
  readonly seatOf: (name: string) => string | null;
  /** How many tokens an adjective or noun for a people takes here ("Sri Lankan"); 0 where none begins. */
  readonly people: (tokens: Tokens, at: number) => number;
}

/** Opens the tables of places; states stand for themselves, capitals for the city. */
export function gazetteerOf(know: Knowledge): Gazetteer {
  const names = namesOf(know);
  return {
    longest: (tokens, at) => {
      const hit = longest(tokens, at, { tables: know.tables, spell: (form) => form });
      return hit ?? (isShouted(tokens, at) ? longest(tokens, at, { tables: know.tables, spell: lowered }) : null);
    },
    // A seat may stand for a body and is a place all the same.
    isBody: (tokens, at) =>
      names.longest(tokens, at)?.known.some(({ actor, form }) => actor.kind !== 'state' && form !== 'metonym') ?? false,
    seatOf: (name) => names.exact(name).find(({ form }) => form === 'metonym')?.actor.country ?? null,
    people: (tokens, at) => {
      const hit = names.longest(tokens, at);
      return hit?.known.every(({ form }) => form === 'adjective' || form === 'demonym') === true ? hit.length : 0;
    },
  };
}

const knownOf = ([name, sort, country, division, coordinates, population]: PlaceRow): Known => ({
  name,
  sort,
  country,
  division,
  coordinates,
  population,
});

/** What a row of the tables says, told once for each row. */
function allOf(rows: readonly PlaceRow[]): readonly Known[] {
  const places = told.get(rows) ?? rows.map(knownOf);
  told.set(rows, places);
  return places;
}

const told = new WeakMap<readonly PlaceRow[], readonly Known[]>();

function longest(
  tokens: Tokens,
  at: number,
  { tables, spell }: { readonly tables: Tables; readonly spell: (form: string) => string },
): Hit | null {
  const formAt = (index: number): string => spell(tokens[index]?.form ?? '');
  const limit = tables['place from'](bare(formAt(at))) ?? 1;
  const words: string[] = [];
  let found: { length: number; places: readonly PlaceRow[] } | null = null;
  for (let next = at; next < tokens.length && words.length < limit; next += 1) {
    const word = bare(formAt(next));
    if (word === '' && !/^[-–'’.]$/.test(formAt(next))) break;
    if (word === '') continue;
    words.push(word);
    const places = tables.place(words.join(' '));
    if (places !== null) found = { length: next - at + 1, places };
  }
  return found === null ? null : { length: found.length, places: allOf(found.places) };
}

/** Datelines and headlines have names in capitals; a lone word in capitals inside a sentence is letters of something else. */
function isShouted(tokens: Tokens, at: number): boolean {
  const formAt = (index: number): string => tokens[index]?.form ?? '';
  if (!isLoud(formAt(at))) return false;
  return at === 0 || isLoud(formAt(at - 1)) || isLoud(formAt(at + 1)) || /^([,:(]|[-–—]+)$/.test(formAt(at + 1));
}

const isLoud = (form: string): boolean => form.length > 2 && /^\p{Lu}[\p{Lu}.'’-]+$/u.test(form);

/** "COLUMBUS" → "Columbus". */
const lowered = (form: string): string => (isLoud(form) ? form.slice(0, 1) + form.slice(1).toLowerCase() : form);
