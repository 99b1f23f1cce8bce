import type { Claim, Doubt } from '../../document/claim.ts';
import type { Span } from '../../document/span.ts';

/** What a stretch of text is to a claim, weakest first: further tellings, the words, what was said, the words a rule rests on. */
export const PARTS = ['also', 'words', 'content', 'because', 'cue'] as const;
export type Part = (typeof PARTS)[number];

/** Marks a claim's spans in its text. `mark` names the claim. */
export interface Marked {
  readonly mark: string;
  readonly part: Part;
  readonly words: Span;
}

/** A stretch of text over which the same claims hold. */
export interface Segment {
  readonly words: Span;
  /** By claim, its strongest part here. Empty over text that no claim rests on. */
  readonly marks: ReadonlyMap<string, Part>;
}

/** Every span that a page marks for a claim. */
export const markedClaim = (claim: Claim, mark: string): readonly Marked[] => [
  { mark, part: 'words', words: claim.words },
  ...claim.also.map((words): Marked => ({ mark, part: 'also', words })),
  // Rules often name the whole sentence; only narrower words tell the reader something.
  ...claim.because
    .filter(({ words }) => words[0] !== claim.words[0] || words[1] !== claim.words[1])
    .map(({ words }): Marked => ({ mark, part: 'because', words })),
  ...(claim.kind === 'statement' ? claim.content.map((words): Marked => ({ mark, part: 'content', words })) : []),
  ...(claim.kind === 'statement' && claim.cue !== null ? [{ mark, part: 'cue', words: claim.cue } as const] : []),
];

export const markedDoubt = (doubt: Doubt, mark: string): readonly Marked[] => [
  { mark, part: 'words', words: doubt.words },
];

/** Cuts a text at every border of a span; the segments cover it whole, in order. Spans outside the text are cut to it. */
export function segments(text: string, marked: readonly Marked[]): readonly Segment[] {
  const starts = new Map<number, Marked[]>();
  const borders = new Set([0, text.length]);
  for (const each of marked) {
    const [start, end] = each.words;
    if (start >= end || start >= text.length) continue;
    starts.set(start, [...(starts.get(start) ?? []), each]);
    borders.add(start).add(Math.min(end, text.length));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  let open: Marked[] = [];
  return cuts.slice(1).map((end, index): Segment => {
    const start = cuts[index] ?? 0;
    open = [...open.filter(({ words }) => words[1] > start), ...(starts.get(start) ?? [])];
    return { words: [start, end], marks: strongest(open) };
  });
}

function strongest(open: readonly Marked[]): ReadonlyMap<string, Part> {
  const marks = new Map<string, Part>();
  for (const { mark, part } of open) {
    const known = marks.get(mark);
    if (known === undefined || PARTS.indexOf(known) < PARTS.indexOf(part)) marks.set(mark, part);
  }
  return marks;
}
