import type { Cell, Table } from './table.ts';

/** `plain` is RFC 4180 as programs read it; `spreadsheet` opens in one with its accents and without running anything. */
export type CsvProfile = 'plain' | 'spreadsheet';

/** The first line of a table. A spreadsheet knows UTF-8 by the mark before it. */
export const csvHead = ({ columns }: Pick<Table, 'columns'>, profile: CsvProfile): string =>
  `${profile === 'spreadsheet' ? '\uFEFF' : ''}${columns.map(({ name }) => name).join(',')}\r\n`;

export const csvLine = (row: readonly Cell[], profile: CsvProfile): string =>
  `${row.map((cell) => csvCell(cell, profile)).join(',')}\r\n`;

// A spreadsheet takes a text cell that begins so for a formula (OWASP, "CSV injection").
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A cell: null is empty, and an empty text is a pair of quotation marks, so that the two differ. In the spreadsheet profile
 * a text that a formula could begin with gets an apostrophe before it; numbers are never touched.
 */
function csvCell(cell: Cell, profile: CsvProfile): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = profile === 'spreadsheet' && FORMULA.test(cell) ? `'${cell}` : cell;
  return safe === '' || /[",\r\n]/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe;
}
