import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organisations } from '../../src/knowledge/organisations.ts';
import { parseYaml } from '../../src/knowledge/parsed.ts';
import { packageRoot } from '../../src/package.ts';
import { governmentsIn, type Government } from './factbook.ts';
import { grouped } from '../../src/grouped.ts';
import { beside, readTable } from './read-table.ts';
import { readStates } from './states.ts';
import { tableText, type Made } from './table.ts';

/**
 * Makes actors/members.tsv from the World Factbook of February 2026. A country is a member of a body where its list of memberships
 * names the body without a note, or with the note "nonregional member": observers, partners, candidates, suspended members and
 * correspondents are none. Abbreviations of no body here are left out and told; so are bodies whose members organisations.yaml has.
 * @param folder holds factbook_government_sections.json
 */
export function makeMembers(folder: string): Made {
  const bodies = new Map(
    readTable(beside('factbook-bodies.tsv'), ['abbreviation', 'body']).map((row) => [row.abbreviation, row.body]),
  );
  const listed = governmentsIn(folder, readStates())
    .map((government) => ({ government, entries: entriesOf(government) }))
    .filter(({ entries }) => entries.length > 0);
  const memberships = listed.flatMap(({ government: { country }, entries }) =>
    country === null ? [] : entries.map((entry) => ({ ...entry, country })),
  );
  const byBody = grouped(
    memberships.filter(({ name, note }) => bodies.has(name) && (note === '' || note.startsWith('nonregional member'))),
    ({ name }) => bodies.get(name) ?? name,
  );
  const known = bodiesWithMembers();
  const rows = [...byBody]
    .filter(([body]) => !known(body))
    .map(([body, of]) => [body, countriesOf(body, of).join('|'), 'CIA World Factbook', '2026-02'])
    .sort((a, b) => (a.join('\t') < b.join('\t') ? -1 : 1));
  const unknown = grouped(
    memberships.filter(({ name }) => !bodies.has(name)),
    ({ name }) => name,
  );
  return {
    tables: [
      { path: 'actors/members.tsv', text: tableText(COMMENTS, ['organisation', 'members', 'source', 'as_of'], rows) },
    ],
    notes: [
      ...listed
        .filter(({ government }) => government.country === null)
        .map(({ government: { file, label } }) => `${file}: no state or territory is called "${label}"`),
      `${rows.length} bodies; left out: ${[...unknown].map(([name, all]) => `${name} ${all.length}`).join(', ')}`,
    ],
  };
}

const COMMENTS = [
  'Which states and territories are members of which body. Made by `npm run -s gather -- members`; members of bodies that are not here stand in',
  'organisations.yaml. The World Factbook is in the public domain.',
];

/** Members that the Factbook still lists: Russia left the Council of Europe on 16 March 2022 (general knowledge). */
const LEFT: ReadonlySet<string> = new Set(['council-of-europe RUS']);

interface Entry {
  readonly name: string;
  readonly note: string;
}

/** "NATO, SCO (observer), UN" → three of them. A comma within brackets parts nothing. */
function entriesOf({ under }: Government): readonly Entry[] {
  const list = under('International organization participation');
  if (list === '') return [];
  return list.split(/[,;:] ?(?![^(]*\))/).map((item) => {
    const { name = '', note = '' } = /^\s*(?<name>[^(]*?)\s*(?:\((?<note>.*)\))?\s*$/.exec(item)?.groups ?? {};
    return { name, note };
  });
}

const countriesOf = (body: string, of: readonly { readonly country: string }[]): readonly string[] =>
  [...new Set(of.map(({ country }) => country))].filter((country) => !LEFT.has(`${body} ${country}`)).sort();

/** Does organisations.yaml tell a body's members itself? Throws where it has no such body. */
function bodiesWithMembers(): (id: string) => boolean {
  const text = readFileSync(join(packageRoot(), 'knowledge/actors/organisations.yaml'), 'utf8');
  const all = new Map(organisations.parse(parseYaml(text).value).map((body) => [body.id, body]));
  return (id) => {
    const body = all.get(id);
    if (body === undefined) throw new Error(`no body has the id ${id}`);
    return body.members.length > 0;
  };
}
