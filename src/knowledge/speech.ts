import { z } from 'zod';
import { STANCES } from '../document/claim.ts';
import { orNull } from './fields.ts';
import { someWords, words } from './words.ts';

const yes = z
  .enum(['yes', 'no'])
  .default('no')
  .transform((value) => value === 'yes');

/** Words that bring what somebody said: one of `verb`, `noun cue`, `adjective` lists their lemmas. */
const cueClass = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** What the speaker does with the content. */
    class: z.enum([
      'assert',
      'declare',
      'insist',
      'claim',
      'deny',
      'admit',
      'warn',
      'promise',
      'demand',
      'suggest',
      'explain',
      'predict',
      'judge',
    ]),
    verb: someWords,
    'noun cue': someWords,
    adjective: someWords,
    /** What a bare noun phrase as complement makes of it. */
    noun: z.enum(['statement', 'event']),
    /** The particle without which a verb is none of these: "out" for "point". */
    particle: z.record(z.string(), z.string()).default({}),
    /** A statement only where part of the complement is quoted. */
    quoted: yes,
    /** A verb by which media pass on another's words. */
    outlet: yes,
    /** A cue only where its subject is a text: a survey shows, a person does not. */
    documents: yes,
    /** Its object is the one spoken to, whoever that is. */
    addressing: yes,
    /** Goes on what the same speaker said before. */
    continuing: yes,
    /** What media do: a body that does so, and that nobody knows, is taken for one. */
    media: yes,
    channel: orNull(z.string()),
    examples: z.array(z.string()).min(1),
  })
  .refine((cue) => [cue.verb, cue['noun cue'], cue.adjective].filter((list) => list.length > 0).length === 1, {
    message: 'exactly one of verb, noun cue, adjective',
  });

/** How a language says that somebody said something; every word a lemma in lower case. */
export const speech = z.strictObject({
  cues: z.array(cueClass),
  /** By class of cue, where the speaker does more than assert. */
  stances: z.record(z.string(), z.enum(STANCES)),
  /** Words that head a content and tell the stance. */
  attitudes: z.strictObject({ hoped: words, feared: words, denied: words, promised: words, demanded: words }),
  according: z.array(z.string()),
  relaying: words,
  implicative: words,
  silent: words,
  spoken: words,
  conditions: words,
  meanwhile: words,
  /** Conjunctions that open a clause which only names the source ("as the envoy said"). */
  asides: words,
  expletive: words,
  first: words,
  second: words,
  reported: z.string(),
  anaphors: words,
  complementisers: words,
  kept: words,
  channels: z.strictObject({
    spokesperson: words,
    statement: words,
    speech: words,
    interview: words,
    'news conference': words,
    'press remarks': words,
    'local media': words,
    'state media': words,
    'social media': words,
    document: words,
    letter: words,
    sign: words,
    anonymous: words,
  }),
  speaking: words,
  addressees: words,
  prepositions: words,
  /** Prepositions of a text's author ("a letter from the envoy"). */
  authors: words,
  /** Prepositions of whose saying a noun names ("the claim of the envoy"). */
  holders: words,
  /** Prepositions of the one spoken to. */
  recipients: words,
  /** Prepositions of the doer in the passive. */
  agents: words,
  /** Prepositions of the outlet that printed it ("an interview with the Herald"). */
  printing: words,
  /** Prepositions of the place where it was said. */
  places: words,
  /** Articles of a noun phrase that points back. */
  articles: words,
  outlets: words,
  nameless: words,
});
export type SpeechData = z.infer<typeof speech>;
export type CueClass = z.infer<typeof cueClass>;
