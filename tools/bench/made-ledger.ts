import { claimsOf } from '../../src/claims.ts';
import type { Actor, Claim, When } from '../../src/document/claim.ts';
import { plainDelivery } from '../../src/document/delivery.ts';
import type { Reading } from '../../src/document/reading.ts';
import type { Entry } from '../../src/store/store.ts';

// Four reports tell one story, and a report makes ten claims, as the samples do on average.
const TELLING = 4;
const CLAIMS = 10;
const DAY = 86_400_000;

/**
 * A report of a large ledger, made from a real reading: its claims with their words and rules, told of other countries,
 * people and days. Reports of one story share these, so that they come together as real ones do.
 */
export function madeEntry(number: number, readings: readonly Reading[], countries: readonly Actor[]): Entry {
  const story = Math.floor(number / TELLING);
  const reading = readings[story % readings.length];
  if (reading === undefined) throw new Error('no readings to make a ledger from');
  const shift = (story * 7919) % 7300;
  const moved = (iso: string | null): string | null =>
    iso === null
      ? null
      : new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) - shift * DAY).toISOString().slice(0, 10);
  const cast = (actor: Actor): Actor => recast(actor, { story, countries });
  const { report } = reading;
  return {
    report: {
      ...report,
      id: `${report.id}-${number}`,
      text: `${report.text}\nThis is telling ${number} of story ${story}.`,
      published: moved(report.published),
      publisher: `Paper ${number % 200}`,
    },
    delivery: plainDelivery(null),
    reader: 'bench',
    claims: claimsOf(reading)
      .slice(0, CLAIMS)
      .map((claim) => retold(claim, cast, moved)),
    doubts: [],
  };
}

function recast(
  actor: Actor,
  { story, countries }: { readonly story: number; readonly countries: readonly Actor[] },
): Actor {
  if (actor.kind === 'pact' || actor.country === null || actor.country === 'IGO') return actor;
  const code = [...actor.country].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  const country = countries[(code + story * 13) % countries.length] ?? actor;
  if (actor.kind === 'state') return country;
  return { ...actor, id: `${actor.id}-${story % 400}`, name: `${actor.name} ${story % 400}`, country: country.country };
}

function retold(claim: Claim, cast: (actor: Actor) => Actor, moved: (iso: string | null) => string | null): Claim {
  const day = (when: When | null): When | null =>
    when === null ? null : { ...when, earliest: moved(when.earliest), latest: moved(when.latest) };
  const end = <E extends Actor | { readonly name: string }>(party: E): E | Actor =>
    'id' in party ? cast(party) : party;
  if (claim.kind === 'event')
    return {
      ...claim,
      actors: claim.actors.map(cast),
      recipients: claim.recipients.map(cast),
      initiators: claim.initiators.map(cast),
      when: day(claim.when),
    };
  if (claim.kind === 'relation') return { ...claim, subject: end(claim.subject), object: end(claim.object) };
  return { ...claim, speaker: claim.speaker === null ? null : cast(claim.speaker), when: day(claim.when) };
}
