import { distinct } from '../document/actors.ts';
import { STATUSES, type EventClaim, type Status, type When, type Where } from '../document/claim.ts';
import { bothDated, identityOf, isMeeting, mayBeOne, rangeOf } from './identity.ts';
import { byPublication, compare, reportsOf, type Cited, type Sourced } from './rows.ts';

/** An act as all reports together tell it: a view over claims, thrown away and made again at will. */
export interface LedgerEvent extends Pick<
  EventClaim,
  'type' | 'mode' | 'actors' | 'recipients' | 'initiators' | 'about'
> {
  /** As the latest report has it. */
  readonly status: Status;
  /** The narrowest date given, a later report's before an earlier one's; null where none gives any. */
  readonly when: When | null;
  readonly where: Where | null;
  /** Every change of status, by date of publication, with the words that told it. */
  readonly history: readonly Step[];
  readonly reports: number;
  readonly claims: readonly Sourced<EventClaim>[];
}

export interface Step {
  readonly status: Status;
  readonly report: Cited;
  readonly quote: string;
}

/**
 * Groups claims into events: each joins the event of its identity whose latest dated claim it overlaps, else one that
 * its report is near to in time, else it begins one. The result does not depend on the order of the input.
 */
export function groupEvents(rows: readonly Sourced<EventClaim>[]): readonly LedgerEvent[] {
  const groups: Sourced<EventClaim>[][] = [];
  const byIdentity = new Map<string, Sourced<EventClaim>[][]>();
  for (const row of [...rows].sort(byPublication)) {
    const identity = identityOf(row.claim);
    const known = identity === null ? [] : (byIdentity.get(identity) ?? []);
    const group = bestOf(known, row);
    if (group !== null) {
      group.push(row);
      continue;
    }
    const begun = [row];
    groups.push(begun);
    if (identity !== null) byIdentity.set(identity, [...known, begun]);
  }
  return groups.map(eventOf).sort(byDate);
}

function bestOf(groups: readonly Sourced<EventClaim>[][], row: Sourced<EventClaim>): Sourced<EventClaim>[] | null {
  const fitting = groups.filter((group) => group.every((member) => mayBeOne(member, row)));
  return fitting.find((group) => group.some((member) => bothDated(member, row))) ?? fitting.at(-1) ?? null;
}

function eventOf(claims: readonly Sourced<EventClaim>[]): LedgerEvent {
  const inOrder = [...claims].sort(byTold);
  const newestFirst = [...inOrder].reverse();
  const [latest] = newestFirst;
  if (latest === undefined) throw new Error('an event of no claims');
  const actors = distinct(newestFirst.flatMap(({ claim }) => claim.actors));
  const recipients = distinct(newestFirst.flatMap(({ claim }) => claim.recipients));
  // Where reports differ over who is which side of a meeting, all are simply there.
  const mixed = isMeeting(latest.claim) && recipients.some(({ id }) => actors.some((actor) => actor.id === id));
  const dated = newestFirst.filter(({ claim }) => rangeOf(claim.when) !== null);
  return {
    type: latest.claim.type,
    mode: latest.claim.mode,
    actors: mixed ? distinct([...actors, ...recipients]) : actors,
    recipients: mixed ? [] : recipients,
    initiators: distinct(newestFirst.flatMap(({ claim }) => claim.initiators)),
    status: latest.claim.status,
    when: dated.reduce<When | null>((best, { claim }) => narrower(best, claim.when), null),
    where: newestFirst.find(({ claim }) => claim.where !== null)?.claim.where ?? null,
    about: [...new Set(newestFirst.flatMap(({ claim }) => claim.about))],
    history: inOrder.flatMap(({ claim, report }, index) =>
      inOrder[index - 1]?.claim.status === claim.status
        ? []
        : [{ status: claim.status, report, quote: claim.quote } satisfies Step],
    ),
    reports: reportsOf(claims),
    claims: inOrder,
  };
}

// From what may be to what has been: of two reports of one day, the one that knows more is told last.
const PROGRESS: readonly Status[] = [
  'possible',
  'proposed',
  'invited',
  'threatened',
  'scheduled',
  'underway',
  'occurred',
];

const byTold = (a: Sourced<EventClaim>, b: Sourced<EventClaim>): number =>
  compare(dayOf(a), dayOf(b)) ||
  PROGRESS.indexOf(a.claim.status) - PROGRESS.indexOf(b.claim.status) ||
  STATUSES.indexOf(a.claim.status) - STATUSES.indexOf(b.claim.status) ||
  byPublication(a, b);

const dayOf = ({ report }: Sourced): string => report.published?.slice(0, 10) ?? '9999';

function narrower(best: When | null, other: When | null): When | null {
  const [a, b] = [rangeOf(best), rangeOf(other)];
  if (a === null || b === null) return best ?? other;
  return b[1] - b[0] < a[1] - a[0] ? other : best;
}

/** Newest first by the date of the act, undated acts by the date of their latest report among them. */
const byDate = (a: LedgerEvent, b: LedgerEvent): number =>
  compare(sortDate(b), sortDate(a)) || compare(b.history.at(-1)?.report.id ?? '', a.history.at(-1)?.report.id ?? '');

const sortDate = ({ when, history }: LedgerEvent): string =>
  when?.earliest ?? when?.latest ?? history.at(-1)?.report.published ?? '';
