import type { Hit } from '../ledger/answer.ts';
import { citation, shortId } from './ledger-account.ts';
import { count, type Page } from './lines.ts';
import { INDENT, quoteLines } from './marks.ts';
import { visibleLine } from './visible.ts';

// As much of the text around the first word found as fits two lines.
const AROUND = 90;

/** A report that a search found: the words where they stand, and the records that rest on it. */
export function hitLines({ report, text, records }: Hit, asked: string, page: Page): string[] {
  const at = firstOf(text, asked);
  const passage = text.slice(Math.max(0, at - AROUND), at + AROUND);
  return [
    `  ${page.paint.bold(visibleLine(report.title ?? report.id))}`,
    `${INDENT}${page.paint.dim(visibleLine(citation(report)))}`,
    ...quoteLines(passage, page),
    ...(records.length === 0
      ? []
      : [
          `${INDENT}${page.paint.dim(`${count(records.length, 'record')}: ${records.slice(0, 6).map(shortId).join(', ')}${records.length > 6 ? ' …' : ''}`)}`,
        ]),
    '',
  ];
}

/** Where the first of the words asked for stands as it was written; the beginning where it is spelt otherwise. */
function firstOf(text: string, asked: string): number {
  const lower = text.toLowerCase();
  const words = asked.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return Math.max(0, words.map((word) => lower.indexOf(word)).find((at) => at >= 0) ?? 0);
}
