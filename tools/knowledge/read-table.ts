import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package.ts';

/** How a table is written. */
export interface Form {
  readonly separator: '\t' | ',';
  readonly encoding: 'utf8' | 'latin1';
}

export const TABS: Form = { separator: '\t', encoding: 'utf8' };
export const COMMAS: Form = { separator: ',', encoding: 'utf8' };

export type Row<Column extends string> = Readonly<Record<Column, string>>;

/**
 * The rows of a table whose first line names its columns; lines that begin with # are comments, and a cell that is not there is
 * empty. Throws, naming the file, where a column is lacking.
 */
export function readTable<Column extends string>(
  path: string,
  columns: readonly Column[],
  { separator, encoding }: Form = TABS,
): readonly Row<Column>[] {
  const [head = [], ...rows] = readFileSync(path, encoding)
    .replaceAll('\r', '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(separator === '\t' ? (line) => line.split('\t') : cellsOf);
  const places = columns.map((column) => [column, head.indexOf(column)] as const);
  for (const [column, at] of places) if (at < 0) throw new Error(`${path}: no column is called "${column}"`);
  return rows.map(
    (cells) => Object.fromEntries(places.map(([column, at]) => [column, cells[at] ?? ''])) as Row<Column>,
  );
}

/** The path of a list that stands beside these programs. */
export const beside = (name: string): string => join(packageRoot(), 'tools/knowledge', name);

/** The parts of a cell that holds several: "Kiev|Kyyiv". */
export const partsOf = (cell: string): readonly string[] => cell.split('|').filter((part) => part !== '');

/** Cells between commas, in quotation marks where they hold one. */
const CELL = /(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))/g;

const cellsOf = (line: string): string[] =>
  [...line.matchAll(CELL)].map(({ groups }) => groups?.['quoted'] ?? groups?.['plain'] ?? '');
