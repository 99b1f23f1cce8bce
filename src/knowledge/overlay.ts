import type { Source } from './knowledge.ts';

/** Files that a folder of one's own may hold: what the world is, nouns for those who act, and rules for events; other words of a language it may not. */
export const OWN = [
  'actors/media',
  'actors/organisations',
  'actors/states',
  'languages/en/agents',
  'languages/en/events/*',
  'offices/holders',
  'offices/organisation-heads',
  'pacts/*',
  'places/areas',
  'places/cities',
] as const;
export type OwnKey = (typeof OWN)[number];

export type Rows<Key extends OwnKey = OwnKey> = Source[Key];

/** Lays rows of one's own over those built in: a row of the same key takes the place of the built-in one, any other is added. */
export function overlay(source: Source, own: { readonly [Key in OwnKey]?: Rows<Key> }): Source {
  const all = OWN.map((key) => [key, laid<Rows[number]>(source[key], own[key] ?? [])] as const);
  return { ...source, ...Object.fromEntries(all) };
}

/** Rows of one's own, then those built in whose place none of them takes. */
export function laid<Row extends Rows[number]>(rows: readonly Row[], own: readonly Row[]): readonly Row[] {
  const mine = new Set(own.map(keyOf));
  return [...own, ...rows.filter((row) => !mine.has(keyOf(row)))];
}

/** What makes two rows the same one: an id; of a term of office, who held it from when; of a city, name and state. */
export function keyOf(row: Rows[number]): string {
  if ('office' in row) return [row.country, row.office, row.name, row.from].join(' ');
  if ('organisation' in row) return `${row.organisation} ${row.title}`;
  if ('id' in row) return row.id;
  return `${row.name} ${row.country}`;
}
