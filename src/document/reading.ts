import type { Actor, Because, Doubt, EventClaim, RelationClaim, StatementClaim, When, Where } from './claim.ts';
import type { Report } from './report.ts';
import type { Span } from './span.ts';
import type { Sentence, Token, Tree } from './tree.ts';

/** The layers of a reading, each made by the stage of its name and by nobody else. Arrays are in the order of the text. */
export interface Layers {
  readonly report: Report;
  readonly language: Recognised;
  readonly sentences: readonly Sentence[];
  /** By sentence. */
  readonly tokens: readonly (readonly Token[])[];
  /** By sentence. */
  readonly trees: readonly Tree[];
  readonly times: readonly TimeMention[];
  readonly mentions: readonly Mention[];
  /** By mention: whom it means, null where that is open. */
  readonly actors: readonly (Actor | null)[];
  readonly places: readonly PlaceMention[];
  readonly statements: readonly StatementClaim[];
  readonly attributions: readonly Attribution[];
  readonly events: readonly EventClaim[];
  readonly relations: readonly RelationClaim[];
  readonly doubts: readonly Doubt[];
}

export interface Reading extends Layers {}

/** The language of a report: BCP 47, null where it cannot be told; and whether the house reads it. */
export interface Recognised {
  readonly code: string | null;
  readonly read: boolean;
}

/** A node of a tree: the sentence's number and the token's. Stays inside the reading. */
export interface At {
  readonly sentence: number;
  readonly node: number;
}

/** Words that mean a participant: a name, a title with or without name, a common noun, a pronoun, an adjective of nationality. */
export interface Mention {
  /** The noun phrase's core, titles and names included, relative clauses and "of …" left out. */
  readonly words: Span;
  /** Its head in the tree. */
  readonly at: At;
  readonly form: 'name' | 'title' | 'nominal' | 'demonym' | 'possessive' | 'pronoun';
  /** The proper name inside, without titles: "Wang Yi" of "Chinese Foreign Minister Wang Yi"; null where none. */
  readonly name: Span | null;
  /** Words of an office or role inside: "Foreign Minister"; null where none. */
  readonly role: Span | null;
}

/** Words that tell when, how long or how often. `value` is that of TIMEX3 (ISO-TimeML) for the words without their bound. */
export type TimeMention = DateMention | SpellMention;

/** A time expression that tells when, resolved as far as the report's date allows. */
export interface DateMention extends When {
  readonly kind: 'date';
  readonly value: string;
  readonly at: At;
}

/** An hour without its day, a length of time, a time that comes again: none of them dates anything by itself. */
export interface SpellMention {
  readonly kind: 'clock' | 'duration' | 'set';
  readonly value: string;
  readonly words: Span;
  readonly at: At;
}

/** A name of a place. Of what is wider than a town, its point is the middle. */
export interface PlaceMention extends Where {
  readonly at: At;
  readonly stands: Standing;
  /** Null where it stays open which place is meant. */
  readonly sort: PlaceSort | null;
}

/** A state; a state or province of one; a county or district; a city, town or part of one; a sea, island or region. */
export type PlaceSort = 'state' | 'division' | 'county' | 'town' | 'area';

/**
 * `where`: it tells where something is, happens or goes. `named`: it acts ("Beijing has warned"), owns or qualifies ("the Leeds trader"),
 * which is the actors' affair. `inside`: it is part of another name ("Leeds City Council").
 */
export type Standing = 'where' | 'named' | 'inside';

/**
 * Words that the report ascribes to somebody in the broad sense of the attribution corpora: said, believed, wanted, known,
 * felt. What is also a claim stands in `statements`.
 */
export interface Attribution {
  /** Unique within the reading. */
  readonly id: string;
  /** Empty where nobody is named. */
  readonly source: readonly Span[];
  /** The cue with its auxiliaries, negation and adverbs. */
  readonly cue: Span;
  readonly content: readonly Span[];
  /** Id of the statement that has the same cue, null where what is ascribed is no statement. */
  readonly statement: string | null;
  /** Id of the attribution within whose content it stands, the nearest; null where the report itself ascribes. */
  readonly within: string | null;
  readonly confidence: number;
  /** The tagger, and the rule of the statement where there is one. */
  readonly because: readonly Because[];
}
