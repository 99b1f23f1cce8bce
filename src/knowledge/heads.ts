import { z } from 'zod';
import { day, id, inOrder, names, orNull, source, text } from './fields.ts';

/** The office of an organisation's head, and those who held it. */
export const organisationHead = z.strictObject({
  organisation: id,
  title: text,
  /** Other names of the office: "UN chief". */
  titles: names,
  /** The last day for which open terms are known. */
  as_of: day,
  source,
  holders: z.array(inOrder(z.strictObject({ name: text, also: names, from: day, until: orNull(day) }))),
});
export const organisationHeads = z.array(organisationHead);
export type OrganisationHead = z.infer<typeof organisationHead>;
