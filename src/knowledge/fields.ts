import { z } from 'zod';
import { endsBefore, isInCalendar } from './days.ts';

/** What schemas of several files share. Every scalar arrives as a string; what is absent becomes null, lists become empty. */
export const text = z.string().trim().min(1);
export const names = z.array(text).default([]);
/** Lower-case words joined by hyphens, stable for ever. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');
/** ISO 3166-1 alpha-3, or XKX for Kosovo. */
export const alpha3 = z.string().regex(/^[A-Z]{3}$/, 'a country is three capital letters');
/** The number of an item of Wikidata. */
export const qid = z.string().regex(/^Q\d+$/, 'a Wikidata id is Q and a number');
/** A day, month or year: "2022-10-25", "2022-10", "2022". */
export const day = z.string().refine(isInCalendar, 'a date is YYYY, YYYY-MM or YYYY-MM-DD, and in the calendar');
export const number = z.coerce.number();

export const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
/** In tables an empty cell is null. */
export const orEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((cell) => (cell === '' ? null : cell), schema.nullable());
/** A cell of a table that holds several names: "Kiev|Kyiv". */
export const cells = z.string().transform((cell) => (cell === '' ? [] : cell.split('|')));
/** Words for where a dated fact was read. */
export const source = text;
/** A term does not end before it begins. */
export const inOrder = <Row extends { readonly from: string | null; readonly until: string | null }>(
  schema: z.ZodType<Row>,
) =>
  schema.refine(({ from, until }) => !endsBefore(from, until), { path: ['until'], error: 'it ends before it begins' });
