import { z } from 'zod';
import { PLOVER_TYPES, STATUSES } from '../document/claim.ts';
import { someWords } from './words.ts';

/** A sentence that a rule must code, and what it must find: names of actors and recipients as the claims give them. */
const example = z.strictObject({
  text: z.string(),
  published: z.string().optional(),
  actors: someWords,
  recipients: someWords,
  status: z.enum(STATUSES).optional(),
});

/**
 * A rule that sees an event in a construction. One of `verb`, `noun`, `adjective` lists the lemmas that set it off.
 * Slots say where participants stand: subject and object (in the deep sense), indirect, complement (the subject of the
 * complement clause), complement.object, complement.owner, complement with a preposition ("complement.on"), owner (the
 * possessor or modifier of a noun), object.owner, act (whose the act is in which it came about: "killed in an attack by"),
 * speaker (whose statement it stands in), hearer (to whom the verb is done that the noun goes with: "told him in a call"), or a
 * preposition. `needs` and `lacks` also know clause, infinitive, wish (a
 * clause of what is wanted: "insisted that it leave"), carrier, and purpose (the noun is what the verb is done for: "left for talks"). In lists of lemmas "@troops" stands for the words of that
 * class in `classes.yaml`.
 */
const eventRule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    type: z.enum(PLOVER_TYPES),
    mode: z
      .string()
      .optional()
      .transform((mode) => mode ?? null),
    /** Its code in CAMEO, where that is not the one of its type or mode; for the views that keep no status. */
    cameo: z
      .string()
      .regex(/^\d{2,4}$/)
      .optional()
      .transform((code) => code ?? null),
    verb: someWords,
    noun: someWords,
    adjective: someWords,
    /** Lemmas of a particle or adverb that must stand with the verb ("out" of "carry out"). */
    particle: someWords,
    /** Lemmas of which the head of those who do it must be one ("peacekeeper" of "peacekeepers arrived"). */
    doer: someWords,
    /** Lemmas of which the object's head must be one ("concern" of "voice concern"). */
    object: someWords,
    /** Lemmas of which the object's head must be none ("investigation" of "launch an investigation into"). */
    unobject: someWords,
    /** Lemmas of which the complement's head must be one. */
    complement: someWords,
    /** Lemmas of which one must modify the noun ("state" of "state visit"), or a verb's object. */
    modifier: someWords,
    /** Slots that must be filled. */
    needs: someWords,
    /** Slots that must be empty. */
    lacks: someWords,
    /** Slots that must hold a political actor. */
    political: someWords,
    /** Slots that must hold those who bear arms. */
    armed: someWords,
    /** Slots in which the participant itself must stand, not something of theirs. */
    direct: someWords,
    /** Slots that must hold somebody who can come and go or be sent: a person, a group or a body, but no state. */
    people: someWords,
    /** Sectors of which those people must not be ("PTY"). */
    unlike: someWords,
    /** Slots that must hold a name or a political actor ("to Oslo", not "to war"). */
    named: someWords,
    /** Lemmas of which the head of some prepositional phrase must be one ("list" of "remove from the list"). */
    phrase: someWords,
    /** Slots of which one must hold an organisation or a pact. */
    bodies: someWords,
    actors: someWords,
    recipients: someWords,
    /** Both sides do it: actors and recipients act alike ("clashed with"). */
    mutual: z
      .enum(['yes', 'no'])
      .default('no')
      .transform((value) => value === 'yes'),
    initiators: someWords,
    about: someWords,
    /** The status of the act named where the rule itself says it ("invite" names a visit that is asked for). */
    status: z
      .enum(STATUSES)
      .optional()
      .transform((status) => status ?? null),
    examples: z.array(example).min(1),
    'but not': someWords.or(z.array(z.string())),
  })
  .refine((rule) => [rule.verb, rule.noun, rule.adjective].filter((list) => list.length > 0).length === 1, {
    message: 'exactly one of verb, noun, adjective',
  });

export const eventRules = z.array(eventRule);
