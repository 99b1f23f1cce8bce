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
  /** Of the report's own country where nothing else is said? */
  home: z
    .enum(['yes', 'no'])
    .default('yes')
    .transform((value) => value === 'yes'),
  /** Of a part of a state: the governor of Georgia is not the country's. */
  below: yes,
  /** Does it mean an office where no name follows: "the president"? */
  lone: yes,
  /** The office of whom it is said: "her Chilean counterpart". */
  same: yes,
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
  /** Offices cut short, and in full: "pm" is "prime minister". */
  spelled: z.record(z.string(), text),
  /** Names of offices that nobody but their holders bears: "king". */
  styles: words,
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
  kind: z.enum(['group', 'organisation', 'state']).default('group'),
  /** What a definite one takes up of what was named before: "the country". */
  again: orNull(z.enum(['state', 'pact', 'organisation', 'media'])),
  /** Counts those whom an "of" phrase names: "thousands of refugees". */
  counts: yes,
  /** A participant as subject alone: ships and reports act, but what is done to them is done to nobody. */
  only: orNull(z.literal('subject')),
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
  /** First names that tell a person's sex. */
  given: z.strictObject({ male: words, female: words }),
});
/** Adjectives that say whose a group is not: lower case. */
export const modifiers = z.strictObject({
  /** Below the state: "local authorities" are not the government. */
  local: words,
  /** Of no country that the report would imply: "foreign", "unknown". */
  foreign: words,
  /** Names that take the definite article. */
  articled: words,
  /** Words of names that are neither people nor bodies. */
  things: words,
  /** Before a noun of action these say how and not who: "guerrilla war". */
  manner: words,
  openers: words,
  /** Judgements and times before a title, no part of the office: "new", "veteran". */
  idle: words,
});

export type Pronouns = z.infer<typeof pronouns>;
