import type {
  Actor,
  Channel,
  Claim,
  EventClaim,
  Source,
  StatementClaim,
  Status,
  VoiceLink,
  Where,
} from '../document/claim.ts';
import { dateWords } from './dates.ts';

/** The headings under which every surface shows claims, in this order. */
export const GROUPS = {
  visits: 'Visits and meetings',
  events: 'Other events',
  statements: 'Statements',
  relations: 'Relations',
} as const;
export type Group = keyof typeof GROUPS;

/** How a status looks: done, under way, coming, open, or not so. */
export type Tone = 'done' | 'now' | 'coming' | 'open' | 'not';

export const TONES = {
  occurred: 'done',
  underway: 'now',
  scheduled: 'coming',
  invited: 'open',
  proposed: 'open',
  possible: 'open',
  threatened: 'open',
  declined: 'not',
  postponed: 'not',
  cancelled: 'not',
  denied: 'not',
  'not-occurred': 'not',
} as const satisfies Record<Status, Tone>;

/** A claim in words, the same for a terminal and a page: who does what to whom, what state it is in, on whose word. */
export interface Description {
  readonly group: Group;
  /** "visit", "accuse · disapprove", "says", "holds office". */
  readonly label: string;
  readonly who: readonly string[];
  readonly whom: readonly string[];
  readonly status: Status | null;
  /** Date, place, subject and the like, each a few words. */
  readonly facts: readonly string[];
  /** On whose word it rests: one entry a link, innermost first; empty where the reporter speaks. */
  readonly voice: readonly string[];
}

export function describe(claim: Claim): Description {
  if (claim.kind === 'event') return describeEvent(claim);
  if (claim.kind === 'statement') return describeStatement(claim);
  const qualifiers = Object.entries(claim.qualifiers).flatMap(([name, value]) =>
    value === true ? [name] : value === false ? [] : [`${name}: ${value}`],
  );
  return {
    group: 'relations',
    label: claim.predicate.replaceAll('-', ' '),
    who: [nameOf(claim.subject)],
    whom: [nameOf(claim.object)],
    status: null,
    facts: qualifiers,
    voice: claim.voice.map(linkWords),
  };
}

const MEETING_WORDS: Readonly<Record<string, string>> = {
  multilateral: 'multilateral meeting',
  phone: 'telephone call',
  'third-party': 'mediation',
};

/** "visit", "meeting" or the PLOVER type and mode in small letters. */
export function eventLabel({ type, mode }: Pick<EventClaim, 'type' | 'mode'>): string {
  if (type === 'CONSULT') return mode === null ? 'meeting' : (MEETING_WORDS[mode] ?? mode);
  return mode === null ? type.toLowerCase() : `${type.toLowerCase()} · ${mode}`;
}

/** A name with its country where the name is not the country's own: "Wang Yi (CHN)", "Japan". */
export function nameOf(actor: Actor | { readonly name: string }): string {
  if (!('id' in actor) || actor.kind === 'state' || actor.country === null || actor.kind === 'pact') return actor.name;
  return `${actor.name} (${actor.country})`;
}

const describeEvent = (claim: EventClaim): Description => ({
  group: claim.type === 'CONSULT' ? 'visits' : 'events',
  label: eventLabel(claim),
  who: claim.actors.map(nameOf),
  whom: claim.recipients.map(nameOf),
  status: claim.status,
  facts: [
    dateWords(claim.when),
    ...placeWords(claim.where),
    ...(claim.initiators.length > 0 ? [`on the initiative of ${claim.initiators.map(nameOf).join(', ')}`] : []),
    ...(claim.about.length > 0 ? [`about ${claim.about.join(', ')}`] : []),
    ...(claim.certainty === 'certain' ? [] : [claim.certainty]),
  ],
  voice: claim.voice.map(linkWords),
});

const describeStatement = (claim: StatementClaim): Description => ({
  group: 'statements',
  label: `${STANCE_WORDS[claim.stance]}${claim.quoteKind === 'indirect' ? '' : claim.quoteKind === 'direct' ? ', quoted' : ', partly quoted'}`,
  who: [sourceWords(claim)],
  whom: claim.addressee === null ? [] : [claim.addressee],
  status: null,
  facts: [
    ...(claim.when === null ? [] : [dateWords(claim.when)]),
    ...placeWords(claim.where),
    ...(claim.channel === null ? [] : [CHANNELS[claim.channel]]),
    ...(claim.via === null ? [] : [`reported by ${claim.via}`]),
  ],
  voice: claim.voice.map(linkWords),
});

const STANCE_WORDS = {
  asserted: 'says',
  denied: 'denies',
  promised: 'promises',
  demanded: 'demands',
  feared: 'fears',
  hoped: 'hopes',
} as const satisfies Record<StatementClaim['stance'], string>;

const placeWords = (where: Where | null): string[] =>
  where === null ? [] : [`in ${where.name}${where.country === null ? '' : ` (${where.country})`}`];

/** Whom a claim or a link rests on: the actor, or the words that describe a source nobody names. */
export const sourceWords = ({ speaker, speakerWords }: Source): string =>
  speaker === null ? (speakerWords ?? 'an unnamed source') : nameOf(speaker);

const linkWords = (link: VoiceLink): string =>
  [
    sourceWords(link),
    ...(link.channel === null ? [] : [CHANNELS[link.channel]]),
    ...(link.via === null ? [] : [`reported by ${link.via}`]),
  ].join(', ');

const CHANNELS = {
  spokesperson: 'through a spokesperson',
  statement: 'in a statement',
  speech: 'in a speech',
  interview: 'in an interview',
  'news conference': 'at a news conference',
  'press remarks': 'in remarks to the press',
  'local media': 'to local media',
  'state media': 'in state media',
  'social media': 'on social media',
  document: 'in a document',
  letter: 'in a letter',
  sign: 'on a sign',
  anonymous: 'not named',
} as const satisfies Record<Channel, string>;

/** On whose word a claim rests, in words; empty where the reporter speaks. */
export const voiceWords = ({ voice }: Pick<Description, 'voice'>): readonly string[] =>
  voice.length === 0 ? [] : [`on the word of ${voice.join(', as told by ')}`];
