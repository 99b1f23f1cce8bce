import { z } from 'zod';
import { alpha3, cells, number, orEmpty, text } from './fields.ts';

/** A city; a name that several large cities share stands once for each. */
const city = z.strictObject({
  /** As English news writes it. */
  name: text,
  also: cells,
  /** ISO 3166-1 alpha-3. */
  country: alpha3,
  lat: number.min(-90).max(90),
  lon: number.min(-180).max(180),
  population: number.int().nonnegative(),
  /** Standard time, hours east of Greenwich. */
  utc: number.min(-12).max(14),
  role: orEmpty(z.enum(['capital', 'seat'])),
});
export const cities = z.array(city);
