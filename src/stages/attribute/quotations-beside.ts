import { overlaps, type Span } from '../../document/span.ts';
import { quotationsSeenFrom, type Scene } from './scene.ts';
import { trim } from './trim.ts';

/** Quotations that touch the cue's clause: “A,” he said, “B” or he said: “B”. Nearest first on each side. */
export function quotationsBeside(scene: Scene, clause: Span): readonly Span[] {
  const { text } = scene.report;
  const seen = quotationsSeenFrom(scene, clause);
  const left = seen.find(({ outer }) => outer[1] <= clause[0] && /^[\s,–—-]*$/.test(text.slice(outer[1], clause[0])));
  const right = seen.find(
    ({ outer }) => outer[0] >= clause[1] && /^\s*[,:–—-]?\s*$/.test(text.slice(clause[1], outer[0])),
  );
  const endsSpeech =
    left === undefined || /[,?!…–—-]$/.test(text.slice(...left.inner).trimEnd()) || text[left.outer[1]] === ',';
  return [...(left !== undefined && endsSpeech ? [left] : []), ...(right === undefined ? [] : [right])]
    .map(({ inner }) => trim(scene, inner, false))
    .filter((piece) => piece !== null);
}

/** “A,” he said, “b”: the second half belongs to the same content. */
export function withSecondHalf(pieces: readonly Span[], beside: readonly Span[], clause: Span): readonly Span[] {
  const second = beside.find(([start]) => start >= clause[1]);
  if (
    second === undefined ||
    pieces.some((piece) => overlaps(piece, second)) ||
    pieces.some(([start]) => start >= clause[1])
  )
    return pieces;
  return [...pieces, second];
}
