import type { Actor, EventClaim, Status, When } from '../document/claim.ts';
import { countryOf } from './bucket.ts';
import type { Filed, Sourced } from './rows.ts';

// Reports further apart than this are not taken to tell of one act when nothing dates it: a visit is long in coming,
// while an accusation or an attack is news for some days and then another one is.
const UNDATED_DAYS = { CONSULT: 60, other: 4 } as const;
// A day is reckoned in the place's own time in one report and in the agency's in another.
const SLACK_DAYS = 1;

const COMING: ReadonlySet<Status> = new Set<Status>(['scheduled', 'invited', 'proposed', 'possible']);

/** Whether a claim says that something is not so: it cannot be one with a claim that it is. */
export const isNegative = ({ status }: Pick<EventClaim, 'status'>): boolean =>
  status === 'denied' || status === 'not-occurred';

/**
 * Whether two claims of one bucket can be of one act. Never a denial and what it denies, nor claims of one report: its
 * reading has told them apart. Of one country the same people must take part, where both name some. Dated claims must
 * overlap, a day's slack given; without a date the reports must be near in time, and what is still to come cannot be what
 * an earlier report already told as past.
 */
export const mayBeOne = (a: Filed<EventClaim>, b: Filed<EventClaim>): boolean =>
  isNegative(a.claim) === isNegative(b.claim) && a.report.key !== b.report.key && mayAgree(a, b);

/** Whether two claims speak of the same people and time, whatever they say of it. */
export const mayAgree = (a: Sourced<EventClaim>, b: Sourced<EventClaim>): boolean =>
  samePeople(a.claim, b.claim) && sameTime(a, b) && sameMatter(a.claim, b.claim);

function samePeople(a: EventClaim, b: EventClaim): boolean {
  const [some, others] = [peopleOf(a), peopleOf(b)];
  for (const [country, people] of some) {
    const named = others.get(country);
    if (named !== undefined && !people.some((id) => named.includes(id))) return false;
  }
  return true;
}

/** People and bodies by country, the state itself left out: it speaks for all of them. */
function peopleOf({ actors, recipients }: EventClaim): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const actor of [...actors, ...recipients].filter(isPerson))
    found.set(countryOf(actor), [...(found.get(countryOf(actor)) ?? []), actor.id]);
  return found;
}

const isPerson = ({ kind }: Actor): boolean => kind === 'person';

function sameTime(a: Sourced<EventClaim>, b: Sourced<EventClaim>): boolean {
  const [one, other] = [rangeOf(a.claim.when), rangeOf(b.claim.when)];
  if (one !== null && other !== null) return one[0] <= other[1] + SLACK_DAYS && other[0] <= one[1] + SLACK_DAYS;
  const days = daysBetween(a.report.published, b.report.published);
  if (days === null || days > UNDATED_DAYS[a.claim.type === 'CONSULT' ? 'CONSULT' : 'other']) return false;
  const [first, second] = (a.report.published ?? '') <= (b.report.published ?? '') ? [a, b] : [b, a];
  return !(first.claim.status === 'occurred' && COMING.has(second.claim.status) && days > 0);
}

/** Acts other than visits and meetings are many between the same two: where both name a matter, it must be one. */
function sameMatter(a: EventClaim, b: EventClaim): boolean {
  if (a.type === 'CONSULT' || a.about.length === 0 || b.about.length === 0) return true;
  const named = new Set(b.about.map((matter) => matter.toLowerCase()));
  return a.about.some((matter) => named.has(matter.toLowerCase()));
}

/** Whether both are dated, so that the match is more than a guess. */
export const bothDated = (a: Sourced<EventClaim>, b: Sourced<EventClaim>): boolean =>
  rangeOf(a.claim.when) !== null && rangeOf(b.claim.when) !== null;

/** Days since 1970, open ends without bounds; null where nothing dates the act. */
export function rangeOf(when: When | null): readonly [first: number, last: number] | null {
  if (when === null || (when.earliest === null && when.latest === null)) return null;
  return [daysSince1970(when.earliest) ?? -Infinity, daysSince1970(when.latest) ?? Infinity];
}

function daysBetween(a: string | null, b: string | null): number | null {
  const [from, to] = [daysSince1970(a), daysSince1970(b)];
  return from === null || to === null ? null : Math.abs(to - from);
}

function daysSince1970(iso: string | null): number | null {
  const day = iso === null ? NaN : Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day) ? null : day / 86_400_000;
}
