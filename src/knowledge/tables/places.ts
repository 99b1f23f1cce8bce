import { bare } from '../keys.ts';
import type { Source } from '../knowledge.ts';
import type { Entry, PlaceRow, Rows } from './tables.ts';

/** Tables of places: states, what they are divided into, cities with capitals among them, towns and areas. */
export function tabulatePlaces(know: Source): readonly Entry[] {
  const places = new Map<string, PlaceRow[]>();
  const reach = new Map<string, number>();
  const enter = (names: readonly string[], place: PlaceRow): void => {
    for (const key of new Set(names.map(placeKey))) {
      const words = key.split(' ');
      const [first = ''] = words;
      const others = places.get(key);
      if (others === undefined) places.set(key, [place]);
      else others.push(place);
      reach.set(first, Math.max(reach.get(first) ?? 0, words.length));
    }
  };
  const middles = new Map(know['places/middles'].map((it) => [it.country, [it.lat, it.lon] as const]));
  for (const { id, name, also } of know['actors/states'])
    enter([name, ...also], [name, 'state', id, null, middles.get(id) ?? null, null]);
  const provinces = new Map(
    know['places/areas']
      .filter(({ country }) => country !== null)
      .flatMap((area) => [area.name, ...area.also].map((name) => [`${name} ${area.country ?? ''}`, area] as const)),
  );
  const taken = new Set<string>();
  for (const { name, also, code, country, lat, lon, population, level } of know['places/divisions']) {
    const area = level === '1' ? provinces.get(`${name} ${country}`) : undefined;
    if (area !== undefined) taken.add(area.id);
    // Towns lie where people live; a point that somebody chose is nearer to a province's middle.
    const point = country === 'USA' ? ([lat, lon] as const) : (pointOf(area?.at ?? null) ?? ([lat, lon] as const));
    const names = [name, ...also, ...(area === undefined ? [] : [area.name, ...area.also])];
    enter(names, [name, level === '1' ? 'division' : 'county', country, code, point, population]);
  }
  for (const { name, also, country, division, lat, lon, population } of [
    ...know['places/cities'],
    ...know['places/towns'],
  ])
    enter([name, ...also], [name, 'town', country, division, [lat, lon], population]);
  for (const { id, name, also, country, at } of know['places/areas'])
    if (!taken.has(id)) enter([name, ...also], [name, 'area', country, null, pointOf(at), null]);
  return [
    ...[...places].map(([key, all]) => ['place', key, all.sort(largerFirst)] as const),
    ...[...reach].flatMap(([key, words]) => (words === 1 ? [] : [['place from', key, words] as const])),
    ...firstOf(know['places/cities'], ({ country, utc }): Rows['town'] => [country, utc]).map(
      ([key, town]) => ['town', key, town] as const,
    ),
    ...firstOf(know['places/areas'], ({ country, kind }): Rows['area'] => [country, kind]).map(
      ([key, area]) => ['area', key, area] as const,
    ),
  ];
}

const pointOf = (at: readonly number[] | null): PlaceRow[4] => (at === null ? null : [at[0] ?? 0, at[1] ?? 0]);

/** By each name in small letters what the first of its bearers has; the table of cities has the larger first. */
function firstOf<Place extends { readonly name: string; readonly also: readonly string[] }, Row>(
  places: readonly Place[],
  rowOf: (place: Place) => Row,
): readonly (readonly [string, Row])[] {
  const rows = new Map<string, Row>();
  for (const place of places)
    for (const one of [place.name, ...place.also].map((it) => it.toLowerCase()))
      if (!rows.has(one)) rows.set(one, rowOf(place));
  return [...rows];
}

const largerFirst = ([, , , , , a]: PlaceRow, [, , , , , b]: PlaceRow): number =>
  (b ?? Infinity) - (a ?? Infinity) || 0;

/** The words of a name, as they are looked up: "Stoke-on-Trent" → "Stoke on Trent". */
const placeKey = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map(bare)
    .filter((word) => word !== '')
    .join(' ');
