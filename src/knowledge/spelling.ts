import { z } from 'zod';

/** Words written as one string, with blanks or line ends between them. */
export const wordList = z.string().transform((words) => words.split(/\s+/).filter((word) => word !== ''));

/** `languages/…/spelling`: small words by which text is cut into sentences and tokens. */
export const spelling = z.strictObject({
  clitics: wordList,
  contractions: z.record(
    z.string(),
    wordList.refine((parts) => parts.length === 2, 'two tokens'),
  ),
  elisions: wordList,
  prefixes: wordList,
  units: wordList,
  openers: wordList,
  common: wordList,
});
