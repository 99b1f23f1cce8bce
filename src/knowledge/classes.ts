import { z } from 'zod';
import { words } from './words.ts';

/** Classes of nouns that rules for events share, by name: a rule says "@troops" for all of its words. */
export const classes = z.record(z.string().regex(/^[a-z]+$/), words);
