import { slug } from './keys.ts';
import type { Knowledge } from './knowledge.ts';
import { namesOf } from './names.ts';
import type { Organisation } from './organisations.ts';
import type { PetrarchCode, PetrarchDictionary, PetrarchEntry } from './petrarch.ts';

/** What came of dictionaries: rows as files of knowledge have them, and how many entries were taken or left, by reason. */
export interface FromPetrarch {
  readonly organisations: readonly OwnBody[];
  readonly terms: readonly OwnTerm[];
  readonly agents: readonly OwnAgents[];
  readonly counts: ReadonlyMap<string, number>;
}

export interface OwnBody {
  readonly id: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly kind: Organisation['kind'];
  readonly country: string | null;
  readonly sector: string;
  readonly source: string;
}

export interface OwnTerm {
  readonly country: string;
  readonly title: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly from: string;
  readonly until: string | null;
  readonly source: string;
}

export interface OwnAgents {
  readonly id: string;
  readonly sector: string;
  readonly nouns: readonly string[];
}

/** A dictionary with the name of its file, which becomes the source of its facts. */
export interface NamedDictionary {
  readonly file: string;
  readonly dictionary: PetrarchDictionary;
}

/**
 * Turns dictionaries into knowledge. People with dated codes of a government become terms of office with those days; names of a role in a
 * country, or of bodies between or across states, become organisations; agents become nouns of a sector. What the knowledge has already
 * is left, and so are names of states and their towns, undated people, and roles that say nothing of sector or body.
 */
export function fromPetrarch(dictionaries: readonly NamedDictionary[], know: Knowledge): FromPetrarch {
  const names = namesOf(know);
  const states = new Set(know['actors/states'].map(({ id }) => id));
  const roles = new Map(know['ontology/cameo'].map((role) => [role.code, role] as const));
  const nouns = new Set(know['languages/en/agents'].flatMap((one) => one.nouns));
  const counts = new Map<string, number>();
  const count = (what: string, by = 1): void => void counts.set(what, (counts.get(what) ?? 0) + by);
  const bodies = new Map<string, OwnBody>();
  const terms = new Map<string, OwnTerm>();
  const agents = new Map<string, Set<string>>();
  const titles = new Set(know['languages/en/titles'].heads.flatMap((head) => head.words));
  const sectors = new Map(know['ontology/sectors'].map(({ id }) => [id, { sector: id }] as const));
  const isPerson = (name: string): boolean => know.tables.given(name.split(' ')[0] ?? '') !== null;

  const takeAgent = ({ names: written, codes }: PetrarchEntry, plover: boolean): void => {
    const known: ReadonlyMap<string, { readonly sector: string }> = plover ? sectors : roles;
    const sector = codes.flatMap(({ code }) => rolesIn(code.slice(1), known))[0]?.sector;
    if (sector === undefined) return count('left: agents of a role without a sector');
    const plain = written.map((one) => cased(one).toLowerCase()).filter(isNoun);
    if (plain.length === 0) return count('left: agents that are no plain noun');
    const free = plain.filter((noun) => !titles.has(noun.split(' ').at(-1) ?? ''));
    if (free.length === 0) return count('left: agents that are titles, which are read as such');
    const fresh = free.filter((noun) => !nouns.has(noun));
    if (fresh.length === 0) return count('left: agents that are known already');
    agents.set(sector, new Set([...(agents.get(sector) ?? []), ...fresh]));
    count('taken: agents');
  };

  const takeTerms = (file: string, all: readonly string[], codes: readonly PetrarchCode[]): void => {
    const [name = '', ...also] = all;
    for (const { code, from, until } of codes) {
      const country = code.slice(0, 3);
      if (!states.has(country)) count('left: terms in no state');
      else if (!code.slice(3).startsWith('GOV')) count('left: terms without an office of government');
      else if (from === null) count('left: terms without a beginning');
      else if (until !== null && until < from) count('left: terms that end before they begin');
      else {
        terms.set([country, name, from].join(' '), {
          country,
          title: 'official',
          name,
          also,
          from,
          until,
          source: file,
        });
        count('taken: terms of office');
      }
    }
  };

  const takeBody = (file: string, all: readonly string[], code: string): void => {
    const [name = '', ...also] = all;
    const country = [code.slice(0, 3), code.slice(3, 6)].find((one) => states.has(one)) ?? null;
    const found = rolesIn(country === null ? code : code.replace(country, ''), roles);
    const kind = found.find((role) => role.kind !== null)?.kind ?? null;
    if (code.length === 3 && country !== null) return count('left: names of states and of places in them');
    if (kind === null) return count('left: names of a role that is no body');
    if (isPerson(name)) return count('left: people without dates');
    const id = slug(name);
    if (know.tables.actor(id) !== null || id === '' || bodies.has(id))
      return count('left: bodies that are known already');
    const sector = found.find((role) => role.kind === kind)?.sector ?? found[0]?.sector ?? 'UNK';
    bodies.set(id, { id, name, also, kind, country: kind === 'igo' ? 'IGO' : country, sector, source: file });
    count('taken: bodies');
  };

  for (const { file, dictionary } of dictionaries) {
    if (dictionary.left.length > 0) count('left: malformed codes and dates', dictionary.left.length);
    // PLOVER has MED for medicine and JRN for the media, CAMEO MED for the media.
    const plover = dictionary.entries.some(({ codes }) => codes.some(({ code }) => code.startsWith('~JRN')));
    for (const entry of dictionary.entries) {
      const written = [...new Set(entry.names.map(cased))].filter((one) => /^\p{Lu}\S+/u.test(one) && one.length > 1);
      const [first] = entry.codes;
      if (first === undefined) count('left: entries without a code');
      else if (first.code.startsWith('~')) takeAgent(entry, plover);
      else if (written.length === 0) count('left: names without letters');
      else if (names.exact(written[0] ?? '').length > 0) count('left: names that are known already');
      else if (entry.codes.some(({ from, until }) => from !== null || until !== null))
        takeTerms(file, written, entry.codes);
      else takeBody(file, written, first.code);
    }
  }
  return {
    organisations: [...bodies.values()],
    terms: [...terms.values()],
    agents: [...agents].map(([sector, words]) => ({
      id: `own-${sector.toLowerCase()}`,
      sector,
      nouns: [...words].sort(),
    })),
    counts,
  };
}

/** No article before it and no preposition behind. */
function isNoun(words: string): boolean {
  const [first = '', ...rest] = words.toUpperCase().split(' ');
  return /^[a-z][a-z -]+$/.test(words) && first.length > 1 && !SMALL.has(first) && !SMALL.has(rest.at(-1) ?? '');
}

/** The roles that a code is made of, three letters each: "GOVMIL". */
function rolesIn<Role>(code: string, roles: ReadonlyMap<string, Role>): readonly Role[] {
  const parts = code.match(/.{3}/g) ?? [];
  return parts.flatMap((part) => roles.get(part) ?? []);
}

/** "KOFI_ANNAN_" → "Kofi Annan": dictionaries are in capitals; a short word alone is an acronym and stays. */
function cased(written: string): string {
  const words = written
    .replace(/\(.*\)/, '')
    .split(/[_\s]+/)
    .filter((word) => word !== '');
  if (words.length === 1 && (words[0] ?? '').length < 6) return words[0] ?? '';
  return words.map((word, at) => (at > 0 && SMALL.has(word) ? word.toLowerCase() : capitalised(word))).join(' ');
}

const SMALL = new Set([
  'OF',
  'THE',
  'AND',
  'FOR',
  'IN',
  'ON',
  'AT',
  'TO',
  'DE',
  'LA',
  'DEL',
  'DU',
  'DES',
  'VON',
  'VAN',
  'BIN',
]);

const capitalised = (word: string): string =>
  word.includes('.') ? word : word.toLowerCase().replace(/(^|[-'’])\p{L}(?=\p{L})/gu, (letter) => letter.toUpperCase());
