import { z } from 'zod';
import { wordList } from './spelling.ts';

const stopped = wordList.refine((words) => words.every((word) => word.endsWith('.')), 'each ends in a full stop');

/** `languages/…/abbreviations`: written with a full stop, by where the stop may end a sentence. */
export const abbreviations = z.strictObject({
  'before names': stopped,
  'before numbers': stopped,
  inside: stopped,
  anywhere: stopped,
});
