import { isBlank, isDigit, isLineEnd, isLower } from '../../document/characters.ts';
import type { Span } from '../../document/span.ts';

/** Lines shorter than this at their longest are not wrapped prose: every line stands alone. */
const NARROWEST_WRAP = 45;
/** Lines longer than this are not wrapped either: a line is a paragraph. */
const WIDEST_WRAP = 120;

/**
 * The paragraphs of a text outside the given spans: blank lines part them, and so does a line end inside a block of lines
 * that was not put there by wrapping: the next line's first word would still have fitted, or the next line opens an item
 * of a list or is indented.
 */
export function* paragraphs(text: string, without: readonly Span[]): Generator<Span> {
  let from = 0;
  for (const [start, end] of [...without, [text.length, text.length] as const]) {
    if (start > from) yield* blocks(text, from, start);
    from = Math.max(from, end);
  }
}

/** Cuts a stretch at blank lines, and each block of lines into paragraphs. */
function* blocks(text: string, start: number, end: number): Generator<Span> {
  let lines: Span[] = [];
  for (const line of linesOf(text, start, end)) {
    if (line !== null) {
      lines.push(line);
      continue;
    }
    yield* unwrapped(text, lines);
    lines = [];
  }
  yield* unwrapped(text, lines);
}

/** The lines without the blanks at their ends; null for a blank line. */
function* linesOf(text: string, start: number, end: number): Generator<Span | null> {
  for (let at = start; at < end;) {
    let stop = at;
    while (stop < end && !isLineEnd(text.charCodeAt(stop))) stop++;
    let last = stop;
    while (last > at && isBlank(text.charCodeAt(last - 1))) last--;
    yield last === at ? null : [at, last];
    at = text.charCodeAt(stop) === 0x0d && text.charCodeAt(stop + 1) === 0x0a ? stop + 2 : stop + 1;
  }
}

function* unwrapped(text: string, lines: readonly Span[]): Generator<Span> {
  const width = lines.reduce((widest, [start, end]) => Math.max(widest, end - start), 0);
  let open: Span | null = null;
  let last: Span | null = null;
  for (const line of lines) {
    if (open !== null && last !== null && breaks(text, last, line, width)) {
      yield open;
      open = null;
    }
    open = [open === null ? line[0] : open[0], line[1]];
    last = line;
  }
  if (open !== null) yield open;
}

/** Is the end of the upper line meant, rather than a wrap? */
function breaks(text: string, upper: Span, lower: Span, width: number): boolean {
  const indent = indentOf(text, lower);
  const first = lower[0] + indent;
  if (isItem(text, first, lower[1])) return true;
  if (indent > 1 && indentOf(text, upper) === 0) return true;
  if (isLower(text.charCodeAt(first))) return false;
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return text.charCodeAt(upper[1] - 1) !== 0x2c;
  let past = first;
  while (past < lower[1] && !isBlank(text.charCodeAt(past))) past++;
  const room = width - (upper[1] - upper[0]) - 1 - (past - first);
  if (room < 0) return false;
  return /[.!?…:"'”’)\]]/.test(text.charAt(upper[1] - 1)) || room > width / 4;
}

function indentOf(text: string, [start, end]: Span): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at > start && text.charCodeAt(start) === 0x09 ? Math.max(2, at - start) : at - start;
}

/** "- ", "* ", "• ", "3. ", "3) ", "(3) ", "(c) ". */
function isItem(text: string, at: number, end: number): boolean {
  const mark = /^(?:[-*•‣▪●○–—·]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[ \t\u00a0]/;
  return (
    (isDigit(text.charCodeAt(at)) || !isLower(text.charCodeAt(at)) || text.charAt(at + 1) === ')') &&
    mark.test(text.slice(at, Math.min(end, at + 8)))
  );
}
