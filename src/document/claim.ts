import type { Span } from './span.ts';

/** A political actor as a claim shows it; see docs/reading.md. */
export interface Actor {
  /** Stable within the knowledge ("NZL", "aukus"); for people built from the text, a slug of the name. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'state' | 'person' | 'organisation' | 'pact' | 'group';
  /** ISO 3166-1 alpha-3, `IGO`, or null. */
  readonly country: string | null;
  /** PLOVER sector (GOV, MIL, COP …) or null. */
  readonly sector: string | null;
  /** Office or role given in the report or known at its date: "Foreign Minister of China". */
  readonly as: string | null;
}

/** A rule that spoke and the words it rested on. */
export interface Because {
  readonly rule: string;
  readonly words: Span;
}

export interface When {
  /** ISO dates, inclusive; null where that end is open. Both null: the words are relative and nothing dates them. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly granularity: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'period';
  /** Written out, reckoned from the report's date, or left relative for want of one. */
  readonly basis: 'stated' | 'reckoned' | 'relative';
  readonly words: Span;
}

export interface Where {
  readonly name: string;
  readonly country: string | null;
  readonly coordinates: readonly [latitude: number, longitude: number] | null;
  readonly words: Span;
}

export type Channel =
  | 'spokesperson'
  | 'statement'
  | 'speech'
  | 'interview'
  | 'news conference'
  | 'press remarks'
  | 'local media'
  | 'state media'
  | 'social media'
  | 'document'
  | 'letter'
  | 'sign'
  | 'anonymous';

/** A source: somebody who is known, or the words that describe them. */
export interface Source {
  readonly speaker: Actor | null;
  readonly speakerWords: string | null;
}

export interface VoiceLink extends Source {
  readonly cue: Span | null;
  readonly channel: Channel | null;
  readonly via: string | null;
  readonly when: When | null;
}

/** A claim rests on a sentence or two; the contract's limit in UTF-16 units. */
export const LONGEST_CLAIM = 700;

interface ClaimBase {
  readonly id: string;
  readonly words: Span;
  readonly also: readonly Span[];
  readonly quote: string;
  /** Innermost first; empty where the reporter speaks. */
  readonly voice: readonly VoiceLink[];
  /** Id of the statement inside which the claim is made. */
  readonly statement: string | null;
  readonly confidence: number;
  readonly because: readonly Because[];
}

export const PLOVER_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;
export type PloverType = (typeof PLOVER_TYPES)[number];

export const STATUSES = [
  'occurred',
  'underway',
  'scheduled',
  'invited',
  'proposed',
  'possible',
  'threatened',
  'declined',
  'postponed',
  'cancelled',
  'denied',
  'not-occurred',
] as const;
export type Status = (typeof STATUSES)[number];

export const CERTAINTIES = ['certain', 'probable', 'possible', 'unconfirmed'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export interface EventClaim extends ClaimBase {
  readonly kind: 'event';
  readonly type: PloverType;
  readonly mode: string | null;
  readonly actors: readonly Actor[];
  readonly recipients: readonly Actor[];
  readonly initiators: readonly Actor[];
  readonly status: Status;
  readonly when: When | null;
  readonly where: Where | null;
  /** Names of issues, places, pacts and agreements. */
  readonly about: readonly string[];
  readonly certainty: Certainty;
}

export const STANCES = ['asserted', 'denied', 'promised', 'demanded', 'feared', 'hoped'] as const;
/** How a speaker stands to what they say. */
export type Stance = (typeof STANCES)[number];

export interface StatementClaim extends ClaimBase, Source {
  readonly kind: 'statement';
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly quoteKind: 'direct' | 'indirect' | 'mixed';
  readonly stance: Stance;
  readonly addressee: string | null;
  readonly channel: Channel | null;
  readonly via: string | null;
  readonly when: When | null;
  readonly where: Where | null;
}

export const PREDICATES = [
  'holds-office',
  'speaks-for',
  'member-of',
  'party-to',
  'part-of',
  'seeks-to-join',
  'interested-in',
  'opposes',
  'supports',
  'trade-partner-of',
  'ally-of',
  'has-policy',
  'located-in',
  'aims-at',
] as const;
export type Predicate = (typeof PREDICATES)[number];

export interface RelationClaim extends ClaimBase {
  readonly kind: 'relation';
  readonly subject: Actor | { readonly name: string };
  readonly predicate: Predicate;
  readonly object: Actor | { readonly name: string };
  readonly qualifiers: Readonly<Record<string, string | boolean>>;
}

export type Claim = EventClaim | StatementClaim | RelationClaim;

export interface Doubt {
  readonly words: Span;
  readonly reason:
    | 'unknown-actor'
    | 'ambiguous-name'
    | 'pronoun-unresolved'
    | 'undated-time'
    | 'ambiguous-date'
    | 'not-news'
    | 'outside-ontology'
    | 'language';
}
