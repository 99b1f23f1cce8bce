import type { Span } from '../document/span.ts';

/** A sentence without its marks, and where they stood. */
export interface MarkedSentence {
  readonly text: string;
  readonly source: Span | null;
  readonly target: Span | null;
}

/** Takes the marks `<s>…</s>` and `<t>…</t>` out of a sentence. Of several marks of one kind the first counts. */
export function unmark(line: string): MarkedSentence {
  let text = '';
  const open: Record<string, number> = {};
  const found: Record<string, Span> = {};
  let end = 0;
  for (const { 0: mark, index, groups = {} } of line.matchAll(MARK)) {
    text += line.slice(end, index);
    end = index + mark.length;
    const [kind = '', start] = [groups['kind'], open[groups['kind'] ?? '']];
    if (groups['closing'] !== '/') open[kind] = text.length;
    else if (start !== undefined && start < text.length) found[kind] ??= trimmed(text, [start, text.length]);
  }
  text += line.slice(end);
  return { text, source: found['s'] ?? null, target: found['t'] ?? null };
}

/** `<s>`, `</t>` */
const MARK = /<(?<closing>\/?)(?<kind>[st])>/g;

/** Words without the blanks around them. */
function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length];
}

/** The cells of a line of TSV; a cell in quotation marks is read as in CSV, with `""` for one mark. */
export const cellsOf = (line: string): readonly string[] =>
  line.split('\t').map((cell) => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell));
