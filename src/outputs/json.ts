import { claimsOf } from '../claims.ts';
import type { Claim, Doubt } from '../document/claim.ts';
import type { Reading } from '../document/reading.ts';
import { layersOf } from './layers.ts';

/** A report's circumstances as every output shows them; the furniture and the dateline are layers. */
export const reportFields = ({ report }: Pick<Reading, 'report'>) => ({
  id: report.id,
  text: report.text,
  published: report.published,
  publisher: report.publisher,
  title: report.title,
  url: report.url,
  language: report.language,
});

/** A reading as one JSON value: report, claims in the order of the text, doubts, and on demand the layers beneath. */
export interface ReadingJson {
  readonly report: ReturnType<typeof reportFields>;
  readonly claims: readonly Claim[];
  readonly doubts: readonly Doubt[];
  readonly layers?: ReturnType<typeof layersOf>;
}

export const toJson = (reading: Reading, { layers }: { readonly layers: boolean }): ReadingJson => ({
  report: reportFields(reading),
  claims: claimsOf(reading),
  doubts: reading.doubts,
  ...(layers ? { layers: layersOf(reading) } : {}),
});

/**
 * One line of JSON without a line feed. Characters that would redraw a terminal or hide in an editor are escaped, which
 * JSON allows anywhere in a string: parsing the line gives the very same text.
 */
export const jsonLine = (value: unknown): string => JSON.stringify(value).replace(REDRAWING, escapeUnits);

const REDRAWING =
  /[\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu;

const escapeUnits = (characters: string): string =>
  characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
