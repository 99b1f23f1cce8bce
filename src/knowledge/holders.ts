import { z } from 'zod';
import { alpha3, day, id, source, text } from './fields.ts';

const empty = z.literal('');

/** A term of office. Compiled to lines: see rows.ts. */
const holder = z.strictObject({
  country: alpha3,
  office: id,
  title: text,
  name: text,
  also: z.string(),
  from: day.or(empty),
  until: day.or(empty),
  wikidata: z
    .string()
    .regex(/^Q\d+$/)
    .or(empty),
  source,
  as_of: day,
});
export const holders = z.array(
  // The reader has no use for the source: it stays in the table.
  holder.transform(({ source: _, ...row }) => Object.values(row).join('\t')),
);
