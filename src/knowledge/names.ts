import type { Actor } from '../document/claim.ts';
import { bare } from './keys.ts';
import type { Knowledge } from './knowledge.ts';
import type { Meaning, NameRow, Tables } from './tables/tables.ts';

/** What a known name says: the actor it belongs to and how it means that actor. */
export interface Known {
  readonly actor: Actor;
  /** "metonym": a seat or building that may stand for it and may be a mere place. */
  readonly form: Meaning[0];
  /** What sort of thing, as its file of knowledge says: "state", "territory", "party", "newspaper", "treaty", "part" … */
  readonly sort: string;
}

export interface NameHit {
  /** How many tokens the name takes. */
  readonly length: number;
  readonly known: readonly Known[];
}

/** Known names, to be found in tokens or looked up whole. */
export interface Names {
  /** The longest known name that begins at a token; null where none does. */
  readonly longest: (tokens: readonly { readonly form: string }[], at: number) => NameHit | null;
  /** All that a whole name can mean. */
  readonly exact: (name: string) => readonly Known[];
  /** The actor of a state by its code; null where there is none. */
  readonly state: (code: string) => Actor | null;
  /** Is this the part of a pact? */
  readonly isPart: (id: string) => boolean;
  /** The id of the body that a body belongs to; null where it belongs to none. */
  readonly ownerOf: (id: string) => string | null;
  /** The states of a body's members, or where a people lives; empty where they are not known. */
  readonly membersOf: (id: string) => readonly string[];
  /** The first adjective of a state: "Nigerian"; null where there is none. */
  readonly adjective: (code: string) => string | null;
}

/**
 * The names of states, bodies, outlets, pacts and people. Case counts ("us" is not "US"), but names in capitals are found as
 * well. Spaces, hyphens, dots, apostrophes and accents do not count.
 */
export function namesOf(know: Knowledge): Names {
  const names = opened.get(know) ?? openNames(know);
  opened.set(know, names);
  return names;
}

/** Several stages ask for the names of one knowledge; it is frozen, so they may share them. */
const opened = new WeakMap<Knowledge, Names>();

function openNames(know: Knowledge): Names {
  const { tables } = know;
  const adjectives = new Map(know['actors/states'].map(({ id, adjectives: [first] }) => [id, first ?? null] as const));
  const parts = new Set(know['pacts/*'].flatMap((pact) => pact.parts.map(({ id }) => id)));
  const small = new Set(tables['small beginnings'](''));
  return {
    longest: (tokens, at) => {
      const form = tokens[at]?.form ?? '';
      if (isSmall(form.charCodeAt(0)) && !small.has(bare(form))) return null;
      const hit = longest(tokens, at, tables.name);
      const next = tokens[at + (hit?.length ?? 1)]?.form ?? '';
      const shout = isCapitals(form) && (isCapitals(next) || (hit === null && form.length > 3));
      const loud = shout ? longest(tokens, at, tables.capitals) : null;
      return shown((loud?.length ?? 0) > (hit?.length ?? 0) ? loud : hit, tables);
    },
    exact: (name) => {
      const key = bare(name);
      const row = meaning(tables.name(key)) ?? (isCapitals(name) ? meaning(tables.capitals(key)) : null);
      return (row ?? []).map((one) => knownOf(one, tables));
    },
    isPart: (id) => parts.has(id),
    state: (code) => stateOf(tables.actor(code)),
    ownerOf: (id) => tables['part of'](id),
    membersOf: (id) => tables.members(id) ?? [],
    adjective: (code) => adjectives.get(code) ?? null,
  };
}

const stateOf = (actor: Actor | null): Actor | null => (actor?.kind === 'state' ? actor : null);

interface Hit {
  readonly length: number;
  readonly known: readonly Meaning[];
}

const shown = (hit: Hit | null, tables: Tables): NameHit | null =>
  hit === null ? null : { length: hit.length, known: hit.known.map((one) => knownOf(one, tables)) };

const knownOf = ([form, sort, id]: Meaning, { actor }: Tables): Known => ({
  actor: actor(id) ?? { id, name: id, kind: 'person', country: null, sector: null, as: null },
  form,
  sort,
});

/** A row may stand for the first word of names alone. */
function meaning(row: NameRow | null): readonly Meaning[] | null {
  const known = row?.[2];
  return known === undefined || known.length === 0 ? null : known;
}

function longest(tokens: readonly { readonly form: string }[], at: number, names: Tables['name']): Hit | null {
  let joined = bare(tokens[at]?.form ?? '');
  let row = joined === '' ? null : names(joined);
  const limit = row?.[0] ?? 0;
  if (limit === 0) return null;
  let found: Hit | null = null;
  for (let next = at + 1; ; row = names(joined)) {
    const known = next === at + 1 || row?.[1] === true ? meaning(row) : null;
    if (known !== null && !isClitic(tokens[next - 1]?.form ?? '')) found = { length: next - at, known };
    // What is not a letter or digit ends no name: go on to the next token that is.
    let word = '';
    while (next < tokens.length && (word = bare(tokens[next]?.form ?? '')) === '' && isJoint(tokens[next]?.form ?? ''))
      next++;
    if (word === '') break;
    joined += word;
    next++;
    if (joined.length > limit) break;
  }
  return found;
}

const isJoint = (form: string): boolean => form === '-' || form === '–' || form === '.' || form === "'" || form === '’';

/** "Houthi's" is not "Houthis". */
const isClitic = (form: string): boolean => form.length < 3 && (form.startsWith("'") || form.startsWith('’'));

/** Nearly all words show by their second letter that they are none. */
const isCapitals = (words: string): boolean =>
  words.length > 1 && !isSmall(words.charCodeAt(1)) && words === words.toUpperCase() && words !== words.toLowerCase();

const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;
