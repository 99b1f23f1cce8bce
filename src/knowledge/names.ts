import type { Actor } from '../document/claim.ts';
import type { Knowledge } from './knowledge.ts';
import { isLetter } from '../document/characters.ts';
import { namesOf } from './rows.ts';

/** What a known name says: the actor it belongs to and how it means that actor. */
export interface Known {
  readonly actor: Actor;
  /** "metonym": a seat or building that may stand for it and may be a mere place. */
  readonly form: 'name' | 'adjective' | 'demonym' | 'metonym';
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
  /** The first adjective of a state: "Nigerian"; null where there is none. */
  readonly adjective: (code: string) => string | null;
}

/**
 * Indexes the names of states, bodies, outlets and pacts. Case counts ("us" is not "US"), but names in capitals are found as well,
 * and acronyms of four letters or more are found in either style ("NATO", "Nato"). Spaces, hyphens, dots, apostrophes and accents do not count.
 */
export function indexNames(know: Knowledge): Names {
  const known = indexes.get(know) ?? buildNames(know);
  indexes.set(know, known);
  return known;
}

/** Several stages ask for the index of one knowledge; it is frozen, so they may share it. */
const indexes = new WeakMap<Knowledge, Names>();

function buildNames(know: Knowledge): Names {
  const plain = emptyIndex();
  const states = new Map<string, Actor>();
  const adjectives = new Map<string, string>();
  const parts = new Set<string>();
  const add = (name: string, known: Known): void => {
    for (const style of stylesOf(name)) enter(plain, style, known);
  };
  const addAll = (list: readonly string[], actor: Actor, form: Known['form'], sort: string): void => {
    for (const name of list) add(name, { actor, form, sort });
  };
  for (const state of know['actors/states']) {
    const actor: Actor = { id: state.id, name: state.name, kind: 'state', country: state.id, sector: null, as: null };
    states.set(state.id, actor);
    const [adjective] = state.adjectives;
    if (adjective !== undefined) adjectives.set(state.id, adjective);
    addAll([state.name, ...state.also], actor, 'name', state.kind);
    addAll(state.adjectives, actor, 'adjective', state.kind);
    addAll(state.demonyms, actor, 'demonym', state.kind);
    addAll([...state.metonyms, ...(state.capital === null ? [] : [state.capital])], actor, 'metonym', state.kind);
  }
  for (const { id, name, also, kind, country, sector, demonyms, metonyms } of know['actors/organisations']) {
    const actor: Actor = { id, name, kind: kind === 'people' ? 'group' : 'organisation', country, sector, as: null };
    addAll(
      [name, ...also].flatMap((one) => inHouseStyle(one, kind)),
      actor,
      'name',
      kind,
    );
    addAll(demonyms, actor, 'demonym', kind);
    if (kind === 'party')
      addAll(
        [name, ...also].filter(isPlural).map((one) => one.slice(0, -1)),
        actor,
        'demonym',
        kind,
      );
    addAll(metonyms, actor, 'metonym', kind);
  }
  for (const { id, name, also, kind, country } of know['actors/media'])
    addAll([name, ...also], { id, name, kind: 'organisation', country, sector: 'JRN', as: null }, 'name', kind);
  for (const { id, name, also, kind, parts: own } of know['pacts/*']) {
    addAll([name, ...also], { id, name, kind: 'pact', country: null, sector: null, as: null }, 'name', kind);
    for (const part of own) {
      parts.add(part.id);
      const actor: Actor = {
        id: part.id,
        name: part.name,
        kind: 'pact',
        country: null,
        sector: null,
        as: null,
      };
      addAll([part.name, ...part.also], actor, 'name', 'part');
    }
  }
  const people = peopleByFirstWord(know);
  let shouted: Index | null = null;
  /** The same names in capitals, as headlines and some datelines have them; made when a text first shouts. */
  const capitals = (): Index => (shouted ??= inCapitals(plain));
  /**
   * People's names become known when a text has their first word: thousands of them are never asked for. They become so in
   * both indexes, so that what is found does not depend on what was read before.
   */
  const meet = (first: string): void => {
    const waiting = people.get(first) ?? [];
    people.delete(first);
    for (const name of waiting) {
      // People are told apart by the report; here their names only hold together.
      if (plain.whole.has(bare(name))) continue;
      const actor: Actor = { id: name, name, kind: 'person', country: null, sector: null, as: null };
      const known: Known = { actor, form: 'name', sort: 'person' };
      add(name, known);
      if (shouted !== null) enter(shouted, name.toUpperCase(), known);
    }
  };
  return {
    longest: (tokens, at) => {
      const form = tokens[at]?.form ?? '';
      meet(firstKey(form));
      const hit = longest(tokens, at, plain);
      const next = tokens[at + (hit?.length ?? 1)]?.form ?? '';
      if (!isCapitals(form) || !(isCapitals(next) || (hit === null && form.length > 3))) return hit;
      const shout = longest(tokens, at, capitals());
      return (shout?.length ?? 0) > (hit?.length ?? 0) ? shout : hit;
    },
    exact: (name) => {
      meet(firstKey(name));
      const key = bare(name);
      return plain.whole.get(key) ?? (isCapitals(name) ? capitals().whole.get(key) : undefined) ?? [];
    },
    isPart: (id) => parts.has(id),
    state: (code) => states.get(code) ?? null,
    adjective: (code) => adjectives.get(code) ?? null,
  };
}

/** Full names of office-holders, by the key of their first word. */
function peopleByFirstWord(know: Knowledge): Map<string, string[]> {
  const people = new Map<string, string[]>();
  const add = (name: string): void => {
    if (!name.includes(' ')) return;
    const key = firstKey(name);
    const found = people.get(key);
    if (found === undefined) people.set(key, [name]);
    else found.push(name);
  };
  for (const line of know['offices/holders']) namesOf(line).forEach(add);
  for (const { holders } of know['offices/organisation-heads']) for (const { name } of holders) add(name);
  return people;
}

/** Letters of a name up to its first other character, in capitals without accents: what any writing of it begins with. */
function firstKey(name: string): string {
  let at = 0;
  while (at < name.length && isLetter(name.charCodeAt(at))) at++;
  const word = name.slice(0, at);
  return (PLAIN.test(word) ? word : bare(word)).toUpperCase();
}

const PLAIN = /^[A-Za-z]+$/;

/** Names by their letters and digits; how long a name may be that begins with a word; which names are several words. */
interface Index {
  readonly whole: Map<string, Known[]>;
  readonly reach: Map<string, number>;
  /** "Pakistan is" is not "Pakistanis". */
  readonly several: Set<string>;
}

const emptyIndex = (): Index => ({ whole: new Map(), reach: new Map(), several: new Set() });

function enter({ whole, reach, several }: Index, name: string, known: Known): void {
  const key = bare(name);
  if (key.length !== name.length) several.add(key);
  push(whole, key, known);
  for (const first of firstWords(name)) extend(reach, first, key.length);
}

function push(whole: Map<string, Known[]>, key: string, known: Known): void {
  const all = whole.get(key);
  if (all === undefined) whole.set(key, [known]);
  else if (!all.some((other) => other.actor.id === known.actor.id && other.form === known.form)) all.push(known);
}

function extend(reach: Map<string, number>, first: string, length: number): void {
  if ((reach.get(first) ?? 0) < length) reach.set(first, length);
}

function longest(
  tokens: readonly { readonly form: string }[],
  at: number,
  { whole, reach, several }: Index,
): NameHit | null {
  let joined = bare(tokens[at]?.form ?? '');
  const limit = joined === '' ? undefined : reach.get(joined);
  if (limit === undefined) return null;
  let found: NameHit | null = null;
  for (let next = at + 1; joined.length <= limit; next++) {
    const known = next === at + 1 || several.has(joined) ? whole.get(joined) : undefined;
    if (known !== undefined && !isClitic(tokens[next - 1]?.form ?? '')) found = { length: next - at, known };
    // What is not a letter or digit ends no name: go on to the next token that is.
    let word = '';
    while (next < tokens.length && (word = bare(tokens[next]?.form ?? '')) === '' && isJoint(tokens[next]?.form ?? ''))
      next++;
    if (word === '') break;
    joined += word;
  }
  return found;
}

const isJoint = (form: string): boolean => form === '-' || form === '–' || form === '.' || form === "'" || form === '’';

/** "Houthi's" is not "Houthis". */
const isClitic = (form: string): boolean => form.length < 3 && (form.startsWith("'") || form.startsWith('’'));

/** Letters and digits alone, accents taken off. ASCII, nearly all of what is read, is filtered by code. */
export function bare(text: string): string {
  let kept = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return text.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '');
    if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) continue;
    kept += text.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** "Liberal Democrats", whose members are "Liberal Democrat" peers. */
const isPlural = (name: string): boolean => name.length > 5 && /[a-z]s$/.test(name) && name.includes(' ');

/** Some houses write the common nouns in names small: "Kurdistan Workers' party", "UN security council". */
function inHouseStyle(name: string, kind: string): readonly string[] {
  const [first = '', ...rest] = name.split(' ');
  const last = rest.at(-1);
  if (last === undefined) return [name];
  const small = [first, ...rest.slice(0, -1), last.toLowerCase()].join(' ');
  return kind === 'igo' && rest.length > 1
    ? [name, [first, ...rest.map((word) => word.toLowerCase())].join(' ')]
    : rest.length > 1 || kind === 'party' || kind === 'ministry'
      ? [name, small]
      : [name];
}

/** A name as given; an acronym of four letters or more as a word too. */
function stylesOf(name: string): readonly string[] {
  const acronym = name.length > 3 && !name.includes(' ') && name === name.toUpperCase();
  return acronym ? [name, name.slice(0, 1) + name.slice(1).toLowerCase()] : [name];
}

const isCapitals = (words: string): boolean =>
  words.length > 1 && words === words.toUpperCase() && words !== words.toLowerCase();

/** Names of four letters and more, which no acronym looks like. */
function inCapitals({ whole, reach, several }: Index): Index {
  const capitals = emptyIndex();
  for (const [key, all] of whole)
    if (key.length > 3) for (const known of all) push(capitals.whole, key.toUpperCase(), known);
  for (const [first, length] of reach) extend(capitals.reach, first.toUpperCase(), length);
  for (const key of several) capitals.several.add(key.toUpperCase());
  return capitals;
}

/** What the first token of a name may be: up to a blank or stroke, and where those before have one, up to a hyphen or apostrophe. */
function firstWords(name: string): readonly string[] {
  const blank = name.search(/[\s/]/);
  const first = blank < 0 ? name : name.slice(0, blank);
  if (PLAIN.test(first)) return [first];
  return [
    ...new Set(
      [/[\s/]/, /[\s/–-]/, /[\s/–'’-]/].map((cut) => bare(name.split(cut).find((part) => bare(part) !== '') ?? '')),
    ),
  ];
}
