import type { z } from 'zod';
import type { schemas } from './schemas.ts';

type DeepReadonly<T> = T extends readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** All that the program knows, as data: one entry a file of `knowledge/`, validated when it was compiled. */
export type Knowledge = { readonly [K in keyof typeof schemas]: DeepReadonly<z.infer<(typeof schemas)[K]>> };

/** Knowledge from the text that `compile` wrote; frozen by its types. Throws where the text is not JSON. */
export const loadKnowledge = (compiled: string): Knowledge => JSON.parse(compiled) as Knowledge;
