import type { Actor, Claim, EventClaim, Predicate, RelationClaim } from '../document/claim.ts';
import { byPublication, compare, type Sourced } from './rows.ts';

/** One who stands in some relation to a pact, with every claim that says so. */
export interface Standing {
  readonly name: string;
  readonly country: string | null;
  readonly rows: readonly Sourced[];
}

/** What the reports say of one pact or part of a pact. Interest is not membership, and a part's is not the whole's. */
export interface Pact {
  readonly id: string;
  readonly name: string;
  /** The pact that this is a part of. */
  readonly partOf: string | null;
  readonly parties: readonly Standing[];
  readonly candidates: readonly Standing[];
  readonly interested: readonly Standing[];
  readonly supporters: readonly Standing[];
  readonly critics: readonly Standing[];
  readonly aims: readonly Standing[];
}

type Role = 'parties' | 'candidates' | 'interested' | 'supporters' | 'critics';

const ROLES: Partial<Record<Predicate, Role>> = {
  'party-to': 'parties',
  'member-of': 'parties',
  'seeks-to-join': 'candidates',
  'interested-in': 'interested',
  supports: 'supporters',
  opposes: 'critics',
};

/** Event types that, told about a pact, show where somebody stands. */
const STANCES: Partial<Record<EventClaim['type'], Role>> = {
  SUPPORT: 'supporters',
  ACCUSE: 'critics',
  REJECT: 'critics',
};

/** Every pact that the relations speak of, by name, each followed by its parts. */
export function pactsOf(rows: readonly Sourced[]): readonly Pact[] {
  const relations = rows.filter(isRelation).sort(byPublication);
  const pacts = new Map<string, string>();
  const wholes = new Map<string, string>();
  for (const { claim } of relations) {
    for (const end of [claim.subject, claim.object]) if (isPact(end)) pacts.set(keyOf(end), end.name);
    if (claim.predicate === 'party-to') pacts.set(keyOf(claim.object), claim.object.name);
  }
  for (const { claim } of relations)
    if (claim.predicate === 'part-of' && pacts.has(keyOf(claim.object))) {
      pacts.set(keyOf(claim.subject), claim.subject.name);
      wholes.set(keyOf(claim.subject), keyOf(claim.object));
    }
  const path = (key: string): string => {
    const whole = wholes.get(key);
    return `${whole === undefined || whole === key ? '' : `${pacts.get(whole) ?? ''} / `}${pacts.get(key) ?? ''}`;
  };
  return [...pacts]
    .sort(([a], [b]) => compare(path(a), path(b)))
    .map(([key, name]) => pactOf(rows, { key, name, whole: pacts.get(wholes.get(key) ?? '') ?? null }));
}

function pactOf(
  rows: readonly Sourced[],
  { key, name, whole }: { key: string; name: string; whole: string | null },
): Pact {
  const found = (role: Role) => standings(rows.flatMap((row) => standingIn(row, { key, name, role })));
  return {
    id: key,
    name,
    partOf: whole,
    parties: found('parties'),
    candidates: found('candidates'),
    interested: found('interested'),
    supporters: found('supporters'),
    critics: found('critics'),
    aims: standings(
      rows
        .filter(isRelation)
        .filter(({ claim }) => claim.predicate === 'aims-at' && keyOf(claim.subject) === key)
        .map((row) => ({ end: row.claim.object, row })),
    ),
  };
}

type End = Actor | { readonly name: string };

function standingIn(
  row: Sourced,
  { key, name, role }: { key: string; name: string; role: Role },
): { end: End; row: Sourced }[] {
  if (isRelation(row)) {
    const { subject, predicate, object } = row.claim;
    return ROLES[predicate] === role && keyOf(object) === key ? [{ end: subject, row }] : [];
  }
  if (row.claim.kind !== 'event' || STANCES[row.claim.type] !== role) return [];
  const told = row.claim.status === 'occurred' || row.claim.status === 'underway';
  return told && row.claim.about.some((topic) => topic.toLowerCase() === name.toLowerCase())
    ? row.claim.actors.map((end) => ({ end, row }))
    : [];
}

function standings(found: readonly { readonly end: End; readonly row: Sourced }[]): readonly Standing[] {
  const byEnd = new Map<string, { end: End; rows: Sourced[] }>();
  for (const { end, row } of found) {
    const known = byEnd.get(keyOf(end));
    if (known === undefined) byEnd.set(keyOf(end), { end, rows: [row] });
    else known.rows.push(row);
  }
  return [...byEnd.values()]
    .map(({ end, rows }) => ({
      name: end.name,
      country: 'id' in end ? end.country : null,
      rows: [...rows].sort(byPublication),
    }))
    .sort((a, b) => compare(a.name, b.name));
}

export const isRelation = (row: Sourced<Claim>): row is Sourced<RelationClaim> => row.claim.kind === 'relation';

const isPact = (end: End): boolean => 'id' in end && end.kind === 'pact';

const keyOf = (end: End): string => ('id' in end ? end.id : end.name.toLowerCase());
