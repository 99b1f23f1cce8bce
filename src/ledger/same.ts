import type { EventClaim, Status } from '../document/claim.ts';
import { kilometres } from './distance.ts';
import type { Telling } from './telling.ts';

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
 * Whether two claims of one bucket, and of two reports, can be of one act. Never a denial and what it denies. Of one country
 * the same people must take part, where both name some; attackers, those it is done to, places and matters must not differ.
 * Dated claims must overlap, a day's slack given; without a date the reports must be near in time, and tell of it by one rule.
 */
export const mayBeOne = (a: Telling, b: Telling): boolean =>
  isNegative(a.claim) === isNegative(b.claim) && mayAgree(a, b) && sameDeed(a, b);

/** The same where the act was put off after one was told: its day and place are open again for as long as it is to come. */
export const mayBeOneAfter = (putOff: Telling, before: Telling, after: Telling): boolean =>
  putOff.told !== null &&
  after.told !== null &&
  after.told - putOff.told <= comingDays(after.claim) &&
  isNegative(before.claim) === isNegative(after.claim) &&
  sameParties(before, after);

/** Whether two claims speak of the same people, time, place and matter, whatever they say of it. */
export const mayAgree = (a: Telling, b: Telling): boolean => sameTime(a, b) && sameParties(a, b) && samePlace(a, b);

/** Acts other than visits and meetings are many between the same two: where both name a matter, a name must be in both. */
const sameParties = (a: Telling, b: Telling): boolean =>
  samePeople(a, b) &&
  meet(a.attackers, b.attackers) &&
  meet(a.others, b.others) &&
  (a.claim.type === 'CONSULT' || meet(a.names, b.names));

function samePeople(a: Telling, b: Telling): boolean {
  for (const [country, people] of a.people) if (!meet(people, b.people.get(country) ?? [])) return false;
  return true;
}

/** Whether two lists share something; one that says nothing rules nothing out. */
const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === 0 || others.length === 0 || some.some((one) => others.includes(one));

function sameTime(a: Telling, b: Telling): boolean {
  if (a.range !== null && b.range !== null)
    return a.range[0] <= b.range[1] + SLACK_DAYS && b.range[0] <= a.range[1] + SLACK_DAYS;
  if (a.told === null || b.told === null || a.news === null || b.news === null) return false;
  const [first, second] = a.told <= b.told ? [a, b] : [b, a];
  if (COMING.has(second.claim.status) && isOver(first, second)) return false;
  return Math.abs(a.news - b.news) <= (OPEN.has(first.claim.status) ? comingDays(first.claim) : PAST_DAYS);
}

/** What is still to come cannot be what an earlier report told as past, or dated to a day that is over. */
const isOver = (first: Telling, second: Telling): boolean =>
  (first.claim.status === 'occurred' && first.told !== second.told) ||
  (first.range?.[1] ?? Infinity) + SLACK_DAYS < (second.told ?? -Infinity);

const comingDays = ({ type, mode }: EventClaim): number =>
  COMING_DAYS[type !== 'CONSULT' ? 'other' : mode === 'visit' ? 'visit' : 'meeting'];

/** Undated acts between the same two, or to nobody told, are told apart by what was done; visits and meetings have many words. */
const sameDeed = (a: Telling, b: Telling): boolean =>
  a.claim.type === 'CONSULT' || (bothDated(a, b) && !isGuess(a, b)) || a.rule === b.rule;

/** Whether only one of two tells to whom it was done. */
export const isGuess = (a: Telling, b: Telling): boolean => a.isOpen !== b.isOpen;

/** A visit leads through several towns; any other act is in one. */
function samePlace(a: Telling, b: Telling): boolean {
  const [one, other] = [a.claim.where?.coordinates ?? null, b.claim.where?.coordinates ?? null];
  return a.claim.mode === 'visit' || one === null || other === null || kilometres(one, other) <= NEAR_KM;
}

/** Whether both are dated, so that the match is more than a guess. */
export const bothDated = (a: Telling, b: Telling): boolean => a.range !== null && b.range !== null;
