import type { Actor, Claim, EventClaim, Predicate, RelationClaim, Status } from '../document/claim.ts';
import { byKey, byPublication, compare, type Sourced } from './rows.ts';

/** Where somebody can stand to a pact. The first four are steps of one membership; the others are opinions. */
export const STANDINGS = ['parties', 'leaving', 'former', 'candidates', 'interested', 'supporters', 'critics'] as const;
export type Role = (typeof STANDINGS)[number];

/** One who stands in some relation to a pact, with every claim that says so. */
export interface Standing {
  readonly name: string;
  readonly country: string | null;
  readonly rows: readonly Sourced[];
}

export type End = Actor | { readonly name: string };

/** What one claim says of one party's standing to one pact. */
export interface Tie {
  readonly pact: End;
  readonly who: End;
  readonly role: Role;
  readonly row: Sourced;
}

const ROLES: Partial<Record<Predicate, Role>> = {
  'party-to': 'parties',
  'member-of': 'parties',
  'seeks-to-join': 'candidates',
  'interested-in': 'interested',
  supports: 'supporters',
  opposes: 'critics',
};

/** Event types that, done towards a pact or told about it, show where somebody stands. */
const STANCES: Partial<Record<EventClaim['type'], Role>> = {
  SUPPORT: 'supporters',
  ACCUSE: 'critics',
  REJECT: 'critics',
};

type Move = 'join' | 'leave';

/** The rules by which a reading tells that somebody enters or leaves; PLOVER has no type of its own for either. */
export const MOVES: Readonly<Record<string, Move>> = { 'join-body': 'join', 'leave-pact': 'leave' };

/** What a move comes to, by its status; what was denied, refused or called off changes nothing. */
const MOVE_ROLES: Readonly<Record<Move, Partial<Record<Status, Role>>>> = {
  join: {
    occurred: 'parties',
    underway: 'candidates',
    scheduled: 'candidates',
    invited: 'candidates',
    proposed: 'candidates',
  },
  leave: { occurred: 'former', underway: 'leaving', scheduled: 'leaving' },
};

/** The standings that a claim tells. */
export function tiesOf(row: Sourced): readonly Tie[] {
  if (isRelation(row)) {
    const { subject, predicate, object, qualifiers } = row.claim;
    const role = ROLES[predicate];
    if (role === undefined) return [];
    return [{ pact: object, who: subject, role: role === 'parties' && 'former' in qualifiers ? 'former' : role, row }];
  }
  return row.claim.kind === 'event' ? tiesOfEvent(row.claim, row) : [];
}

function tiesOfEvent({ type, status, actors, recipients, about, because }: EventClaim, row: Sourced): readonly Tie[] {
  const move = because.map(({ rule }) => MOVES[rule]).find((found) => found !== undefined);
  const role = move === undefined ? stanceOf(type, status) : MOVE_ROLES[move][status];
  if (role === undefined) return [];
  const pacts: readonly End[] = [
    ...recipients.filter(isBody),
    ...(move === undefined ? about.map((name) => ({ name })) : []),
  ];
  return pacts.flatMap((pact) => actors.map((who) => ({ pact, who, role, row })));
}

const stanceOf = (type: EventClaim['type'], status: Status): Role | undefined =>
  status === 'occurred' || status === 'underway' ? STANCES[type] : undefined;

const MEMBERSHIP: ReadonlySet<Role> = new Set<Role>(['parties', 'leaving', 'former', 'candidates']);

/** Whether a tie is of one state or body that enters, belongs to or leaves another. */
export const isMembership = ({ pact, who, role }: Tie): boolean =>
  MEMBERSHIP.has(role) && isBody(pact) && 'id' in who && (who.kind === 'state' || isBody(who));

/** Everybody who stands to one pact, by role: of a membership the step it has come to, with all that led there. */
export function standingsFrom(ties: readonly Tie[]): Readonly<Record<Role, readonly Standing[]>> {
  const found: Record<Role, Standing[]> = {
    parties: [],
    leaving: [],
    former: [],
    candidates: [],
    interested: [],
    supporters: [],
    critics: [],
  };
  const kindOf = (role: Role): string => (MEMBERSHIP.has(role) ? 'membership' : role);
  for (const some of byKey(ties, ({ who, role }) => `${kindOf(role)}\t${keyOf(who)}`))
    found[roleOf(some)].push(standingOf(some));
  for (const standings of Object.values(found)) standings.sort(byName);
  return found;
}

/** Where the ties of one party end, told in the order of the days on which they hold. */
function roleOf(ties: readonly Tie[]): Role {
  return [...ties].sort(byDay).reduce<Role | null>((before, { role }) => {
    // Whoever is in stays in while reports recall the application or announce the departure again.
    if (role === 'candidates' && (before === 'parties' || before === 'leaving')) return before;
    if (role === 'parties' && before === 'leaving') return before;
    return role;
  }, null) as Role;
}

const byDay = (a: Held, b: Held): number => compare(actDay(a.row), actDay(b.row)) || byPublication(a.row, b.row);

/** The day of the act, else of its report; null where neither is dated. */
export const dayOf = ({ claim, report }: Sourced): string | null =>
  (claim.kind === 'event' ? (claim.when?.latest ?? claim.when?.earliest) : null) ??
  report.published?.slice(0, 10) ??
  null;

/** What is undated comes last. */
const actDay = (row: Sourced): string => dayOf(row) ?? '9999';

type Held = Pick<Tie, 'who' | 'row'>;

/** The standing of one party by all that is told of it, in the order of the days. */
export function standingOf(held: readonly Held[]): Standing {
  const ordered = [...held].sort(byDay);
  const who = ordered[0]?.who ?? { name: '' };
  return {
    name: who.name,
    country: 'id' in who ? who.country : null,
    rows: [...new Set(ordered.map(({ row }) => row))],
  };
}

export const byName = (a: Standing, b: Standing): number => compare(a.name, b.name);

export const isRelation = (row: Sourced<Claim>): row is Sourced<RelationClaim> => row.claim.kind === 'relation';

export const isPact = (end: End): boolean => 'id' in end && end.kind === 'pact';

/** A pact, or an organisation of states. */
export const isBody = (end: End): boolean =>
  isPact(end) || ('id' in end && end.kind === 'organisation' && end.country === 'IGO');

export const keyOf = (end: End): string => ('id' in end ? end.id : end.name.toLowerCase());
