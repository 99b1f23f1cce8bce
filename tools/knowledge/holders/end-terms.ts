import type { Term } from '../../term/term.ts';
import { days } from './dates.ts';
import { conflict } from './gathering.ts';
import { samePerson } from './same-person.ts';

/** Of offices that one person holds at a time, a term whose end nobody recorded has ended when the next in its listing begins. */
export function endTerms(terms: readonly Term[]): {
  readonly terms: readonly Term[];
  readonly conflicts: readonly string[];
} {
  const conflicts: string[] = [];
  const ended = terms.map((term) => {
    const next = term.until === null && isSingle(term) ? nextAfter(term, terms) : null;
    if (next === null) return term;
    conflicts.push(conflict(term, `no end, but the next begins on ${next}: ended then`));
    return { ...term, until: next };
  });
  return { terms: ended, conflicts };
}

const isSingle = ({ office, country }: Term): boolean => SINGLE.has(office) && !SHARED.has(country);

const SINGLE: ReadonlySet<string> = new Set([
  'head-of-state',
  'head-of-government',
  'foreign-minister',
  'defence-minister',
  'interior-minister',
  'finance-minister',
]);

/** States with several heads at a time. */
const SHARED: ReadonlySet<string> = new Set(['SMR', 'BIH', 'AND']);

/** A beginning that is told to the month at least, and a month later than the term's own: lists are not more exact than that. */
function nextAfter(term: Term, terms: readonly Term[]): string | null {
  const from = days(term.from ?? '9999') + 30;
  const later = terms.filter(
    (one) =>
      one.country === term.country &&
      one.office === term.office &&
      one.title === term.title &&
      one.from !== null &&
      one.from.length >= 7 &&
      days(one.from) > from &&
      !samePerson(one, term),
  );
  return later.map((one) => one.from).sort()[0] ?? null;
}
