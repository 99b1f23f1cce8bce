import type { Span } from '../../document/span.ts';

/** Pieces in the order of the text, those joined between which only marks and blanks stand. */
export function joined(text: string, pieces: readonly Span[]): readonly Span[] {
  const found: [number, number][] = [];
  for (const [start, end] of [...pieces].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last !== undefined && (start <= last[1] || MARKS.test(text.slice(last[1], start))))
      last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/** Such as `.” “`. */
const MARKS = /^[\s"“”'‘’`,;:.\-–—?!…()]*$/;
