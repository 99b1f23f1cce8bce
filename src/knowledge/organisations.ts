import { z } from 'zod';
import { alpha3, day, id, names, orNull, qid, source, text } from './fields.ts';

export const ORGANISATION_KINDS = [
  'igo',
  'ngo',
  'armed-group',
  'party',
  'parliament',
  'government',
  'ministry',
  'security',
  'court',
  'agency',
  'company',
  'people',
  'media',
] as const;

/** A body that acts or speaks under a proper name. */
export const organisation = z.strictObject({
  id,
  name: text,
  also: names,
  /** Nouns and adjectives for its people: "Houthi", "Houthis". */
  demonyms: names,
  kind: z.enum(ORGANISATION_KINDS),
  /** Home state, `IGO` for intergovernmental bodies, null where it has none. */
  country: orNull(alpha3),
  /** Only where it is certain. */
  wikidata: orNull(qid),
  /** A sector of the ontology. */
  sector: orNull(z.string().regex(/^[A-Z]{3}$/)),
  /** The body that it belongs to. */
  of: orNull(id),
  members: z.array(alpha3).default([]),
  /** City of its seat; that seat's name may stand for the body where `metonyms` says so. */
  seat: orNull(text),
  metonyms: names,
  from: orNull(day),
  until: orNull(day),
  source: orNull(source),
});
export const organisations = z.array(organisation);
export type Organisation = z.infer<typeof organisation>;
