import { z } from 'zod';
import { STATUSES } from '../document/claim.ts';
import { someWords, words } from './words.ts';

const status = z.enum(STATUSES);

/** Words that decide the standing of an act they govern: "invited to visit", "plans for talks", "the visit was postponed". */
const governor = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  verb: someWords,
  noun: someWords,
  adjective: someWords,
  particle: someWords,
  /** Prepositions of which one must stand between the governing word and the act ("call for talks"). */
  through: someWords,
  /** The standing of the act; `own`: that of the governing word itself ("managed to", "held talks"). */
  status: status.or(z.literal('own')),
  /** The standing where the governing word is negated ("did not agree to meet"). */
  negated: status.optional().transform((it) => it ?? null),
  /** Does the subject of the governing word ask for the act? */
  initiates: z
    .enum(['yes', 'no'])
    .optional()
    .transform((it) => it === 'yes'),
  /** Governs the noun that is its object or passive subject only, or clauses as well. */
  over: z
    .enum(['nouns', 'clauses', 'both'])
    .optional()
    .transform((it) => it ?? 'both'),
});

export const standing = z.strictObject({
  governors: z.array(governor),
  /** By the lemma of a modal verb. */
  modals: z.record(z.string(), status),
  negators: words,
  /** Determiners and pronouns that deny what they are subject or object of. */
  negative: words,
  /** Adverbs and adjectives that make a report less than certain. */
  probable: words,
  possible: words,
  /** Conjunctions that open a condition. */
  conditions: words,
  /** Prepositions whose noun is still to come, is going on. */
  before: words,
  during: words,
  /** Verbs of going that, in the present tense, tell of the near future. */
  motion: words,
  /** Adjectives that count an act among others, and the prepositions that then measure instead of dating. */
  ordinals: words,
  measures: words,
  /** Verbs that, denied of everything, leave what stands beside them unconfirmed ("nothing has been decided"). */
  settling: words,
});
export type Standing = z.infer<typeof standing>;
