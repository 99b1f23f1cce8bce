import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Names } from '../../knowledge/names.ts';
import { namesOf, readHolder, type Holder } from '../../knowledge/rows.ts';
import { slug } from './discourse.ts';

/** A term of office with the name of the state or body it is of. */
export interface Term extends Omit<Holder, 'country' | 'source' | 'wikidata'> {
  readonly country: string | null;
  readonly owner: string;
  readonly wikidata: string | null;
}

/** The terms of office of the knowledge, by slugs of names and by office. */
export interface TermTable {
  readonly bySurname: (surname: string) => readonly Term[];
  readonly byName: (name: string) => readonly Term[];
  readonly knows: (name: string) => boolean;
  /** Offices of states by their code; of organisations by an empty code and `head:` with their id. */
  readonly byOffice: (country: string, office: string) => readonly Term[];
  /** Is this the first name of at least two terms? */
  readonly isGiven: (word: string) => boolean;
}

/**
 * Makes the table. A cold start would spend a third of its time on splitting 13,000 lines, so lines are only scanned for
 * their names here, and become terms when they are asked for.
 */
export function termTable(know: Knowledge, names: Names): TermTable {
  const lines = know['offices/holders'];
  const heads = headsIn(know, names);
  const surnames = new Map<string, number[]>();
  const offices = new Map<string, number[]>();
  const given = new Map<string, number>();
  const index = (at: number, office: string, name: string, also: readonly string[]): void => {
    push(offices, office, at);
    for (const key of surnamesOf(name, true)) push(surnames, key, at);
    for (const other of also) for (const key of surnamesOf(other, false)) push(surnames, key, at);
    const space = name.indexOf(' ');
    if (space > 0) given.set(name.slice(0, space), (given.get(name.slice(0, space)) ?? 0) + 1);
  };
  lines.forEach((line, at) => {
    const [name = '', ...also] = namesOf(line);
    index(at, line.slice(0, line.indexOf('\t', line.indexOf('\t') + 1)), name, also);
  });
  heads.forEach((head, at) => index(lines.length + at, `\t${head.office}`, head.name, head.also));

  const terms: (Term | undefined)[] = [];
  const termAt = (at: number): Term => (terms[at] ??= at < lines.length ? ofState(lines[at] ?? '', names) : headAt(at));
  const headAt = (at: number): Term => {
    const head = heads[at - lines.length];
    if (head === undefined) throw new RangeError(`no term ${at}`);
    return head;
  };
  const bySurname = (surname: string): readonly Term[] => (surnames.get(surname) ?? NOWHERE).map(termAt);
  const byName = (name: string): readonly Term[] =>
    bySurname(name.slice(name.lastIndexOf('-') + 1)).filter((term) =>
      [term.name, ...term.also].some((one) => slug(one) === name),
    );
  return {
    bySurname,
    byName,
    knows: (name) => byName(name).length > 0,
    byOffice: (country, office) => (offices.get(`${country}\t${office}`) ?? NOWHERE).map(termAt),
    isGiven: (word) => (given.get(word) ?? 0) > 1,
  };
}

const NOWHERE: readonly number[] = [];

function push(index: Map<string, number[]>, key: string, at: number): void {
  const found = index.get(key);
  if (found === undefined) index.set(key, [at]);
  else if (found[found.length - 1] !== at) found.push(at);
}

/** What may be the surname of a name: its last word, and the first of a short one, as Chinese, Korean and Hungarian names have it. */
function surnamesOf(name: string, main: boolean): readonly string[] {
  const parts = slug(name).split('-');
  const [first = ''] = parts;
  const last = parts[parts.length - 1] ?? '';
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

const ofState = (line: string, names: Names): Term => {
  const row = readHolder(line);
  return { ...row, owner: names.state(row.country)?.name ?? row.country };
};

/** The heads of organisations, under the office `head:` and the organisation's id. */
function headsIn(know: Knowledge, names: Names): readonly Term[] {
  const bodies = new Map(know['actors/organisations'].map((body) => [body.id, body] as const));
  return know['offices/organisation-heads'].flatMap(({ organisation, title, as_of: asOf, holders }) => {
    const body = bodies.get(organisation);
    const { country = null, name: owner = names.exact(organisation)[0]?.actor.name ?? organisation } = body ?? {};
    return holders.map(({ name, also, from, until }): Term => ({
      country,
      owner,
      office: `head:${organisation}`,
      title,
      name,
      also,
      from,
      until,
      asOf,
      wikidata: null,
    }));
  });
}
