// Tables of many rows stay lines of tab-separated cells in the compiled knowledge: JSON of objects takes ten times as long
// to parse, and most rows are never looked at. What is read here was checked by the schemas when it was compiled.

import type { Knowledge } from './knowledge.ts';

export interface City {
  /** As English news writes it. */
  readonly name: string;
  readonly also: readonly string[];
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  /** Standard time, hours east of Greenwich. */
  readonly utc: number;
  readonly role: 'capital' | 'seat' | null;
}

/** One line of `places/cities`. */
function readCity(line: string): City {
  const [name = '', also = '', country = '', lat, lon, population, utc, role] = line.split('\t');
  return {
    name,
    also: namesIn(also),
    country,
    lat: Number(lat),
    lon: Number(lon),
    population: Number(population),
    utc: Number(utc),
    role: role === 'capital' || role === 'seat' ? role : null,
  };
}

/** All cities of a knowledge, the larger first; split once, since several stages index them. */
export function citiesOf({ 'places/cities': lines }: Pick<Knowledge, 'places/cities'>): readonly City[] {
  const known = cities.get(lines) ?? lines.map(readCity);
  cities.set(lines, known);
  return known;
}

const cities = new WeakMap<readonly string[], readonly City[]>();

/** A term of office. */
export interface Holder {
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** "head-of-state", "foreign-minister" …; see `ontology/offices`. */
  readonly office: string;
  /** As English news writes it: "President", "Foreign Minister". */
  readonly title: string;
  readonly name: string;
  readonly also: readonly string[];
  /** ISO day, month or year; null where the source gives none. */
  readonly from: string | null;
  /** Null where no end was known on `asOf`; after that day the holder is uncertain. */
  readonly until: string | null;
  readonly wikidata: string | null;
  /** The last day for which the row's source speaks; which source, the table itself says. */
  readonly asOf: string;
}

/** One line of `offices/holders`. */
export function readHolder(line: string): Holder {
  const [country = '', office = '', title = '', name = '', also = '', from, until, wikidata, asOf = ''] =
    line.split('\t');
  return {
    country,
    office,
    title,
    name,
    also: namesIn(also),
    from: from || null,
    until: until || null,
    wikidata: wikidata || null,
    asOf,
  };
}

const namesIn = (cell: string): string[] => (cell === '' ? [] : cell.split('|'));

/** The names alone in a line of `offices/holders`, the others unsplit. */
export function namesOf(line: string): readonly string[] {
  const title = line.indexOf('\t', line.indexOf('\t', line.indexOf('\t') + 1) + 1);
  const name = line.indexOf('\t', title + 1);
  const also = line.indexOf('\t', name + 1);
  const main = line.slice(title + 1, name);
  return also > name + 1 ? [main, ...line.slice(name + 1, also).split('|')] : [main];
}
