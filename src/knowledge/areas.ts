import { z } from 'zod';
import { alpha3, id, names, number, orNull, text } from './fields.ts';

/** A place larger or less settled than a city; `at` is a point inside it, in degrees north and east. */
export const area = z.strictObject({
  id,
  name: text,
  also: names,
  kind: z.enum([
    'continent',
    'region',
    'province',
    'territory',
    'disputed',
    'ocean',
    'sea',
    'strait',
    'canal',
    'river',
    'island',
    'valley',
    'border',
    'corridor',
    'site',
    'town',
  ]),
  /** Null where several states share or dispute it. */
  country: orNull(alpha3),
  at: orNull(z.tuple([number, number])),
});
export const areas = z.array(area);
export type Area = z.infer<typeof area>;
