import { slug } from '../keys.ts';
import type { Source } from '../knowledge.ts';
import type { Entry, Term } from './tables.ts';

/** Tables of terms of office, by number, by what may be the holder's surname, and by office; and of first names. */
export function tabulateTerms(know: Source): readonly Entry[] {
  const surnames = new Map<string, number[]>();
  const offices = new Map<string, number[]>();
  const given = new Map<string, number>();
  const terms = [...termsOfStates(know), ...termsOfBodies(know)];
  terms.forEach(({ country, office, name, also }, at) => {
    push(offices, office.startsWith('head:') ? office : `${country ?? ''} ${office}`, at);
    for (const key of surnamesOf(name, true)) push(surnames, key, at);
    for (const other of also) for (const key of surnamesOf(other, false)) push(surnames, key, at);
    const [first = '', ...rest] = name.split(' ');
    if (first !== '' && rest.length > 0) given.set(first, (given.get(first) ?? 0) + 1);
  });
  return [
    ...terms.map((term, at) => ['term', String(at), term] as const),
    ...[...surnames].map(([key, all]) => ['surname', key, all] as const),
    ...[...offices].map(([key, all]) => ['office', key, all] as const),
    ...[...given].filter(([, count]) => count > 1).map(([key, count]) => ['given', key, count] as const),
  ];
}

function termsOfStates(know: Source): readonly Term[] {
  const states = new Map(know['actors/states'].map(({ id, name }) => [id, name] as const));
  // The reader has no use for the source: it stays in the table of `knowledge/`.
  return know['offices/holders'].map(({ source: _, as_of: asOf, ...row }) => ({
    ...row,
    owner: states.get(row.country) ?? row.country,
    asOf,
  }));
}

/** The heads of organisations, under the office `head:` and the organisation's id. */
function termsOfBodies(know: Source): readonly Term[] {
  const bodies = new Map(know['actors/organisations'].map((body) => [body.id, body] as const));
  return know['offices/organisation-heads'].flatMap(({ organisation, title, as_of: asOf, holders }) => {
    const { country = null, name: owner = organisation } = bodies.get(organisation) ?? {};
    const common = { country, owner, office: `head:${organisation}`, title, wikidata: null, asOf };
    return holders.map((holder) => ({ ...common, ...holder }));
  });
}

function push(index: Map<string, number[]>, key: string, at: number): void {
  const found = index.get(key);
  if (found === undefined) index.set(key, [at]);
  else if (found.at(-1) !== at) found.push(at);
}

/** What may be the surname of a name: its last word, and the first of a short one, as Chinese, Korean and Hungarian names have it. */
function surnamesOf(name: string, main: boolean): readonly string[] {
  const parts = slug(name).split('-');
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  const either = main && (parts.length === 2 || parts.length === 3) && !PARTICLES.has(first);
  return either ? [last, first] : [last];
}

const PARTICLES = new Set([
  'abu',
  'al',
  'el',
  'ben',
  'bin',
  'ibn',
  'de',
  'da',
  'van',
  'von',
  'la',
  'le',
  'san',
  'abdul',
  'abd',
  'ali',
  'mohammed',
  'mohamed',
  'muhammad',
]);
