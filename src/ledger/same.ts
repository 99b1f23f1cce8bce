import type { Actor, EventClaim, Status } from '../document/claim.ts';
import { countryOf } from './bucket.ts';
import { daysBetween, daysSince1970, rangeOf } from './days.ts';
import type { Filed, Sourced } from './rows.ts';

// How far apart reports may be that tell of one act without a date: what is past is news for some days, and then another
// one is; what is to come stays to come for longer, a visit longest.
export const PAST_DAYS = 4;
const COMING_DAYS = { visit: 180, meeting: 60, other: 30 } as const;
// A day is reckoned in the place's own time in one report and in the agency's in another.
const SLACK_DAYS = 1;
// Two places nearer than this are one town and its outskirts.
const NEAR_KM = 60;

const COMING: ReadonlySet<Status> = new Set<Status>(['scheduled', 'invited', 'proposed', 'possible']);
/** What an earlier report tells of an act that is not over. */
const OPEN: ReadonlySet<Status> = new Set<Status>([...COMING, 'threatened', 'postponed', 'cancelled', 'declined']);

/** Whether a claim says that something is not so: it cannot be one with a claim that it is. */
export const isNegative = ({ status }: Pick<EventClaim, 'status'>): boolean =>
  status === 'denied' || status === 'not-occurred';

/**
 * Whether two claims of one bucket can be of one act. Never a denial and what it denies, nor claims of one report: its
 * reading has told them apart. Of one country the same people must take part, where both name some; attackers, places and
 * matters must not differ. Dated claims must overlap, a day's slack given; without a date the reports must be near in time.
 */
export const mayBeOne = (a: Filed<EventClaim>, b: Filed<EventClaim>): boolean =>
  canMeet(a, b) && sameTime(a, b) && sameDeed(a, b) && samePlace(a.claim, b.claim);

/** The same of an act told before it was put off: its day and place are open again for as long as it is to come. */
export const mayBeOneAfter = (
  putOff: Filed<EventClaim>,
  before: Filed<EventClaim>,
  row: Filed<EventClaim>,
): boolean => {
  const days = daysBetween(putOff.report.published, row.report.published);
  return canMeet(before, row) && days !== null && days <= comingDays(row.claim);
};

const canMeet = (a: Filed<EventClaim>, b: Filed<EventClaim>): boolean =>
  isNegative(a.claim) === isNegative(b.claim) &&
  a.report.key !== b.report.key &&
  samePeople(a.claim, b.claim) &&
  sameSides(a.claim, b.claim) &&
  sameMatter(a.claim, b.claim);

/** Whether two claims speak of the same people and time, whatever they say of it. */
export const mayAgree = (a: Sourced<EventClaim>, b: Sourced<EventClaim>): boolean =>
  samePeople(a.claim, b.claim) &&
  sameSides(a.claim, b.claim) &&
  sameTime(a, b) &&
  samePlace(a.claim, b.claim) &&
  sameMatter(a.claim, b.claim);

function samePeople(a: EventClaim, b: EventClaim): boolean {
  const [some, others] = [peopleOf(a), peopleOf(b)];
  for (const [country, people] of some) {
    const named = others.get(country);
    if (named !== undefined && !people.some((id) => named.includes(id))) return false;
  }
  return true;
}

/** People by country, the state itself left out: it speaks for all of them. */
function peopleOf({ actors, recipients }: EventClaim): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const actor of [...actors, ...recipients].filter(({ kind }) => kind === 'person'))
    found.set(countryOf(actor), [...(found.get(countryOf(actor)) ?? []), actor.id]);
  return found;
}

/** An attack's bucket does not know who attacked. The dead are counted and described anew in every report. */
function sameSides(a: EventClaim, b: EventClaim): boolean {
  if (a.type !== 'ASSAULT') return true;
  const named = (some: readonly Actor[]) => some.filter(({ kind }) => kind !== 'group').map(countryOf);
  return meet(a.actors.map(countryOf), b.actors.map(countryOf)) && meet(named(a.recipients), named(b.recipients));
}

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === 0 || others.length === 0 || some.some((one) => others.includes(one));

function sameTime(a: Sourced<EventClaim>, b: Sourced<EventClaim>): boolean {
  const [one, other] = [rangeOf(a.claim.when), rangeOf(b.claim.when)];
  if (one !== null && other !== null) return one[0] <= other[1] + SLACK_DAYS && other[0] <= one[1] + SLACK_DAYS;
  const [first, second] = (a.report.published ?? '') <= (b.report.published ?? '') ? [a, b] : [b, a];
  const [from, to] = [newsDay(first), newsDay(second)];
  if (from === null || to === null) return false;
  if (COMING.has(second.claim.status) && isOver(first, second)) return false;
  return Math.abs(to - from) <= (OPEN.has(first.claim.status) ? comingDays(first.claim) : PAST_DAYS);
}

/** What is still to come cannot be what an earlier report told as past, or dated to a day that is over. */
function isOver(first: Sourced<EventClaim>, second: Sourced<EventClaim>): boolean {
  const days = daysBetween(first.report.published, second.report.published) ?? 0;
  const last = rangeOf(first.claim.when)?.[1] ?? Infinity;
  return (
    (first.claim.status === 'occurred' && days > 0) ||
    last + SLACK_DAYS < (daysSince1970(second.report.published) ?? -Infinity)
  );
}

/** The day on which a claim is news: of its report, or of its act where that was before. */
export function newsDay({ claim, report }: Sourced<EventClaim>): number | null {
  const told = daysSince1970(report.published);
  return told === null ? null : Math.min(told, rangeOf(claim.when)?.[1] ?? Infinity);
}

const comingDays = ({ type, mode }: EventClaim): number =>
  COMING_DAYS[type !== 'CONSULT' ? 'other' : mode === 'visit' ? 'visit' : 'meeting'];

/** Between the same two acts are many, and undated ones are told apart by what was done; visits and meetings have many words. */
const sameDeed = (a: Filed<EventClaim>, b: Filed<EventClaim>): boolean =>
  a.claim.type === 'CONSULT' || bothDated(a, b) || a.claim.because[0]?.rule === b.claim.because[0]?.rule;

/** A visit leads through several towns; any other act is in one. */
function samePlace(a: EventClaim, b: EventClaim): boolean {
  const [one, other] = [a.where?.coordinates ?? null, b.where?.coordinates ?? null];
  return a.mode === 'visit' || one === null || other === null || kilometres(one, other) <= NEAR_KM;
}

/** Great-circle distance by the haversine formula, on a sphere of 6371 km. */
function kilometres([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(half(a, c) + Math.cos(radians(a)) * Math.cos(radians(c)) * half(b, d)));
}

/** Acts other than visits and meetings are many between the same two: where both name a matter, a name must be in both. */
function sameMatter(a: EventClaim, b: EventClaim): boolean {
  return a.type === 'CONSULT' || meet(namesIn(a.about), namesIn(b.about));
}

/** Words that begin with a capital: what else a matter is called changes from report to report. */
const namesIn = (about: readonly string[]): readonly string[] =>
  about.flatMap((matter) => matter.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? []).map((name) => name.toLowerCase());

/** Whether both are dated, so that the match is more than a guess. */
export const bothDated = (a: Sourced<EventClaim>, b: Sourced<EventClaim>): boolean =>
  rangeOf(a.claim.when) !== null && rangeOf(b.claim.when) !== null;
