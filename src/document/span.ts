/** A stretch of the report's text: `[start, end)` in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/** The words of a text at a span. */
export const wordsAt = (text: string, [start, end]: Span): string => text.slice(start, end);

/** The smallest span that holds all of the given ones; throws when there are none. */
export function hull(spans: readonly Span[]): Span {
  if (spans.length === 0) throw new Error('hull of no spans');
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

export const overlaps = ([a, b]: Span, [c, d]: Span): boolean => a < d && c < b;

export const contains = ([a, b]: Span, [c, d]: Span): boolean => a <= c && d <= b;
