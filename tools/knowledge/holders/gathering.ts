import type { Term } from '../../term/term.ts';
import { fold } from '../fold.ts';
import { differ, meet } from './dates.ts';
import { samePerson } from './same-person.ts';

/** Terms as list after list adds to them, and where lists disagree, how that was settled. */
export interface Gathering {
  readonly terms: Term[];
  readonly conflicts: string[];
}

export const GENERAL = 'general knowledge';

/** Joins a term to the same person's same term in an earlier list, else adds it. */
export function gather({ terms, conflicts }: Gathering, term: Term): void {
  const at = terms.findIndex((known) => isSame(known, term));
  const known = terms[at];
  if (known === undefined) {
    terms.push(term);
    return;
  }
  if (term.source !== known.source) {
    if (differ(known.from, term.from)) conflicts.push(conflict(known, inOther('begin', known, term)));
    if (differ(known.until, term.until)) conflicts.push(conflict(known, inOther('end', known, term)));
  }
  terms[at] = joined(known, term);
}

/** How a conflict about a term was settled, on a line. */
export const conflict = ({ country, office, name, from }: Term, how: string): string =>
  `${country} ${office} ${name} ${from ?? ''}: ${how}`;

function inOther(what: 'begin' | 'end', known: Term, term: Term): string {
  const day = ({ from, until }: Term): string => (what === 'begin' ? from : until) ?? '';
  return `${known.source} has it ${what} on ${day(known)}, ${term.source} on ${day(term)}`;
}

/** One list tells the terms of one person apart: in it only the same beginning is the same term. */
const isSame = (known: Term, term: Term): boolean =>
  known.country === term.country &&
  known.office === term.office &&
  (known.source !== term.source || known.from === term.from) &&
  ((known.wikidata !== null && known.wikidata === term.wikidata) || samePerson(known, term)) &&
  meet(known, term);

/** The later list tells the end, and the beginning where it is the more exact; general knowledge corrects all. */
function joined(known: Term, term: Term): Term {
  const also = [
    ...new Set([...known.also, ...term.also, ...(fold(term.name) === fold(known.name) ? [] : [term.name])]),
  ];
  const newer = term.as_of > known.as_of;
  const exact = known.from === null || (term.from?.startsWith(known.from) ?? false);
  const whole: Term = {
    ...known,
    also,
    from: exact ? term.from : known.from,
    until: known.until ?? term.until,
    as_of: newer ? term.as_of : known.as_of,
    source: newer && known.source !== term.source ? `${known.source}; ${term.source}` : known.source,
  };
  if (term.source !== GENERAL) return whole;
  const { title, name, until } = term;
  const from = term.from ?? whole.from;
  return { ...whole, title, name, from, until, also: name === known.name ? also : [...also, known.name] };
}
