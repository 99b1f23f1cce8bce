import { pieces } from '../visible.ts';

/** HTML that is safe to put in a page: only `html`, `join` and `raw` make it, so a bare string cannot slip in. */
export interface Html {
  readonly html: string;
}

export const raw = (html: string): Html => ({ html });

/** A template whose holes are escaped unless they are HTML already; lists are joined, null leaves nothing. */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  return { html: parts.map((part, index) => (index === 0 ? part : fill(holes[index - 1] ?? null) + part)).join('') };
}

type Hole = string | number | null | Html | readonly Html[];

/**
 * Text for a place inside a quoted attribute or between tags where elements may not stand: the five characters are
 * escaped, and hidden characters are replaced by marks, so that none of them can reorder what stands around it.
 */
export const attribute = (text: string): Html =>
  raw(
    pieces(text)
      .map((piece) => (piece.kind === 'plain' ? escape(piece.text) : `‹${piece.mark}›`))
      .join(''),
  );

/** Text from outside in a running page: escaped, hidden characters shown as marks of their own, isolated by `bdi`. */
export const isolated = (text: string): Html => html`<bdi>${outside(text)}</bdi>`;

/** The same without the isolation, for a stretch of a text that is isolated as a whole. */
export const outside = (text: string): Html =>
  raw(
    pieces(text)
      .map((piece) => (piece.kind === 'plain' ? escape(piece.text) : `<span class="hidden-mark">${piece.mark}</span>`))
      .join(''),
  );

function fill(hole: Hole): string {
  if (hole === null) return '';
  if (typeof hole === 'string' || typeof hole === 'number') return attribute(String(hole)).html;
  return 'html' in hole ? hole.html : hole.map((each) => each.html).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
