import type { Layers } from '../../document/reading.ts';
import type { Tree } from '../../document/tree.ts';
import type { Language } from '../../languages/language.ts';
import type { Cast } from './cast.ts';
import type { Match } from './match.ts';
import type { Rated } from './factuality.ts';

/** The layers that events are coded from. */
export type Needs = Pick<
  Layers,
  'report' | 'sentences' | 'trees' | 'times' | 'mentions' | 'actors' | 'places' | 'statements'
>;

/** What stands around a match: its sentence, who is who in the report, and how far the act has come. */
export interface Scene {
  readonly layers: Needs;
  readonly tree: Tree;
  readonly cast: Cast;
  readonly stand: Rated;
  /** All matches of the sentence. */
  readonly matches: readonly Match[];
  readonly states: ReadonlyMap<string, string>;
  readonly standing: Language['standing'];
}
