import { z } from 'zod';
import { alpha3, cells, day, id, source } from './fields.ts';

/** The states and territories that are members of a body; observers, candidates and suspended members are none. */
const membership = z.strictObject({
  organisation: id,
  members: cells.pipe(z.array(alpha3)),
  source,
  /** The last day for which the source speaks. */
  as_of: day,
});
export const memberships = z.array(membership);
