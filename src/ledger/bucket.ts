import type { Actor, Claim, EventClaim } from '../document/claim.ts';
import { digest, endKey } from './keys.ts';

// Reports call one sitting-down a meeting, talks or a summit.
const MEETINGS: ReadonlySet<string | null> = new Set([null, 'multilateral']);

/** Whether an event is people sitting down together, with no guest and host. */
export const isMeeting = ({ type, mode }: Pick<EventClaim, 'type' | 'mode'>): boolean =>
  type === 'CONSULT' && mode !== 'visit';

/** What two do together: one report calls a side the other's partner, another names both as those who act. */
export const isMutual = ({ type, mode }: EventClaim): boolean =>
  isMeeting({ type, mode }) || type === 'AGREE' || type === 'COOPERATE';

/**
 * What two claims must share to be looked at together. Events: the kind of act and the countries that act; where they act
 * together all that take part, and of a visit the host, or where it leads. An attack goes by the country that it hits: who
 * did it is often told late, and by what means is told in many ways. Statements: the speaker and the letters of what was
 * said. Relations: both ends. Null where nobody takes part: such a claim is by itself for good.
 */
export function bucketOf(claim: Claim): string | null {
  if (claim.kind === 'relation')
    return `relation ${endKey(claim.subject)} ${claim.predicate} ${endKey(claim.object)} ${'former' in claim.qualifiers ? 'former' : ''}`;
  if (claim.kind === 'statement') {
    const letters = claim.quote.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    return `statement ${claim.speaker?.id ?? claim.speakerWords?.toLowerCase() ?? ''} ${digest([letters]).slice(0, 16)}`;
  }
  return eventBucket(claim);
}

function eventBucket(claim: EventClaim): string | null {
  const { type, actors, recipients, where } = claim;
  if (type === 'ASSAULT') {
    const hit = where?.country ?? countries(recipients.length > 0 ? recipients : actors);
    return hit === '' ? null : `event ASSAULT ${hit}`;
  }
  if (actors.length === 0) return null;
  const mode = isMeeting(claim) && MEETINGS.has(claim.mode) ? 'meeting' : (claim.mode ?? '-');
  if (isMutual(claim)) return `event ${type} ${mode} ${countries([...actors, ...recipients])}`;
  if (mode !== 'visit') return `event ${type} ${mode} ${countries(actors)}`;
  const hosts = recipients.length === 0 && where !== null ? (where.country ?? where.name) : countries(recipients);
  return `event ${type} ${mode} ${countries(actors)} > ${hosts}`;
}

/** A country speaks through many mouths; who has none is himself. */
export const countryOf = ({ id, country }: Actor): string => (country === null || country === 'IGO' ? id : country);

const countries = (actors: readonly Actor[]): string => [...new Set(actors.map(countryOf))].sort().join('+');
