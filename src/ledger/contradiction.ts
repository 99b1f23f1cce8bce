import type { EventClaim, Status } from '../document/claim.ts';
import { daysSince1970, rangeOf } from './days.ts';
import type { Sourced } from './rows.ts';
import { isNegative, mayAgree, newsDay, PAST_DAYS } from './same.ts';

/** What is told as a fact or settled; to deny what may be is to deny nobody's word. */
const TOLD: ReadonlySet<Status> = new Set<Status>(['occurred', 'underway', 'scheduled', 'invited']);

/** Whether some claims say that something is not so, which others say is. What came about after it was denied is news, and no contradiction. */
export const contradicts = (denials: readonly Sourced<EventClaim>[], acts: readonly Sourced<EventClaim>[]): boolean =>
  denials.some(
    (denial) =>
      isNegative(denial.claim) &&
      acts.some((act) => TOLD.has(act.claim.status) && mayAgree(act, denial) && !cameAfter(denial, act)),
  );

/** A denial still stands against what is told within a few days of it; "has not met" is true until they meet. */
function cameAfter(denial: Sourced<EventClaim>, act: Sourced<EventClaim>): boolean {
  const [denied, told] = [daysSince1970(denial.report.published), newsDay(act)];
  if (denied === null || told === null) return false;
  const [begins] = rangeOf(act.claim.when) ?? [null];
  if (begins !== null && act.claim.status !== 'scheduled') return begins > denied;
  return told - denied > (denial.claim.status === 'denied' ? PAST_DAYS : 0);
}
