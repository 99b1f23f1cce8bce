import { slug } from '../../src/knowledge/keys.ts';
import type { Source } from '../../src/knowledge/knowledge.ts';
import { random } from './draw.ts';
import type { Terms } from './holders-tables.ts';
import { travelsIn } from './travels-file.ts';

/** Who held an office on a day? Without an office: who led the country, whatever the office is called? */
export interface Question {
  readonly country: string;
  readonly office: string | null;
  /** An ISO day. */
  readonly on: string;
  /** The one whom the source names, in all ways that it writes the name. */
  readonly names: readonly string[];
  /** Who else led the country on that day by the source; asked only where the office has no answer and the leader has one. */
  readonly others: readonly string[];
}

/** The first day from which the knowledge means to be whole, and the last for which REIGN speaks. */
const FIRST = '1990-01-01';
const LAST = '2021-07-31';

/** REIGN has the one who rules by whatever office, by family name. Its terms end with a month, which is left out. */
export const questionsOfReign = (terms: Terms): readonly Question[] =>
  terms.flatMap(({ country, name, also, from, until }) => {
    const on = dayWithin(from, until === null ? LAST : `${until.slice(0, 7)}-00`, `${country} ${name} reign`);
    return on === null ? [] : [{ country, office: null, on, names: [name, ...also], others: [] }];
  });

/** Heads of state and government whose terms Wikidata dates to the day; asked of a leader, any of them on that day is right. */
export function questionsOfWikidata(terms: Terms): readonly Question[] {
  const heads = terms.filter(({ office }) => /^head-of-/.test(office));
  return heads.flatMap(({ country, office, name, also, from, until }) => {
    if (from?.length !== 10 || until?.length !== 10) return [];
    const on = dayWithin(from, until, `${country} ${name} wikidata`);
    if (on === null) return [];
    const others = terms
      .filter((term) => term.country === country && LEADING.test(term.office) && runs(term, on))
      .flatMap((term) => [term.name, ...term.also]);
    return [{ country, office, on, names: [name, ...also], others }];
  });
}

const LEADING = /^(head-of-|supreme-leader|party-leader)/;

const runs = ({ from, until }: Terms[number], on: string): boolean =>
  from !== null && from <= on && (until === null || on.slice(0, until.length) <= until);

/** Visitors with an office that the knowledge has; those who were to take it, had left it or stood in are left out. */
export function questionsOfTravels(folder: string, know: Source): readonly Question[] {
  const codes = codesByName(know);
  return travelsIn(folder).flatMap(({ role, who, country, from }) => {
    const code = codes(country);
    const titled = role === 'visitor' ? titledName(who) : null;
    if (code === null || titled === null || from < FIRST) return [];
    return [{ country: code, office: titled.office, on: from, names: [titled.name], others: [] }];
  });
}

/** Codes of states by the names that the lists write: "China, People's Republic of", "St. Lucia". */
export function codesByName(know: Source): (name: string) => string | null {
  const plain = (name: string): string => slug(name.replace(/^The /, '').replace(/^St\. /, 'Saint '));
  const codes = new Map(
    know['actors/states'].flatMap(({ id, name, also }) => [name, ...also].map((one) => [plain(one), id] as const)),
  );
  return (name) => codes.get(plain(name)) ?? codes.get(plain(name.replace(/[,(].*/, ''))) ?? null;
}

const OFFICES: readonly (readonly [title: RegExp, office: string])[] = [
  [/^(?:President|King|Queen|Emperor|Emir|Amir|Sultan|Grand Duke|Pope)$/, 'head-of-state'],
  [/^(?:Prime Minister|Premier|Taoiseach|Chancellor)$/, 'head-of-government'],
  [/^Foreign Minister$/, 'foreign-minister'],
];

/** "Prime Minister Ehud Barak". */
export function titledName(
  who: string,
): { readonly title: string; readonly office: string; readonly name: string } | null {
  const words = who.split(' ');
  for (const length of [2, 1]) {
    const title = words.slice(0, length).join(' ');
    const office = OFFICES.find(([pattern]) => pattern.test(title))?.[1];
    const name = words.slice(length).join(' ');
    if (office !== undefined && /^\p{Lu}/u.test(name) && !/-elect|\bof\b|[,(]/i.test(who))
      return { title, office, name };
  }
  return null;
}

/** A day inside a term, neither its first nor its last, from 1990 to the end of REIGN; null where there is none. */
function dayWithin(from: string | null, until: string, seed: string): string | null {
  if (from?.length !== 10) return null;
  const first = Math.max(day(from) + 1, day(FIRST));
  const last = Math.min(until.endsWith('-00') ? day(`${until.slice(0, 7)}-01`) : day(until), day(LAST)) - 1;
  if (last < first) return null;
  return new Date((first + Math.floor(random(seed)() * (last - first + 1))) * DAY).toISOString().slice(0, 10);
}

const DAY = 86_400_000;
const day = (iso: string): number => Date.parse(iso) / DAY;
