import { readFileSync } from 'node:fs';
import { termsIn, type Term } from '../../term/term.ts';
import { beside } from '../read-table.ts';

/** Terms that `npm run -s term` added or ended. */
export const addedTerms = (): readonly Term[] => termsIn(readFileSync(beside('added-terms.tsv'), 'utf8'));

/** Lays terms over others as they are: in place of the same person's of the same day, else beside them. */
export function lay(terms: readonly Term[], added: readonly Term[]): readonly Term[] {
  const all = [...terms];
  for (const term of added) {
    const at = all.findIndex((one) => keyOf(one) === keyOf(term));
    all.splice(at < 0 ? all.length : at, at < 0 ? 0 : 1, term);
  }
  return all;
}

const keyOf = ({ country, office, name, from }: Term): string => [country, office, name, from ?? ''].join('\t');
