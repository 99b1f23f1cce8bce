import { parseTable } from '../../src/knowledge/parsed.ts';
import { holders } from '../../src/knowledge/holders.ts';
import type { Source } from '../../src/knowledge/knowledge.ts';
import { layOut, openTables } from '../../src/knowledge/tables/tables.ts';
import { tabulateTerms } from '../../src/knowledge/tables/terms.ts';
import { holdersIn, type Holders } from '../../src/stages/link/holders.ts';
import { makeHolders, type Facts } from '../knowledge/holders/holders.ts';

export type Terms = Source['offices/holders'];

/** The terms of office that some lists of facts make. @param leaders folder of the lists */
export const termsFrom = (leaders: string, facts: readonly Facts[]): Terms =>
  makeHolders(leaders, facts).tables.flatMap(({ text }) => holders.parse(parseTable(text).value));

/** The reader's own look-up over some terms of office. */
export function lookUpIn(know: Source, terms: Terms): Holders {
  const file = layOut(tabulateTerms({ ...know, 'offices/holders': terms, 'offices/organisation-heads': [] }));
  const tables = openTables((from, length) => file.subarray(from, from + length));
  return holdersIn(tables, { articled: new Set(), styles: new Set() });
}
