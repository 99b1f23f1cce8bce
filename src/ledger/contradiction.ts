import type { EventClaim, Status } from '../document/claim.ts';
import type { Filed } from './rows.ts';
import { isNegative, mayAgree, PAST_DAYS } from './same.ts';
import { tellingOf, unlike, type Telling } from './telling.ts';

/** What is told as a fact or settled; to deny what may be is to deny nobody's word. */
const TOLD: ReadonlySet<Status> = new Set<Status>(['occurred', 'underway', 'scheduled', 'invited']);

/** What can contradict and be contradicted in the claims of a record. */
export interface Sides {
  readonly denials: readonly Telling[];
  readonly acts: readonly Telling[];
}

export function sidesOf(claims: readonly Filed<EventClaim>[]): Sides {
  const tellings = unlike(claims.map(tellingOf));
  return {
    denials: tellings.filter(({ claim }) => isNegative(claim)),
    acts: tellings.filter(({ claim }) => TOLD.has(claim.status)),
  };
}

/** Whether some claims say that something is not so, which others say is. What came about after it was denied is news, and no contradiction. */
export const contradicts = ({ denials }: Sides, { acts }: Sides): boolean =>
  denials.some((denial) => acts.some((act) => mayAgree(act, denial) && !cameAfter(denial, act)));

/** A denial still stands against what is told within a few days of it; "has not met" is true until they meet. */
function cameAfter(denial: Telling, act: Telling): boolean {
  if (denial.told === null || act.news === null) return false;
  if (act.range !== null && act.claim.status !== 'scheduled') return act.range[0] > denial.told;
  return act.news - denial.told > (denial.claim.status === 'denied' ? PAST_DAYS : 0);
}
