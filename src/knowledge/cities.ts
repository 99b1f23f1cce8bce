import { z } from 'zod';
import { alpha3, cells, number, orEmpty, text } from './fields.ts';

const latitude = number.min(-90).max(90);
const longitude = number.min(-180).max(180);
/** A state or province by its code in GeoNames: "US.TX". */
const division = z.string().regex(/^[A-Z]{2}\.\w+$/, 'a division is a country and a code: US.TX');

const place = {
  /** As English news writes it. */
  name: text,
  also: cells,
  /** ISO 3166-1 alpha-3. */
  country: alpha3,
  lat: latitude,
  lon: longitude,
  population: number.int().nonnegative(),
};

/** A city; a name that several large cities share stands once for each. */
export const cities = z.array(
  z.strictObject({
    ...place,
    /** The state or province that it lies in. */
    division: orEmpty(division),
    /** Standard time, hours east of Greenwich. */
    utc: number.min(-12).max(14),
    role: orEmpty(z.enum(['capital', 'seat'])),
  }),
);

/** Towns beside the cities, and parts of cities that have a name. */
export const towns = z.array(z.strictObject({ ...place, division: orEmpty(division) }));

/** A state or province (level 1), or a county or district (level 2), whose `code` is that of the state or province it lies in. */
export const divisions = z.array(z.strictObject({ ...place, code: division, level: z.enum(['1', '2']) }));

/** The middle of a state's largest land. */
export const middles = z.array(z.strictObject({ country: alpha3, lat: latitude, lon: longitude }));
