import type { EventClaim, Status, When } from '../document/claim.ts';
import type { Sourced } from './rows.ts';

// Reports further apart than this are not taken to tell of one act when nothing dates it.
const UNDATED_DAYS = 60;
// A day is reckoned in the place's own time in one report and in the agency's in another.
const SLACK_DAYS = 1;

const COMING: ReadonlySet<Status> = new Set<Status>(['scheduled', 'invited', 'proposed', 'possible']);

// Reports call one sitting-down a meeting, talks or a summit.
const MEETINGS: ReadonlySet<string | null> = new Set([null, 'multilateral']);

/** Whether an event is people sitting down together, with no guest and host. */
export const isMeeting = ({ type, mode }: Pick<EventClaim, 'type' | 'mode'>): boolean =>
  type === 'CONSULT' && mode !== 'visit';

/**
 * What two claims must share to be of one act: type, mode, and who takes part. Sides of a meeting are one set, since
 * reports name either side first; for all else recipients count by country, since one report says "Tokyo", another
 * "Japan's government". Null where nobody takes part: such claims are never merged.
 */
export function identityOf(claim: EventClaim): string | null {
  const { type, mode, actors, recipients, where } = claim;
  if (actors.length === 0) return null;
  if (isMeeting(claim)) {
    const kind = MEETINGS.has(mode) ? 'meeting' : (mode ?? '');
    return `${type} ${kind} ${sorted([...actors, ...recipients].map(({ id }) => id))}`;
  }
  const named = recipients.map((actor) => actor.country ?? actor.id);
  const hosts = mode === 'visit' && named.length === 0 && where !== null ? [where.country ?? where.name] : named;
  return `${type} ${mode ?? '-'} ${sorted(actors.map(({ id }) => id))} > ${sorted(hosts)}`;
}

const sorted = (names: readonly string[]): string => [...new Set(names)].sort().join('+');

/**
 * Whether two claims of one identity can be of one act by their dates. Dated claims must overlap, a day's slack given.
 * Without a date the reports must have come out within sixty days of each other, and what is still to come cannot be
 * what an earlier report already told as past. Claims of one report are two acts: the reading has said so.
 */
export function mayBeOne(earlier: Sourced<EventClaim>, later: Sourced<EventClaim>): boolean {
  if (earlier.report.key === later.report.key) return false;
  const [a, b] = [rangeOf(earlier.claim.when), rangeOf(later.claim.when)];
  if (a !== null && b !== null) return a[0] <= b[1] + SLACK_DAYS && b[0] <= a[1] + SLACK_DAYS;
  const days = daysBetween(earlier.report.published, later.report.published);
  if (days === null || days > UNDATED_DAYS) return false;
  return !(earlier.claim.status === 'occurred' && COMING.has(later.claim.status) && days > 0);
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
