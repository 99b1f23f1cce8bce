import { z } from 'zod';

/** Words written as one string with commas between them: "ask, request, urge". */
export const words = z.string().transform((list) =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);

/** The same where the key may be left out: no words then. */
export const someWords = words.optional().transform((list) => list ?? []);
