import { z } from 'zod';
import { alpha3, number, text } from './fields.ts';

/** A city; a name that several large cities share stands once for each. Compiled to lines: see rows.ts. */
const city = z.strictObject({
  name: text,
  also: z.string(),
  country: alpha3,
  lat: number.min(-90).max(90),
  lon: number.min(-180).max(180),
  population: number.int().nonnegative(),
  utc: number.min(-12).max(14),
  role: z.enum(['', 'capital', 'seat']),
});
export const cities = z.array(city.transform((row) => Object.values(row).join('\t')));
