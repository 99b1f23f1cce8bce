import { z } from 'zod';
import { TIME_UNITS } from './time-units.ts';

const number = z.coerce.number();
const words = z.array(z.string().min(1));
const numbered = z.record(z.string(), number);

export const BOUNDS = ['since', 'by', 'until', 'before', 'after', 'from', 'within', 'in'] as const;

/** The words by which one language tells time; lower case throughout. */
export const calendar = z.strictObject({
  /** Twelve lists, from January on. */
  months: z.array(words).length(12),
  /** Seven lists, from Monday on. */
  weekdays: z.array(words).length(7),
  /** From 0 for Monday: forms that mean a day only before its date. */
  'short weekdays': numbered,
  /** First month of each season. */
  seasons: numbered,
  numbers: numbered,
  /** Before the last figure of a year or of minutes. */
  zero: words,
  ordinals: numbered,
  decades: numbered,
  /** Words for a decade only behind its century: "twenty tens". */
  'decade endings': numbered,
  thousands: words,
  hundreds: words,
  /** Behind a century: counted back from year 1. */
  'before year 1': words,
  /** Days before a feast: "the eve of Easter". */
  eves: words,
  units: z.record(z.enum(TIME_UNITS), words),
  /** Days counted from today. */
  days: numbered,
  /** Each with its letters in TIMEX3. */
  'day parts': z.record(z.string(), z.string().regex(/^[A-Z]{2}$/)),
  /** Hours that have a name. */
  hours: numbered,
  /** Words behind an hour that tell in which half of the day it lies. */
  'halves of the day': z.record(z.string(), z.enum(['am', 'pm', 'night'])),
  "o'clock": words,
  /** Between an hour and the minutes before it ("past") or after ("to"). */
  past: words,
  to: words,
  /** Before an hour. */
  at: words,
  /** Time zones as ISO 8601 writes them; empty for the hour of the place. */
  zones: z.record(z.string(), z.string().regex(/^(?:|Z|[+-]\d{2}:\d{2})$/)),
  shifts: numbered,
  /** Before a weekday: the nearest that is over or to come. */
  nearest: numbered,
  stretches: numbered,
  /** Which third of the period. */
  parts: z.record(z.string(), z.coerce.number().int().min(1).max(3)),
  'part nouns': words,
  comparatives: numbered,
  /** What is left of a period. */
  rests: words,
  /** Between "in" and a length. */
  approximately: words,
  /** Those of them that make "in" mean "within". */
  below: words,
  /** Behind a length that "in" opens. */
  time: words,
  /** Behind a length: on which side of what is told it lies. */
  sides: numbered,
  /** Before a unit, counted from the day told before. */
  told: numbered,
  'told days': numbered,
  /** Behind "that": "that same day". */
  same: words,
  quarters: words,
  bounds: z.record(z.string(), z.enum(BOUNDS)),
  'open ends': z.record(z.string(), z.enum(BOUNDS)),
  /** Words that open a stretch, each with those that lead to its other end. */
  opens: z.record(z.string(), words),
  /** Between two counts. */
  alternatives: words,
  /** Words that lead to the other end without an opening one. */
  links: words,
  now: words,
  connectors: words,
  ago: words,
  hence: words,
  of: words,
  /** Between "earlier" and its time. */
  inside: words,
  articles: words,
  fiscal: words,
  habits: words,
  /** Words for what comes again, each with its TIMEX3 value. */
  sets: z.record(z.string(), z.string()),
  every: words,
  other: words,
  per: words,
  once: words,
  times: words,
  /** Nouns whose amount "a year" turns into a rate. */
  amounts: words,
  half: words,
  /** The indefinite articles, which count one. */
  single: words,
  vague: words,
  /** Two of them: "a couple of weeks". */
  pair: words,
  another: words,
  /** Between a count and its unit. */
  whole: words,
  long: words,
  all: words,
  aged: words,
  /** Before a unit that stands for its length: "for years". */
  during: words,
  than: words,
  /** Before a length that lasts. */
  lasting: words,
  /** Which of many, from either end. */
  edges: numbered,
  /** Before a length counted from a day: less than it (-1) or more (1). */
  compared: numbered,
  /** Between a bound and its time. */
  hedges: words,
  /** Behind a length that begins today. */
  'to come': words,
  /** Behind a length: its last day follows. */
  ending: words,
  /** What has an early and a late part, beside units. */
  stages: words,
  /** Between "week" and its day. */
  starting: words,
  /** Before the bare number of a day: "on the 22nd". */
  'before days': words,
  /** Nouns that number their kind: the figures behind them are no year. */
  numbered: words,
  'coming modals': words,
  /** Lemmas below which times are still to come. */
  coming: words,
  /** Lemmas whose infinitive is still to come. */
  complements: words,
  names: words,
  known: z.array(z.strictObject({ words: z.string(), on: z.iso.date() })),
  /** Month and day ("12-25"), the so many-th weekday of a month ("11-WXX-4-4", L for its last), or days from Easter ("easter-2"). */
  feasts: z.record(z.string(), z.string().regex(/^(?:\d{2}-\d{2}|\d{2}-WXX-\d-[\dL]|easter[+-]\d+)$/)),
});
export type Calendar = z.infer<typeof calendar>;
