import { z } from 'zod';

const words = z.array(z.string().min(1));

/** Words by which a language says where something is. */
export const whereabouts = z.strictObject({
  /** Prepositions of being somewhere. */
  at: words,
  /** Prepositions of going, which need a word of moving above them. */
  to: words,
  movers: words,
  /** Verbs whose object is a place. */
  reaching: words,
  /** Words below which a preposition of being tells no place. */
  'not in': words,
  /** Nouns of areas and spots that carry names. */
  areas: words,
  /** Nouns whose "of" or own name tells the place. */
  parts: words,
  /** Nouns of what a state is divided into. */
  divisions: words,
  'offices of divisions': words,
});
export type Whereabouts = z.infer<typeof whereabouts>;
