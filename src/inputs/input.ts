import type { Delivery } from '../document/delivery.ts';
import type { Report } from '../document/report.ts';
import type { Language } from '../languages/language.ts';

/** What came of one input, or of one record of it. `source` is the file as it was named, or "-". A folder without files is empty. */
export type Taken =
  | {
      readonly kind: 'report';
      readonly source: string;
      readonly report: Report;
      readonly delivery: Delivery;
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'refused'; readonly source: string; readonly refused: Refusal }
  | { readonly kind: 'empty'; readonly source: string; readonly line: number | null };

export type RefusalCode =
  | 'E_ENCODING'
  | 'E_BINARY'
  | 'E_SURROGATE'
  | 'E_TOO_LARGE'
  | 'E_LINE_TOO_LONG'
  | 'E_JSON'
  | 'E_DEPTH'
  | 'E_TRUNCATED'
  | 'E_FIELD'
  | 'E_MISSING'
  | 'E_NOT_A_FILE'
  | 'E_LOOP'
  | 'E_UNREADABLE';

/** Why something was not taken in, where exactly, and what to do next. Its neighbours go on. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly source: string;
  /** Counted from 1. */
  readonly line: number | null;
  /** In UTF-16 code units of the line, counted from 1. */
  readonly column: number | null;
  /** Counted from 0, in the bytes of the file; null where the file had to be recoded first. */
  readonly byte: number | null;
  readonly reason: string;
  readonly next: string;
}

export type WarningCode = 'W_ENCODING' | 'W_NUL' | 'W_DUPLICATE_KEY' | 'W_DATE' | 'W_FIELD';

/** Something odd in a report that was taken in all the same. */
export interface Warning {
  readonly code: WarningCode;
  readonly line: number | null;
  readonly reason: string;
}

export interface Limits {
  /** Bytes of one report's file. */
  readonly report: number;
  /** Bytes of one line of a file of records. */
  readonly line: number;
  /** Levels of JSON inside JSON. */
  readonly depth: number;
}

/** No news report comes near these; what is larger is a collection, and reading it whole would take minutes. */
export const LIMITS: Limits = { report: 4 * 1024 * 1024, line: 4 * 1024 * 1024, depth: 64 };

export interface InputSettings {
  readonly language: Language;
  /** A label that overrides what the bytes say; null where they decide. */
  readonly encoding: string | null;
  readonly limits: Limits;
}

/** Where bytes come from. */
export interface Source {
  /** As the user named it. */
  readonly file: string;
  /** Without folder and ending: the id of a report that has none of its own. */
  readonly name: string;
}

/** One way in which reports are written down. */
export interface Format {
  /** Endings of file names, with their full stop, in lower case. */
  readonly endings: readonly string[];
  /** Reads a stream of bytes; memory stays bounded by the limits. Never throws for what the bytes hold. */
  readonly read: (chunks: AsyncIterable<Uint8Array>, source: Source, settings: InputSettings) => AsyncGenerator<Taken>;
}

/** A refusal without its place in the file. */
export type Fault = Pick<Refusal, 'code' | 'reason' | 'next'> & { readonly at: number | null };

export const mebibytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;
