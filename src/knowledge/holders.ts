import { z } from 'zod';
import { alpha3, cells, day, id, inOrder, orEmpty, qid, source, text } from './fields.ts';

/** A term of office. */
const holder = z.strictObject({
  /** ISO 3166-1 alpha-3. */
  country: alpha3,
  /** "head-of-state", "foreign-minister" … */
  office: id,
  /** As English news writes it: "President", "Foreign Minister". */
  title: text,
  name: text,
  also: cells,
  /** Null where the source gives none. */
  from: orEmpty(day),
  /** Null where no end was known on `as_of`; after that day the holder is uncertain. */
  until: orEmpty(day),
  wikidata: orEmpty(qid),
  source,
  /** The last day for which the row's source speaks. */
  as_of: day,
});
export const holders = z.array(inOrder(holder));
