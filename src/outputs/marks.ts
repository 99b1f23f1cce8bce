import type { Tone } from './describe.ts';
import { wrap, type Page, type Paint } from './lines.ts';
import { visibleLine } from './visible.ts';

/** What stands below the head line of a claim or a record. */
export const INDENT = '      ';

/** The words that something rests on, behind a bar. */
export const quoteLines = (quote: string, { paint, width }: Page): string[] =>
  wrap(visibleLine(quote), { width, indent: `${INDENT}│ ` }).map(paint.italic);

/** The colour of a status. */
export const paintTone = (paint: Paint, tone: Tone): ((text: string) => string) =>
  ({ done: paint.green, now: paint.green, coming: paint.blue, open: paint.yellow, not: paint.red })[tone];
