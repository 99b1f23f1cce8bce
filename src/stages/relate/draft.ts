import type { RelationClaim } from '../../document/claim.ts';
import type { Span } from '../../document/span.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { End } from './ends.ts';

export type Rule = Knowledge['languages/en/relations'][number];

/** A relation that a rule found, before tellings of one relation are joined. */
export interface Draft {
  readonly rule: Rule;
  readonly subject: End;
  readonly object: End;
  readonly qualifiers: RelationClaim['qualifiers'];
  readonly words: Span;
  readonly confidence: number;
  /** Does the relation rest on whoever is quoted around it? A title in front of a name is the reporter's. */
  readonly told: boolean;
}
