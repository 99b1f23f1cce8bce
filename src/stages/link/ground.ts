import type { Actor } from '../../document/claim.ts';
import type { Names } from '../../knowledge/names.ts';
import type { Language } from '../../languages/language.ts';
import type { Facts, Scene } from './facts.ts';
import type { Holders } from './holders.ts';
import type { Gazetteer, Home } from './home.ts';

export interface Ground {
  readonly scene: Scene;
  readonly language: Language;
  readonly holders: Holders;
  readonly names: Names;
  readonly places: Gazetteer;
  readonly home: Home;
  /** Date of the report; null where nothing dates it. */
  readonly on: string | null;
  /** Whom a mention means by its name alone. */
  readonly plain: (facts: Facts) => Actor | null;
}
