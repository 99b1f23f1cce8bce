import { z } from 'zod';
import { CERTAINTIES, STATUSES } from '../document/claim.ts';
import { someWords, words } from './words.ts';

const status = z.enum(STATUSES);

/** Words that decide the standing of an act they govern: "invited to visit", "plans for talks", "the visit was postponed". */
const governor = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  verb: someWords,
  noun: someWords,
  adjective: someWords,
  particle: someWords,
  /** Prepositions of which one must stand between the governing word and the act ("call for talks", "succeeded in signing"). */
  through: someWords,
  /** The standing of the act; `own`: that of the governing word itself ("managed to", "held talks"). */
  status: status.or(z.literal('own')),
  /** The standing where the governing word is negated ("did not agree to meet"). */
  negated: status.optional().transform((it) => it ?? null),
  /** How sure the act is at most ("is said to have signed"); as sure as its own words say, unless given. */
  certainty: z
    .enum(CERTAINTIES)
    .optional()
    .transform((it) => it ?? null),
  /** Does the subject of the governing word ask for the act? */
  initiates: z
    .enum(['yes', 'no'])
    .optional()
    .transform((it) => it === 'yes'),
  /** Is the deciding itself the act for schemes that keep no status ("announced a truce")? */
  settles: z
    .enum(['yes', 'no'])
    .optional()
    .transform((it) => it === 'yes'),
  /**
   * Governs the noun that is its object or passive subject only, or clauses as well; or only judges what is told in a clause,
   * its complement or that of a noun beside it ("it is untrue that", "rumours that … were dismissed"); or only answers what
   * such a noun asks for ("accepted an invitation to visit").
   */
  over: z
    .enum(['nouns', 'clauses', 'both', 'contents', 'requests'])
    .optional()
    .transform((it) => it ?? 'both'),
});

export const standing = z.strictObject({
  governors: z.array(governor),
  /** By the lemma of a modal verb. */
  modals: z.record(z.string(), status),
  /** Modal verbs that, before a perfect, say that it did not happen ("would have signed"). */
  unfulfilled: words,
  negators: words,
  /** Modal verbs that, before a perfect, infer that it happened ("must have signed"). */
  inferring: words,
  /** Adverbs that take back the negation right before them ("not only"). */
  adding: words,
  /** Adverbs that say of an infinitive that it has not come about ("is yet to sign"). */
  unmet: words,
  /** Determiners and pronouns that deny what they are subject or object of. */
  negative: words,
  /** Adverbs and adjectives that make a report less than certain. */
  probable: words,
  possible: words,
  /** Conjunctions that open a condition. */
  conditions: words,
  /** Conjunctions that open an indirect question. */
  asking: words,
  /** Auxiliaries that, before the subject, open a condition ("had it signed"). */
  inverting: words,
  /** Nouns that hold what somebody tells ("the claim that …"). */
  contents: words,
  /** Conjunctions that open what a noun tells ("rumours that they met"). */
  telling: words,
  /** Prepositions that tie an act to a verb only where the verb asks for it ("called for talks"). */
  sought: words,
  /** Prepositions whose noun is still to come, is going on. */
  before: words,
  during: words,
  /** Prepositions whose noun or gerund was there before the verb's act, beside it, or in spite of it. */
  circumstances: words,
  /** Conjunctions after which the present tense tells of what is to come, where the main clause does ("will leave once it has signed"). */
  awaiting: words,
  /** Verbs of going that, in the present tense, tell of the near future. */
  motion: words,
  /** Adjectives that count an act among others, and the prepositions that then measure instead of dating. */
  ordinals: words,
  measures: words,
  /** Verbs that, denied of everything, leave what stands beside them unconfirmed ("nothing has been decided"). */
  settling: words,
  /** Nouns that take up an act of violence of which the report has told ("in the attack"). */
  incidents: words,
  /** Determiners of what has been told of. */
  known: words,
});
export type Standing = z.infer<typeof standing>;
