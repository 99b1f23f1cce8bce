import type { Knowledge } from '../knowledge/knowledge.ts';
import type { AgentIndex } from './agents.ts';
import type { PronounIndex } from './pronouns.ts';
import type { Speech } from './speech.ts';
import type { TitleIndex } from './titles.ts';

/** The word knowledge of one language, and the little of it that must be code. Each field comes from one file of `knowledge/languages/`. */
export interface Language {
  /** BCP 47. */
  readonly code: 'en';
  readonly abbreviations: Abbreviations;
  readonly spelling: Spelling;
  readonly wires: Wires;
  readonly calendar: Knowledge['languages/en/calendar'];
  readonly speech: Speech;
  readonly whereabouts: Knowledge['languages/en/whereabouts'];
  readonly titles: TitleIndex;
  readonly agents: AgentIndex;
  readonly pronouns: PronounIndex;
  readonly modifiers: Modifiers;
  readonly events: Knowledge['languages/en/events/*'];
  /** Classes of nouns that rules for events share. */
  readonly classes: Knowledge['languages/en/classes'];
  readonly relations: Knowledge['languages/en/relations'];
  readonly roles: Knowledge['languages/en/roles'];
  readonly standing: Knowledge['languages/en/standing'];
  /**
   * The dictionary form of a word, by its spelling and Penn Treebank tag, as Universal Dependencies write it.
   * An auxiliary may need the tag of the word it helps: "'s gone" is "have", "'s going" is "be".
   */
  readonly lemma: (form: string, xpos: string, helped?: string | null) => string;
}

/** Abbreviations with their full stop, by what the stop may mean. */
export interface Abbreviations {
  readonly beforeNames: ReadonlySet<string>;
  readonly beforeNumbers: ReadonlySet<string>;
  readonly inside: ReadonlySet<string>;
  readonly anywhere: ReadonlySet<string>;
}

/** Lower-case words by which text is cut and recognised. */
export interface Spelling {
  /** Endings that are tokens, with a straight apostrophe, the longest first. */
  readonly clitics: readonly string[];
  /** Words that are two tokens: the length of the first, by word. */
  readonly contractions: ReadonlyMap<string, number>;
  readonly elisions: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
}

/** Words of the furniture around reports, in lower case. */
export interface Wires {
  /** Beginnings of lines that promote something: "read more". */
  readonly promotions: readonly string[];
  /** Whole lines that promote something, or what stands before a colon in them: "advertisement". */
  readonly labels: ReadonlySet<string>;
  /** Words before a colon that are no place: "breaking". */
  readonly tags: ReadonlySet<string>;
  /** What opens notes of copyright, and what tells them wherever it stands. */
  readonly copyrights: { readonly opening: readonly string[]; readonly anywhere: readonly string[] };
  /** What opens a byline before a name, and what is one by itself. */
  readonly bylines: { readonly opening: readonly string[]; readonly whole: readonly string[] };
  /** Beginnings of lines that tell who else worked on a report. */
  readonly credits: readonly string[];
  /** Report fields by the keys under which headers give them. */
  readonly headers: ReadonlyMap<string, HeaderField>;
}

export type HeaderField =
  'id' | 'title' | 'published' | 'publisher' | 'url' | 'language' | 'byline' | 'place' | 'ignored';

/** Lower-case adjectives before agent nouns and titles. */
export interface Modifiers {
  readonly local: ReadonlySet<string>;
  readonly foreign: ReadonlySet<string>;
  readonly idle: ReadonlySet<string>;
  /** Words that end names, and words that open names, of places, events and laws. */
  readonly things: ReadonlySet<string>;
  /** Nouns that say how an act is done and not who does it: "guerrilla war". */
  readonly manner: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  /** Names that take the definite article, as they are written. */
  readonly articled: ReadonlySet<string>;
}
