import { bare } from '../keys.ts';
import type { Source } from '../knowledge.ts';
import type { Entry, PlaceRow, Rows } from './tables.ts';

/** Tables of places: states, which stand for themselves, and cities, capitals among them. */
export function tabulatePlaces(know: Source): readonly Entry[] {
  const places = new Map<string, PlaceRow[]>();
  const reach = new Map<string, number>();
  const towns = new Map<string, Rows['town']>();
  const areas = new Map<string, Rows['area']>();
  const enter = (name: string, place: PlaceRow): void => {
    const key = placeKey(name);
    const words = key.split(' ');
    const [first = ''] = words;
    places.set(key, [...(places.get(key) ?? []), place]);
    reach.set(first, Math.max(reach.get(first) ?? 0, words.length));
  };
  for (const { id, name, also } of know['actors/states'])
    for (const one of [name, ...also]) enter(one, [name, id, null, null]);
  for (const { name, also, country, lat, lon, population, utc } of know['places/cities'])
    for (const one of [name, ...also]) {
      enter(one, [name, country, [lat, lon], population]);
      // The table has the larger places first.
      if (!towns.has(one.toLowerCase())) towns.set(one.toLowerCase(), [country, utc]);
    }
  for (const { name, also, country, kind } of know['places/areas'])
    for (const one of [name, ...also].map((it) => it.toLowerCase()))
      if (!areas.has(one)) areas.set(one, [country, kind]);
  return [
    ...[...places].map(([key, all]) => ['place', key, all.sort(largerFirst)] as const),
    ...[...reach].map(([key, words]) => ['place from', key, words] as const),
    ...[...towns].map(([key, town]) => ['town', key, town] as const),
    ...[...areas].map(([key, area]) => ['area', key, area] as const),
  ];
}

const largerFirst = ([, , , a]: PlaceRow, [, , , b]: PlaceRow): number => (b ?? Infinity) - (a ?? Infinity) || 0;

/** The words of a name, as they are looked up: "Stoke-on-Trent" → "Stoke on Trent". */
const placeKey = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map(bare)
    .filter((word) => word !== '')
    .join(' ');
