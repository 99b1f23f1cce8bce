import type { Channel, Stance, When, Where } from '../../document/claim.ts';
import { contains, type Span } from '../../document/span.ts';
import type { Speaker } from './speaker.ts';

/** A statement before its place in the chain is known. */
export interface Draft {
  readonly cue: Span | null;
  readonly content: readonly Span[];
  readonly quoteKind: 'direct' | 'indirect' | 'mixed';
  readonly stance: Stance;
  readonly speaker: Speaker | null;
  readonly channel: Channel | null;
  readonly addressee: string | null;
  readonly via: string | null;
  readonly when: When | null;
  readonly where: Where | null;
  readonly rule: string;
  readonly confidence: number;
  /** Stands behind or within its content. */
  readonly parenthetical: boolean;
  /** The cue tells what media do. */
  readonly media: boolean;
  /** The cue is of the sort by which media pass on another's words. */
  readonly relays: boolean;
}

/** Where a draft stands among others: its first word. */
export const startOf = (draft: Draft): number =>
  Math.min(...draft.content.map(([start]) => start), draft.cue?.[0] ?? Number.POSITIVE_INFINITY);

/** What a draft rests on and may stand inside another's content: its cue, or without one its content. */
export const anchorOf = (draft: Draft): Span => draft.cue ?? draft.content[0] ?? [0, 0];

export const isInside = (inner: Draft, outer: Draft): boolean =>
  inner !== outer && outer.content.some((piece) => contains(piece, anchorOf(inner)));

export const inTextOrder = (drafts: readonly Draft[]): readonly Draft[] =>
  [...drafts].sort((a, b) => startOf(a) - startOf(b) || anchorOf(a)[0] - anchorOf(b)[0]);
