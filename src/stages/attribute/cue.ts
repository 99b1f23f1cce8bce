import type { CueWord } from '../../languages/speech.ts';
import type { Following } from './following.ts';

/** Words that bring what somebody said, and where the tree puts what they bring. */
export interface Cue {
  readonly sentence: number;
  /** The verb, noun or adjective; of "according to", the noun of the source. */
  readonly node: number;
  readonly form: 'verb' | 'noun' | 'adjective' | 'according';
  /** Null where any verb beside a quotation will do. */
  readonly word: CueWord | null;
  /** Nodes of the cue's own words. */
  readonly words: readonly number[];
  readonly place: Place;
}

/** Where the content stands: below the cue, as the clause that the cue interrupts or follows, or nowhere in the tree. */
export type Place =
  | { readonly kind: 'complement'; readonly node: number }
  | ({ readonly kind: 'following' } & Following)
  | ({ readonly kind: 'object' } & Following)
  | { readonly kind: 'host'; readonly node: number; readonly scope: 'sentence' | 'clause' }
  | { readonly kind: 'open' };

/** A cue before its sentence is known. */
export type Found = Omit<Cue, 'sentence'>;
