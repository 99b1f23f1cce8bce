import type { Filed } from '../../ledger/rows.ts';
import type { LedgerRecord } from '../../ledger/record.ts';

/** Some records at a time, with the claims behind them. */
export interface Batch {
  readonly records: readonly LedgerRecord[];
  readonly claims: readonly (Filed & { readonly record: string })[];
  /** Texts of the reports by their keys, where the format asks for them; see `Format`. */
  readonly texts: ReadonlyMap<string, string>;
}

export type Cell = string | number | boolean | null;

/** `day` is an ISO date as text: its ends may be open, and years before 1970 are common. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'day';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
}

/** A tidy table: one kind of thing, a row each, every cell of one value. */
export interface Table {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly Column[];
  /** Columns that tell rows apart. */
  readonly key: readonly string[];
  readonly rows: (batch: Batch) => readonly (readonly Cell[])[];
}

export const text = (name: string, description: string): Column => ({ name, type: 'text', description });
export const integer = (name: string, description: string): Column => ({ name, type: 'integer', description });
export const number = (name: string, description: string): Column => ({ name, type: 'number', description });
export const boolean = (name: string, description: string): Column => ({ name, type: 'boolean', description });
export const day = (name: string, description: string): Column => ({ name, type: 'day', description });
