import { z } from 'zod';

const lower = z.string().refine((words) => words === words.toLowerCase(), 'in lower case');
const phrases = z.array(lower);

/** `languages/…/wires`: words of what stands around a report without being part of it. */
export const wires = z.strictObject({
  promotions: phrases,
  labels: phrases,
  tags: phrases,
  copyrights: z.strictObject({ opening: phrases, anywhere: phrases }),
  bylines: z.strictObject({ opening: phrases, whole: phrases }),
  credits: phrases,
  headers: z.strictObject({
    id: phrases,
    title: phrases,
    published: phrases,
    publisher: phrases,
    url: phrases,
    language: phrases,
    byline: phrases,
    place: phrases,
    ignored: phrases,
  }),
});
