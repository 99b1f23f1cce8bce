import { z } from 'zod';
import { wordList } from './spelling.ts';

const forms = z.record(z.string(), wordList);

/** `languages/…/lemmas`: inflected forms that no rule of spelling undoes, by dictionary form. */
export const lemmas = z.strictObject({
  verbs: forms,
  nouns: forms,
  adjectives: forms,
  adverbs: forms,
  small: z.strictObject({ pronouns: forms, determiners: forms, modals: forms, adverbs: forms, to: forms }),
  figures: forms,
  abbreviations: forms,
  'silent e': wordList,
  'no silent e': wordList,
  'double consonants': wordList,
  'single l': wordList,
  'nouns in ie': wordList,
  'nouns in e': wordList,
  'nouns in s': wordList,
  'no plural': wordList,
});
