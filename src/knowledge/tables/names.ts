import type { Actor } from '../../document/claim.ts';
import { bare } from '../keys.ts';
import type { Source } from '../knowledge.ts';
import type { Entry, Meaning, Rows } from './tables.ts';

/**
 * Tables of the names of states, bodies, outlets, pacts and people, as written and in capitals. Acronyms of four letters or more
 * are entered in either style ("NATO", "Nato"). Spaces, hyphens, dots, apostrophes and accents do not count.
 */
export function tabulateNames(know: Source): readonly Entry[] {
  const plain = emptyIndex();
  const actors: Actor[] = [];
  const add = (names: readonly string[], form: Meaning[0], sort: string, id: string): void => {
    for (const name of names) for (const style of stylesOf(name)) enter(plain, style, [form, sort, id]);
  };
  for (const { id, name, also, kind, adjectives, demonyms, metonyms, capital } of know['actors/states']) {
    actors.push({ id, name, kind: 'state', country: id, sector: null, as: null });
    add([name, ...also], 'name', kind, id);
    add(adjectives, 'adjective', kind, id);
    add(demonyms, 'demonym', kind, id);
    add([...metonyms, ...(capital === null ? [] : [capital])], 'metonym', kind, id);
  }
  for (const { id, name, also, kind, country, sector, demonyms, metonyms } of know['actors/organisations']) {
    actors.push({ id, name, kind: kind === 'people' ? 'group' : 'organisation', country, sector, as: null });
    const names = [name, ...also];
    add(
      names.flatMap((one) => inHouseStyle(one, kind)),
      'name',
      kind,
      id,
    );
    add(demonyms, 'demonym', kind, id);
    if (kind === 'party')
      add(
        names.filter(isPlural).map((one) => one.slice(0, -1)),
        'demonym',
        kind,
        id,
      );
    add(metonyms, 'metonym', kind, id);
  }
  for (const { id, name, also, kind, country } of know['actors/media']) {
    actors.push({ id, name, kind: 'organisation', country, sector: 'JRN', as: null });
    add([name, ...also], 'name', kind, id);
  }
  const above = { kind: 'pact', country: null, sector: null, as: null } as const;
  for (const { id, name, also, kind, parts } of know['pacts/*']) {
    actors.push({ id, name, ...above });
    add([name, ...also], 'name', kind, id);
    for (const part of parts) {
      actors.push({ id: part.id, name: part.name, ...above });
      add([part.name, ...part.also], 'name', 'part', part.id);
    }
  }
  const capitals = inCapitals(plain);
  // People are told apart by the report; here their names only hold together.
  for (const name of peopleIn(know)) {
    if (plain.whole.has(bare(name))) continue;
    add([name], 'name', 'person', name);
    enter(capitals, name.toUpperCase(), ['name', 'person', name]);
  }
  return [
    ...actors.map((actor) => ['actor', actor.id, actor] as const),
    ...identified(know).map(({ id, wikidata }) => ['wikidata', id, wikidata] as const),
    ...know['actors/organisations'].map(({ id, kind }) => ['sort of body', id, kind] as const),
    ...know['actors/organisations'].flatMap(({ id, of }) => (of === null ? [] : [['part of', id, of] as const])),
    ...membersIn(know).map(({ id, members }) => ['members', id, members] as const),
    ...[...outletsIn(know)].map(([key, outlet]) => ['outlet', key, outlet] as const),
    ...rowsOf('name', plain),
    ...rowsOf('capitals', capitals),
    ['small beginnings', '', [...plain.reach.keys()].filter((word) => SMALL.test(word))],
  ];
}

/** Actors whose item of Wikidata is certain. */
const identified = (know: Source): readonly { readonly id: string; readonly wikidata: string }[] =>
  [...know['actors/states'], ...know['actors/organisations'], ...know['actors/media']].flatMap(({ id, wikidata }) =>
    wikidata === null ? [] : [{ id, wikidata }],
  );

/** Members as a body's own entry has them, else as the table of memberships does. */
const membersIn = (know: Source): readonly { readonly id: string; readonly members: readonly string[] }[] => [
  ...know['actors/organisations'].filter(({ members }) => members.length > 0),
  ...know['actors/members'].map(({ organisation, members }) => ({ id: organisation, members })),
];

const outletsIn = (know: Source): ReadonlyMap<string, Rows['outlet']> =>
  new Map(
    know['actors/media'].flatMap(({ name, also, country, kind }) =>
      [name, ...also].map((one) => [one.toLowerCase(), [country, kind]] as const),
    ),
  );

/** Full names of office-holders. */
const peopleIn = (know: Source): readonly string[] =>
  [
    ...know['offices/holders'].flatMap(({ name, also }) => [name, ...also]),
    ...know['offices/organisation-heads'].flatMap(({ holders }) => holders.map(({ name }) => name)),
  ].filter((name) => name.includes(' '));

/** Names by their letters and digits; how long a name may be that begins with a word; which names are several words. */
interface Index {
  readonly whole: Map<string, Meaning[]>;
  readonly reach: Map<string, number>;
  readonly several: Set<string>;
}

const emptyIndex = (): Index => ({ whole: new Map(), reach: new Map(), several: new Set() });

function enter({ whole, reach, several }: Index, name: string, meaning: Meaning): void {
  const key = bare(name);
  if (key.length !== name.length) several.add(key);
  push(whole, key, meaning);
  for (const first of firstWords(name)) extend(reach, first, key.length);
}

function push(whole: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  const all = whole.get(key);
  if (all === undefined) whole.set(key, [meaning]);
  else if (!all.some(([form, , id]) => form === meaning[0] && id === meaning[2])) all.push(meaning);
}

function extend(reach: Map<string, number>, first: string, length: number): void {
  if ((reach.get(first) ?? 0) < length) reach.set(first, length);
}

/** Names of four letters and more, which no acronym looks like. */
function inCapitals({ whole, reach, several }: Index): Index {
  const capitals = emptyIndex();
  for (const [key, all] of whole)
    if (key.length > 3) for (const meaning of all) push(capitals.whole, key.toUpperCase(), meaning);
  for (const [first, length] of reach) extend(capitals.reach, first.toUpperCase(), length);
  for (const key of several) capitals.several.add(key.toUpperCase());
  return capitals;
}

const rowsOf = (table: 'name' | 'capitals', { whole, reach, several }: Index): readonly Entry[] =>
  [...new Set([...whole.keys(), ...reach.keys()])].map((key) => [
    table,
    key,
    [reach.get(key) ?? 0, several.has(key), whole.get(key) ?? []],
  ]);

/** "Liberal Democrats", whose members are "Liberal Democrat" peers. */
const isPlural = (name: string): boolean => name.length > 5 && /[a-z]s$/.test(name) && name.includes(' ');

const SMALL = /^[a-z]/;

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

/** What the first token of a name may be: up to a blank or stroke, and where those before have one, up to a hyphen or apostrophe. */
const firstWords = (name: string): ReadonlySet<string> =>
  new Set(
    [/[\s/]/, /[\s/–-]/, /[\s/–'’-]/].map((cut) => bare(name.split(cut).find((part) => bare(part) !== '') ?? '')),
  );
