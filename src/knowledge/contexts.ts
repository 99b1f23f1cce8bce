import { z } from 'zod';
import { id, text } from './fields.ts';

/** Words of a language that tell in which of PLOVER's contexts an act stands: forms, small letters, several with blanks between. */
export const contextWords = z.array(
  z.strictObject({
    id,
    words: z.array(z.string().regex(/^[^\p{Lu}]+$/u)).nonempty(),
    examples: z.array(text).nonempty(),
    'but not': z.array(text).nonempty(),
  }),
);
