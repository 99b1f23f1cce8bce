import type { Span } from '../../document/span.ts';

/** Stretches between double quotation marks, straight or curly; one that is never closed ends with its paragraph. */
export function quotedStretches(text: string): readonly Span[] {
  const found: Span[] = [];
  let open: number | null = null;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark === '\n') {
      if (open !== null) found.push([open, at]);
      open = null;
    } else if (mark === '“' || mark === '„') open = at;
    else if (mark === '”' && open !== null) {
      found.push([open, at]);
      open = null;
    } else if (mark === '"') {
      if (open !== null) found.push([open, at]);
      open = open === null ? at : null;
    }
  }
  if (open !== null) found.push([open, text.length]);
  return found;
}
