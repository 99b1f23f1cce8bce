import { z } from 'zod';
import { alpha3, id, names, orNull, qid, text } from './fields.ts';

/** An outlet that reports credit. */
export const medium = z.strictObject({
  id,
  name: text,
  also: names,
  kind: z.enum(['agency', 'newspaper', 'broadcaster', 'magazine', 'site', 'platform']),
  country: orNull(alpha3),
  wikidata: orNull(qid),
  /** "yes" where the state owns and steers it; public broadcasters at arm's length are "no". */
  state: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((value) => value === 'yes'),
});
export const media = z.array(medium);
export type Medium = z.infer<typeof medium>;
