import { byKey, byPublication, compare, type Sourced } from './rows.ts';
import {
  byName,
  isMembership,
  isPact,
  isRelation,
  keyOf,
  standingOf,
  standingsFrom,
  tiesOf,
  type Role,
  type Standing,
  type Tie,
} from './standings.ts';

/**
 * What the reports say of one pact, part of a pact or organisation of states. Interest is not membership, and a part's is
 * not the whole's.
 */
export interface Pact extends Readonly<Record<Role, readonly Standing[]>> {
  readonly id: string;
  readonly name: string;
  /** The pact that this is a part of, with the claims that say so. */
  readonly partOf: Standing | null;
  readonly aims: readonly Standing[];
}

/** Every pact that the claims speak of, and every organisation that somebody belongs to, by name, each followed by its parts. */
export function pactsOf(rows: readonly Sourced[]): readonly Pact[] {
  const ties = rows.flatMap(tiesOf);
  const names = namesOf(rows, ties);
  const wholes = wholesOf(rows, names);
  const path = (key: string): string => {
    const whole = wholes.get(key);
    return `${whole === undefined || whole === key ? '' : `${names.get(whole) ?? ''} / `}${names.get(key) ?? ''}`;
  };
  return [...names]
    .sort(([a], [b]) => compare(path(a), path(b)))
    .map(([id, name]) => ({
      id,
      name,
      partOf: wholeOf(rows, id, wholes.get(id)),
      ...standingsFrom(ties.filter(({ pact }) => keyOf(pact) === id || isNamed(pact.name, name))),
      aims: aimsOf(rows, id),
    }));
}

/** Pacts by their keys: whatever a relation calls one, a stance is taken towards, or somebody joins, belongs to or leaves. */
function namesOf(rows: readonly Sourced[], ties: readonly Tie[]): ReadonlyMap<string, string> {
  const relations = rows.filter(isRelation).sort(byPublication);
  const ends = [
    ...relations.flatMap(({ claim: { subject, predicate, object } }) => [
      ...[subject, object].filter(isPact),
      ...(predicate === 'party-to' ? [object] : []),
    ]),
    ...ties.filter((tie) => isPact(tie.pact) || isMembership(tie)).map(({ pact }) => pact),
  ];
  const names = new Map<string, string>();
  for (const end of ends) names.set(keyOf(end), end.name);
  for (const { claim } of relations)
    if (claim.predicate === 'part-of' && names.has(keyOf(claim.object)))
      names.set(keyOf(claim.subject), claim.subject.name);
  return names;
}

/** For each part the pact that it is a part of. */
const wholesOf = (rows: readonly Sourced[], names: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    rows
      .filter(isRelation)
      .filter(({ claim }) => claim.predicate === 'part-of' && names.has(keyOf(claim.object)))
      .map(({ claim }) => [keyOf(claim.subject), keyOf(claim.object)]),
  );

function wholeOf(rows: readonly Sourced[], part: string, whole: string | undefined): Standing | null {
  const told = rows
    .filter(isRelation)
    .filter(({ claim }) => claim.predicate === 'part-of' && keyOf(claim.subject) === part)
    .filter(({ claim }) => keyOf(claim.object) === whole)
    .map((row) => ({ who: row.claim.object, row }));
  return told.length === 0 ? null : standingOf(told);
}

function aimsOf(rows: readonly Sourced[], id: string): readonly Standing[] {
  const aims = rows
    .filter(isRelation)
    .filter(({ claim }) => claim.predicate === 'aims-at' && keyOf(claim.subject) === id)
    .map((row) => ({ who: row.claim.object, row }));
  return byKey(aims, ({ who }) => keyOf(who))
    .map(standingOf)
    .sort(byName);
}

const isNamed = (topic: string, name: string): boolean => topic.toLowerCase() === name.toLowerCase();
