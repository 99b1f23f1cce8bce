import { overlaps, type Span } from '../../document/span.ts';
import { isFinite } from '../../grammar/verb-form.ts';
import type { Quotation } from '../../grammar/quotes.ts';
import { nodesIn, quotationAround, quotationsSeenFrom, type Scene } from './scene.ts';
import { trim } from './trim.ts';

/**
 * A piece stretched to the quotations that it cuts, over several sentences where they go so far, kept inside the
 * quotation that the cue stands in, and trimmed. Of "He was firm: “No,”" before a cue only the quotation remains.
 */
export function fitToQuotations(scene: Scene, piece: Span, clause: Span): Span | null {
  const seen = quotationsSeenFrom(scene, clause).filter(({ outer }) => !overlaps(outer, clause));
  let [start, end] = trim(scene, piece, true) ?? piece;
  const around = quotationAround(scene, clause);
  if (around !== null) [start, end] = [Math.max(start, around.inner[0]), Math.min(end, around.inner[1])];
  const opening = seen.find(({ outer }) => outer[0] <= start && start < outer[1]);
  const closing = seen.find(({ outer }) => outer[0] < end && end <= outer[1]);
  if (opening !== undefined) start = opening.inner[0];
  if (closing !== undefined) end = Math.max(end, closing.inner[1]);
  // "claimed the plan for the port “did not abide by the law”": the tree stopped at the mark.
  const next =
    start > clause[1]
      ? seen.find(({ outer }) => outer[0] >= end && scene.report.text.slice(end, outer[0]).trim() === '')
      : undefined;
  if (next !== undefined && closing === undefined) end = next.inner[1];
  if (closing !== undefined && closing !== opening && introduces(scene.report.text, closing)) start = closing.inner[0];
  // "told me ‘we will not sail’ and hung up": behind the mark the cue's own sentence goes on.
  if (opening !== undefined && opening !== closing && opening.inner[1] < end && start >= clause[1]) {
    const [next] = nodesIn(scene, [opening.outer[1], end]);
    const spoken = nodesIn(scene, opening.inner).some(isFinite);
    if (spoken && (next?.upos === 'CCONJ' || next?.upos === 'ADP' || next?.form === ',')) end = opening.inner[1];
  }
  return start < end ? trim(scene, [start, end], true) : null;
}

const introduces = (text: string, { outer }: Quotation): boolean =>
  /:\s*$/.test(text.slice(Math.max(0, outer[0] - 4), outer[0]));
