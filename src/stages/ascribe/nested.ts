import type { Attribution } from '../../document/reading.ts';
import { contains, type Span } from '../../document/span.ts';

/** Attributions, in the order of their cues, numbered; each names the narrowest one in whose content its cue stands. */
export function nested(found: readonly Omit<Attribution, 'id' | 'within'>[]): readonly Attribution[] {
  return found.map((one, at) => {
    const outer = enclosing(found, at);
    return { id: `a${at + 1}`, ...one, within: outer === null ? null : `a${outer + 1}` };
  });
}

/** Contents reach so many attributions at most: a report of ten megabytes is read in one piece. */
const REACH = 60;

function enclosing(found: readonly Pick<Attribution, 'cue' | 'content'>[], at: number): number | null {
  const cue = found[at]?.cue;
  if (cue === undefined) return null;
  let best: number | null = null;
  for (let other = Math.max(0, at - REACH); other <= Math.min(found.length - 1, at + REACH); other++) {
    const content = found[other]?.content ?? [];
    // Of two in each other's content the one that comes first is the outer one, so that no chain runs in a ring.
    const holds = content.some((piece) => contains(piece, cue)) && isWider(found, other, at);
    if (holds && (best === null || isWider(found, best, other))) best = other;
  }
  return best;
}

/** By the width of what they ascribe, then by their order. */
function isWider(found: readonly Pick<Attribution, 'content'>[], one: number, other: number): boolean {
  const [a, b] = [widthOf(found[one]?.content ?? []), widthOf(found[other]?.content ?? [])];
  return a > b || (a === b && one < other);
}

const widthOf = (pieces: readonly Span[]): number => pieces.reduce((sum, [start, end]) => sum + end - start, 0);
