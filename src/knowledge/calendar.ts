import { z } from 'zod';

const number = z.coerce.number();
const words = z.array(z.string().min(1));
const numbered = z.record(z.string(), number);

export const TIME_UNITS = [
  'hour',
  'day',
  'week',
  'fortnight',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
] as const;

export const BOUNDS = ['since', 'by', 'until', 'before', 'after', 'from', 'within', 'in'] as const;

/** The words by which one language tells time; lower case throughout. */
export const calendar = z.strictObject({
  /** Twelve lists, from January on. */
  months: z.array(words).length(12),
  /** Seven lists, from Monday on. */
  weekdays: z.array(words).length(7),
  /** First month of each season. */
  seasons: numbered,
  numbers: numbered,
  ordinals: numbered,
  decades: numbered,
  units: z.record(z.enum(TIME_UNITS), words),
  /** Days counted from today. */
  days: numbered,
  'day parts': words,
  shifts: numbered,
  stretches: numbered,
  /** Which third of the period. */
  parts: z.record(z.string(), z.coerce.number().int().min(1).max(3)),
  comparatives: numbered,
  halves: words,
  quarters: words,
  bounds: z.record(z.string(), z.enum(BOUNDS)),
  /** Words that open a stretch, each with those that lead to its other end. */
  opens: z.record(z.string(), words),
  /** Words that lead to the other end without an opening one. */
  links: words,
  connectors: words,
  ago: words,
  hence: words,
  of: words,
  /** Between "earlier" and its time. */
  inside: words,
  articles: words,
  fiscal: words,
  habits: words,
  /** Nouns that number their kind: the figures behind them are no year. */
  numbered: words,
  'coming modals': words,
  /** Lemmas below which times are still to come. */
  coming: words,
  /** Lemmas whose infinitive is still to come. */
  complements: words,
  names: words,
  known: z.array(z.strictObject({ words: z.string(), on: z.iso.date() })),
  /** Month and day, "12-25". */
  feasts: z.record(z.string(), z.string().regex(/^\d{2}-\d{2}$/)),
});
export type Calendar = z.infer<typeof calendar>;
