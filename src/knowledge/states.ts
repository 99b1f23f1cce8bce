import { z } from 'zod';
import { alpha3, day, names, number, orNull, qid, source, text } from './fields.ts';

/** A name that a state had before. */
const formerName = z.strictObject({
  name: text,
  from: orNull(day),
  /** The last day before the next name. */
  until: day,
  source,
});

/** A state, a territory that news names apart from its state, or a state that ended. */
export const state = z.strictObject({
  id: alpha3,
  name: text,
  kind: z.enum(['state', 'territory', 'former']),
  /** The state that a territory belongs to. */
  of: orNull(alpha3),
  also: names,
  /** What it was called until when, where that was another name. */
  called: z.array(formerName).default([]),
  adjectives: names,
  /** The part before a hyphen: "Sino-American". */
  prefixes: names,
  /** Nouns for its people, singular and plural. */
  demonyms: names,
  capital: orNull(text),
  /** Names that stand for its government: "Beijing", "Downing Street". */
  metonyms: names,
  /** Standard time at the capital, hours east of Greenwich. */
  utc: orNull(number),
  wikidata: orNull(qid),
  from: orNull(day),
  until: orNull(day),
  source: orNull(source),
});
export const states = z.array(state);
export type State = z.infer<typeof state>;
