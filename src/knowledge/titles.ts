import { z } from 'zod';
import { id, orNull, text } from './fields.ts';
import { someWords, words } from './words.ts';

const yes = z
  .enum(['yes', 'no'])
  .default('no')
  .transform((value) => value === 'yes');

/** A word that heads titles, singular, with what it says of the one who bears it. */
const titleHead = z.strictObject({
  id,
  words: z.array(text),
  /** A sector of the ontology. */
  sector: orNull(z.string().regex(/^[A-Z]{3}$/)),
  /** Whose office it is: of a state, of a body, somebody's servant, or none: a trade or form of address. */
  of: z.enum(['state', 'body', 'person', 'self']),
  /** Does it mean an office where no name follows: "the president"? */
  lone: yes,
  examples: z.array(text).min(1),
});

/** Words of titles and offices in one language. */
export const titles = z.strictObject({
  heads: z.array(titleHead),
  /** Words around a head: "foreign", "deputy", "affairs". */
  portfolio: z.array(words).transform((lists) => lists.flat()),
  /** Words that say that the office is over: "former". */
  past: words,
  /** Words that say that it is held for a time: "acting". */
  meanwhile: words,
  /** The names of an office, by the office as the table of holders calls it. */
  offices: z.record(z.string(), words),
});
export type Titles = z.infer<typeof titles>;

/** A class of nouns that mean people or bodies who act. */
const agentClass = z.strictObject({
  id,
  /** A sector of the ontology. */
  sector: orNull(z.string().regex(/^[A-Z]{3}$/)),
  /** A body of its state, and named after it. */
  organ: yes,
  /** May one of them be "he" or "she"? */
  person: yes,
  /** Taken to be of the report's own country where nothing else is said. */
  home: z
    .enum(['yes', 'no'])
    .default('yes')
    .transform((value) => value === 'yes'),
  nouns: words,
  examples: z.array(text).min(1),
});
export const agents = z.array(agentClass);
export type AgentClass = z.infer<typeof agentClass>;

/** Pronouns by what they can stand for, and nouns that tell a person's sex; lower case. */
export const pronouns = z.strictObject({
  person: z.strictObject({ male: words, female: words }),
  thing: words,
  many: words,
  speaker: words,
  hearer: someWords,
  relative: words,
  male: words,
  female: words,
});
export type Pronouns = z.infer<typeof pronouns>;
