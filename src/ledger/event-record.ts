import { distinct } from '../document/actors.ts';
import type { EventClaim, When } from '../document/claim.ts';
import { isMeeting } from './bucket.ts';
import { byTold, statusOf, stepsOf } from './lifecycle.ts';
import type { EventRecord, LedgerRecord } from './record.ts';
import { rangeOf } from './days.ts';
import { contradicts, sidesOf } from './contradiction.ts';
import { isEvent } from './group.ts';
import type { Filed } from './rows.ts';
import type { Common } from './view.ts';

/** An act put together from its claims: the latest report's word first, the narrowest date, all who take part. */
export function eventRecord(claims: readonly Filed<EventClaim>[], common: Common): EventRecord {
  const inOrder = [...claims].sort(byTold);
  const newestFirst = [...inOrder].reverse();
  const [latest] = newestFirst;
  if (latest === undefined) throw new Error('an event of no claims');
  const actors = distinct(newestFirst.flatMap(({ claim }) => claim.actors));
  const recipients = distinct(newestFirst.flatMap(({ claim }) => claim.recipients));
  // Where reports differ over who is which side of a meeting, all are simply there.
  const mixed = isMeeting(latest.claim) && recipients.some(({ id }) => actors.some((actor) => actor.id === id));
  const when = dateOf(newestFirst);
  const history = stepsOf(claims);
  const last = history.at(-1);
  return {
    ...common,
    kind: 'event',
    day: when?.earliest ?? when?.latest ?? common.day,
    type: latest.claim.type,
    mode: latest.claim.mode,
    actors: mixed ? distinct([...actors, ...recipients]) : actors,
    recipients: mixed ? [] : recipients,
    initiators: distinct(newestFirst.flatMap(({ claim }) => claim.initiators)),
    about: [...new Set(newestFirst.flatMap(({ claim }) => claim.about))],
    certainty: latest.claim.certainty,
    status: last === undefined ? latest.claim.status : statusOf(last),
    when,
    where: newestFirst.find(({ claim }) => claim.where !== null)?.claim.where ?? null,
    history,
    contradicts: [],
  };
}

/** The narrowest date told since the act was put off last; where none has been set since, the one that it had. */
function dateOf(newestFirst: readonly Filed<EventClaim>[]): When | null {
  const narrowest = (rows: readonly Filed<EventClaim>[]): When | null =>
    rows.reduce<When | null>((best, { claim }) => narrower(best, claim.when), null);
  const putOff = newestFirst.findIndex(({ claim }) => claim.status === 'postponed');
  return (putOff < 0 ? null : narrowest(newestFirst.slice(0, putOff))) ?? narrowest(newestFirst);
}

/** The narrower of two dates, the first of two that are as narrow; one that dates nothing is no date. */
function narrower(best: When | null, other: When | null): When | null {
  const [a, b] = [rangeOf(best), rangeOf(other)];
  if (b === null) return best;
  if (a === null) return other;
  return b[1] - b[0] < a[1] - a[0] ? other : best;
}

interface Grouped {
  readonly claims: readonly Filed[];
  readonly record: LedgerRecord;
}

/** Sets beside each act the denials of it, and beside each denial what it denies. A record that a person rejected contradicts nothing. */
export function withContradictions<G extends Grouped>(groups: readonly G[]): readonly G[] {
  const against = new Map<string, string[]>();
  const events = groups
    .filter(({ record }) => record.kind === 'event' && record.state !== 'rejected')
    .map(({ claims, record }) => ({ id: record.id, ...sidesOf(claims.filter(isEvent)) }));
  const note = (id: string, other: string): void => void against.set(id, [...(against.get(id) ?? []), other]);
  for (const denial of events.filter(({ denials }) => denials.length > 0))
    for (const act of events)
      if (act.id !== denial.id && contradicts(denial, act)) {
        note(act.id, denial.id);
        note(denial.id, act.id);
      }
  return groups.map((group) => {
    const { record } = group;
    if (record.kind !== 'event') return group;
    return { ...group, record: { ...record, contradicts: [...new Set(against.get(record.id) ?? [])].sort() } };
  });
}
