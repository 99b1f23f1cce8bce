import { z } from 'zod';
import { PREDICATES } from '../document/claim.ts';
import { ORGANISATION_KINDS } from './organisations.ts';

const words = z.array(z.string().min(1)).default([]);
const flag = z
  .enum(['yes', 'no'])
  .default('no')
  .transform((it) => it === 'yes');

export const SHAPES = [
  'title',
  'verb',
  'adjective',
  'noun',
  'compound',
  'part',
  'site',
  'following',
  'belonging',
  'adherent',
] as const;

const ACTOR_KINDS = ['state', 'person', 'organisation', 'pact', 'group'] as const;

/** One way in which a language tells a standing relation. Words are lemmas. */
const relation = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  predicate: z.enum(PREDICATES),
  shape: z.enum(SHAPES),
  verb: words,
  adjective: words,
  noun: words,
  /** Ids of the title heads that the rule is for; none: all that mean an office. */
  titles: words,
  /** Heads that the rule is not for. */
  'except titles': words,
  /** Kinds of bodies that may be the object; none: all. */
  bodies: z.array(z.enum(ORGANISATION_KINDS)).default([]),
  /** Words that must stand before the noun: "trading" partner. */
  with: words,
  /** Words that must not stand before the noun. */
  without: words,
  /** Verbs and nouns one of which must govern the verb. */
  under: words,
  /** Where the object stands: "object" of the verb, a preposition, or a construction that the code names. */
  object: words,
  /** Do examples bear the noun: "members such as Gabon"? */
  listed: flag,
  /** May the object be the noun's possessor? */
  possessor: flag,
  /** May the object stand right before the noun ("a NATO member")? */
  'or before': flag,
  /** The office that the verb tells, where one does: whoever "chairs" a body is its "chairman". */
  office: z
    .string()
    .optional()
    .transform((office) => office ?? null),
  /** Subject and object change places. */
  swapped: flag,
  /** Only what lasts counts: present and perfect. */
  standing: flag,
  /** Only what has come about counts: past and perfect. */
  done: flag,
  /** Is it said of the noun's possessor: "Norway's membership"? */
  owned: flag,
  /** Kinds of actors that may be there; none: all, and names that mean nobody known. */
  subjects: z.array(z.enum(ACTOR_KINDS)).default([]),
  objects: z.array(z.enum(ACTOR_KINDS)).default([]),
  'object words': flag,
  examples: z.array(z.strictObject({ text: z.string(), gives: z.string() })).min(1),
  'but not': z.array(z.string()).min(1),
});
export const relations = z.array(relation);
export type RelationRule = z.infer<typeof relation>;
