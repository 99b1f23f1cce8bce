import type { z } from 'zod';
import type { schemas } from './schemas.ts';
import { openTables, type ReadAt, type Tables } from './tables/tables.ts';

type DeepReadonly<T> = T extends readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** All of `knowledge/`, one entry a file, validated. */
export type Source = { readonly [K in keyof typeof schemas]: DeepReadonly<z.infer<(typeof schemas)[K]>> };

/** Files of many rows: a reader has them in tables alone. */
export const TABLED = [
  'actors/media',
  'actors/members',
  'actors/organisations',
  'offices/holders',
  'offices/organisation-heads',
  'places/areas',
  'places/cities',
  'places/divisions',
  'places/middles',
  'places/towns',
] as const;

/** All that the program knows, as data; frozen by its types. */
export type Knowledge = Omit<Source, (typeof TABLED)[number]> & { readonly tables: Tables };

/** Knowledge from the two files that `compile` writes, trusted. @param json dist/knowledge.json @param tables dist/tables.bin */
export const loadKnowledge = (json: string, tables: ReadAt): Knowledge => ({
  ...(JSON.parse(json) as Omit<Knowledge, 'tables'>),
  tables: openTables(tables),
});
