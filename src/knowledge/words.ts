import { z } from 'zod';

/** Words written as one string with commas between them ("ask, request, urge"), or as a list. */
export const words = z
  .union([z.string(), z.array(z.string())])
  .transform((list) =>
    (typeof list === 'string' ? list.split(',') : list).map((word) => word.trim()).filter((word) => word !== ''),
  );

/** The same where the key may be left out: no words then. */
export const someWords = words.optional().transform((list) => list ?? []);
