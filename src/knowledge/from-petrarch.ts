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

/** What comes of one code of an entry. */
type Outcome =
  | { readonly kind: 'agents'; readonly sector: string; readonly nouns: readonly string[] }
  | { readonly kind: 'term'; readonly term: OwnTerm }
  | { readonly kind: 'body'; readonly body: OwnBody }
  | { readonly kind: 'left'; readonly why: string };

/**
 * Turns dictionaries into knowledge. People with dated codes of a government become terms of office with those days; names of a role in a
 * country, or of bodies between or across states, become organisations; agents become nouns of a sector. What the knowledge has already
 * is left, and so are names of states and their towns, undated people, and roles that say nothing of sector or body.
 */
export function fromPetrarch(dictionaries: readonly NamedDictionary[], know: Knowledge): FromPetrarch {
  const decide = decider(know);
  const bodies = new Map<string, OwnBody>();
  const terms = new Map<string, OwnTerm>();
  const agents = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const count = (what: string, by = 1): void => void counts.set(what, (counts.get(what) ?? 0) + by);
  const keep = (outcome: Outcome): void => {
    switch (outcome.kind) {
      case 'left':
        return count(`left: ${outcome.why}`);
      case 'agents':
        agents.set(outcome.sector, new Set([...(agents.get(outcome.sector) ?? []), ...outcome.nouns]));
        return count('taken: agents');
      case 'term':
        terms.set([outcome.term.country, outcome.term.name, outcome.term.from].join(' '), outcome.term);
        return count('taken: terms of office');
      case 'body':
        if (bodies.has(outcome.body.id)) return count('left: bodies that are known already');
        bodies.set(outcome.body.id, outcome.body);
        return count('taken: bodies');
    }
  };
  for (const { file, dictionary } of dictionaries) {
    if (dictionary.left.length > 0) count('left: malformed codes and dates', dictionary.left.length);
    // PLOVER has MED for medicine and JRN for the media, CAMEO MED for the media.
    const plover = dictionary.entries.some(({ codes }) => codes.some(({ code }) => code.startsWith('~JRN')));
    for (const entry of dictionary.entries) decide(entry, { file, plover }).forEach(keep);
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

/** Decides what comes of an entry, by what the knowledge has already. */
function decider(know: Knowledge) {
  const names = namesOf(know);
  const states = new Set(know['actors/states'].map(({ id }) => id));
  const roles = new Map(know['ontology/cameo'].map((role) => [role.code, role] as const));
  const sectors = new Map(know['ontology/sectors'].map(({ id }) => [id, { sector: id }] as const));
  const nouns = new Set(know['languages/en/agents'].flatMap((one) => one.nouns));
  const titles = new Set(know['languages/en/titles'].heads.flatMap((head) => head.words));
  const isPerson = (name: string): boolean => know.tables.given(name.split(' ')[0] ?? '') !== null;

  const agentsOf = ({ names: written, codes }: PetrarchEntry, plover: boolean): Outcome => {
    const known: ReadonlyMap<string, { readonly sector: string }> = plover ? sectors : roles;
    const sector = codes.flatMap(({ code }) => rolesIn(code.slice(1), known))[0]?.sector;
    if (sector === undefined) return left('agents of a role without a sector');
    const plain = written.map((one) => cased(one).toLowerCase()).filter(isNoun);
    if (plain.length === 0) return left('agents that are no plain noun');
    const free = plain.filter((noun) => !titles.has(noun.split(' ').at(-1) ?? ''));
    if (free.length === 0) return left('agents that are titles, which are read as such');
    const fresh = free.filter((noun) => !nouns.has(noun));
    return fresh.length === 0 ? left('agents that are known already') : { kind: 'agents', sector, nouns: fresh };
  };

  const termOf = (source: string, all: readonly string[], { code, from, until }: PetrarchCode): Outcome => {
    const [name = '', ...also] = all;
    const country = code.slice(0, 3);
    if (!states.has(country)) return left('terms in no state');
    if (!code.slice(3).startsWith('GOV')) return left('terms without an office of government');
    if (from === null) return left('terms without a beginning');
    if (until !== null && until < from) return left('terms that end before they begin');
    return { kind: 'term', term: { country, title: 'official', name, also, from, until, source } };
  };

  const bodyOf = (source: string, all: readonly string[], code: string): Outcome => {
    const [name = '', ...also] = all;
    const country = [code.slice(0, 3), code.slice(3, 6)].find((one) => states.has(one)) ?? null;
    const found = rolesIn(country === null ? code : code.replace(country, ''), roles);
    const kind = found.find((role) => role.kind !== null)?.kind ?? null;
    if (code.length === 3 && country !== null) return left('names of states and of places in them');
    if (kind === null) return left('names of a role that is no body');
    if (isPerson(name)) return left('people without dates');
    const id = slug(name);
    if (id === '' || know.tables.actor(id) !== null) return left('bodies that are known already');
    const sector = found.find((role) => role.kind === kind)?.sector ?? found[0]?.sector ?? 'UNK';
    return {
      kind: 'body',
      body: { id, name, also, kind, country: kind === 'igo' ? 'IGO' : country, sector, source },
    };
  };

  return (
    entry: PetrarchEntry,
    { file, plover }: { readonly file: string; readonly plover: boolean },
  ): readonly Outcome[] => {
    const written = [...new Set(entry.names.map(cased))].filter((one) => /^\p{Lu}\S+/u.test(one) && one.length > 1);
    const [first] = entry.codes;
    const dated = entry.codes.some(({ from, until }) => from !== null || until !== null);
    if (first === undefined) return [left('entries without a code')];
    if (first.code.startsWith('~')) return [agentsOf(entry, plover)];
    if (written.length === 0) return [left('names without letters')];
    if (names.exact(written[0] ?? '').length > 0) return [left('names that are known already')];
    return dated ? entry.codes.map((code) => termOf(file, written, code)) : [bodyOf(file, written, first.code)];
  };
}

const left = (why: string): Outcome => ({ kind: 'left', why });

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
