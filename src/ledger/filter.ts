import type { Actor, Claim } from '../document/claim.ts';
import type { LedgerEvent } from './events.ts';
import type { Sourced } from './rows.ts';

/** What an analyst asks for; null leaves that open. Dates are ISO days, inclusive. */
export interface Question {
  /** A name or a part of one, an actor's id, or a country's code, in any case. */
  readonly actor: string | null;
  readonly status: string | null;
  readonly since: string | null;
  readonly until: string | null;
}

type Party = Actor | { readonly name: string };

/** Whether an event is of the actor, status and days asked for; an undated act counts by the days of its reports. */
export function answersEvent(event: LedgerEvent, question: Question): boolean {
  const parties = [...event.actors, ...event.recipients, ...event.initiators];
  const days = event.claims.map(({ report }) => report.published);
  return (
    (question.status === null || event.status === question.status) &&
    isAmong(parties, question.actor) &&
    (event.when === null || (event.when.earliest === null && event.when.latest === null)
      ? days.some((day) => isWithin(day, day, question))
      : isWithin(event.when.earliest, event.when.latest, question))
  );
}

/** The same for one claim: by its own date where it has one, else by its report's. A status is an event's alone. */
export function answersClaim({ claim, report }: Sourced, question: Question): boolean {
  const when = claim.kind === 'relation' ? null : claim.when;
  const dated = when !== null && (when.earliest !== null || when.latest !== null);
  return (
    isAmong(partiesOf(claim), question.actor) &&
    (dated ? isWithin(when.earliest, when.latest, question) : isWithin(report.published, report.published, question))
  );
}

/** Whether one party is the actor asked for. */
export const isAmong = (parties: readonly Party[], asked: string | null): boolean =>
  asked === null || parties.some((party) => isAsked(party, asked.toLowerCase()));

function isAsked(party: Party, asked: string): boolean {
  if (party.name.toLowerCase().includes(asked)) return true;
  return 'id' in party && (party.id.toLowerCase() === asked || party.country?.toLowerCase() === asked);
}

function partiesOf(claim: Claim): readonly Party[] {
  if (claim.kind === 'event') return [...claim.actors, ...claim.recipients, ...claim.initiators];
  if (claim.kind === 'relation') return [claim.subject, claim.object];
  return claim.speaker === null ? [{ name: claim.speakerWords ?? '' }] : [claim.speaker];
}

/** Whether a range touches the days asked for; without any date only where no days are asked for. */
function isWithin(earliest: string | null, latest: string | null, { since, until }: Question): boolean {
  if (since === null && until === null) return true;
  if (earliest === null && latest === null) return false;
  return (
    (since === null || latest === null || latest.slice(0, 10) >= since) &&
    (until === null || earliest === null || earliest.slice(0, 10) <= until)
  );
}
