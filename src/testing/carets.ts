import type { Span } from '../document/span.ts';

/** Something found in a text, and what to write beside it. */
export interface Mark {
  readonly words: Span;
  readonly label: string;
}

/**
 * A text with what was found in it: under each line one row a mark, carets below its words and the label behind them.
 * A mark that goes over a line's end shows its carets on each of its lines, its label on the last.
 *
 *     Luxon met Wang Yi on Monday.
 *     ^^^^^ person
 *               ^^^^^^^ person
 */
export function underline(text: string, marks: readonly Mark[]): string {
  const inOrder = [...marks].sort(
    (a, b) => a.words[0] - b.words[0] || a.words[1] - b.words[1] || (a.label < b.label ? -1 : 1),
  );
  const rows: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    rows.push(line.trimEnd());
    for (const mark of inOrder) {
      const row = rowUnder(line, start, mark);
      if (row !== null) rows.push(row);
    }
    start = end + 1;
  }
  return rows.join('\n');
}

function rowUnder(line: string, lineStart: number, { words: [start, end], label }: Mark): string | null {
  const lineEnd = lineStart + line.length;
  const empty = start === end && start >= lineStart && start <= lineEnd;
  if (!empty && (end <= lineStart || start >= lineEnd)) return null;
  const from = Math.max(0, start - lineStart);
  const indent = ' '.repeat(columns(line.slice(0, from)));
  if (empty) return `${indent}| ${label}`.trimEnd();
  const carets = '^'.repeat(columns(line.slice(from, end - lineStart)));
  return `${indent}${carets} ${end <= lineEnd ? label : '…'}`.trimEnd();
}

/** Columns that a terminal gives a stretch of text, near enough: one a code point. */
const columns = (text: string): number => [...text].length;
