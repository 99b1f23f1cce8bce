import { z } from 'zod';
import { words } from './words.ts';

/** Prepositions by the part in an act of what they introduce. */
export const roles = z.strictObject({
  /** Who does what a noun names ("an attack by rebels"). */
  agents: words,
  /** Whose a thing is, where the thing itself is no actor. */
  owners: words,
  /** Participles that say in whose hands a place is ("the rebel-held town"). */
  holding: words,
  /** Several of whom each has part in a group ("ministers from Oman and Qatar"). */
  sharing: words,
  /** A noun of action whose doer is that of the verb ("left on a visit"). */
  along: words,
  /** A noun of action in which the verb's act came about ("died in an attack"). */
  within: words,
  /** An act that the verb's act is set against ("fought against an incursion"). */
  opposing: words,
  /** What an act is about, where its rule does not say. */
  topics: words,
  /** What an act is for. */
  purposes: words,
  /** The name that tells a noun apart ("the town of Sintra"). */
  naming: words,
  /** Nouns that count what stands behind "of" ("a batch of peacekeepers"). */
  quantities: words,
});
export type Roles = z.infer<typeof roles>;
