/**
 * Characters that draw nothing, or redraw what stands beside them: C0 and C1 controls but for tab and line feed, DEL,
 * bidi marks, embeddings, overrides and isolates, line and paragraph separators, the byte order mark, the soft hyphen,
 * zero-width space and word joiner, lone surrogates, and the tag block. Joiners (U+200C, U+200D) stay: Persian, Indic
 * and emoji need them. A carriage return before a line feed is an ordinary line end.
 */
const HIDDEN =
  /\r(?!\n)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uD800-\uDFFF]|[\u{E0000}-\u{E007F}]/gu;

export type Piece =
  { readonly kind: 'plain'; readonly text: string } | { readonly kind: 'hidden'; readonly mark: string };

/** A text cut into what may be shown as it is and hidden characters, each with a mark to show in its place: "U+202E". */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > end) found.push({ kind: 'plain', text: text.slice(end, match.index) });
    found.push({ kind: 'hidden', mark: markOf(match[0]) });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ kind: 'plain', text: text.slice(end) });
  return found;
}

/** A text that a terminal can show without being commanded by it: hidden characters become marks such as ‹U+202E›. */
export const visible = (text: string): string =>
  pieces(text)
    .map((piece) => (piece.kind === 'plain' ? piece.text : `‹${piece.mark}›`))
    .join('');

/** The same on one line: runs of white space become one blank. */
export const visibleLine = (text: string): string => visible(text.replace(/\s+/g, ' ').trim());

/** The name of a file as it can be shown within a line: its blanks stay, its line feeds are marked; "" where it is empty. */
export const visibleName = (name: string): string =>
  name === '' ? '""' : visible(name).replaceAll('\n', '‹U+000A›').replaceAll('\r', '‹U+000D›');

const markOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
