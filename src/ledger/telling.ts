import type { Actor, EventClaim } from '../document/claim.ts';
import { countryOf, isMutual } from './bucket.ts';
import { daysSince1970, rangeOf } from './days.ts';
import type { Filed } from './rows.ts';

/** An event's claim with all by which it is compared with others, worked out once. Days are counted from 1970. */
export interface Telling {
  readonly row: Filed<EventClaim>;
  readonly claim: EventClaim;
  /** When it is dated to, open ends without bounds; null where nothing dates it. */
  readonly range: readonly [first: number, last: number] | null;
  /** The day of its report. */
  readonly told: number | null;
  /** The day on which it is news: of its report, or of its act where that was before. */
  readonly news: number | null;
  /** People by country, the state itself left out: it speaks for all of them. */
  readonly people: ReadonlyMap<string, readonly string[]>;
  /** Where the bucket does not tell: the countries of who attacked, and of those to whom it is done. */
  readonly attackers: readonly string[];
  readonly others: readonly string[];
  /** Whether an act that is done to somebody is told without them. */
  readonly isOpen: boolean;
  /** Names in what it is about: what else a matter is called changes from report to report. */
  readonly names: readonly string[];
  readonly rule: string | null;
  /** The same for claims that are alike in all of these. */
  readonly sign: string;
}

export function tellingOf(row: Filed<EventClaim>): Telling {
  const { claim, report } = row;
  const range = rangeOf(claim.when);
  const told = daysSince1970(report.published);
  const known = {
    range,
    told,
    news: told === null ? null : Math.min(told, range?.[1] ?? Infinity),
    attackers: claim.type === 'ASSAULT' ? claim.actors.map(countryOf) : [],
    others: othersOf(claim),
    isOpen: isDoneTo(claim) && claim.recipients.length === 0,
    names: claim.about.flatMap((matter) => matter.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? []).map(lower),
    rule: claim.because[0]?.rule ?? null,
  };
  const people = peopleOf(claim);
  const { status, type, mode, where } = claim;
  const point = where?.coordinates ?? null;
  return { row, claim, people, ...known, sign: JSON.stringify([known, [...people], status, type, mode, point]) };
}

/** Neither done together nor a visit: these are kept apart by their buckets. Of attacks the victims are seldom told alike. */
const isDoneTo = (claim: EventClaim): boolean => !isMutual(claim) && claim.mode !== 'visit' && claim.type !== 'ASSAULT';

function othersOf(claim: EventClaim): readonly string[] {
  if (isDoneTo(claim)) return claim.recipients.map(countryOf);
  // The dead are counted and described anew in every report.
  return claim.type === 'ASSAULT' ? claim.recipients.filter(({ kind }) => kind !== 'group').map(countryOf) : [];
}

function peopleOf({ actors, recipients }: EventClaim): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const actor of [...actors, ...recipients].filter(isPerson))
    found.set(countryOf(actor), [...(found.get(countryOf(actor)) ?? []), actor.id]);
  return found;
}

const isPerson = ({ kind }: Actor): boolean => kind === 'person';
const lower = (name: string): string => name.toLowerCase();

/** One of each sort of those that are alike, in the order in which they first come. */
export const unlike = (tellings: readonly Telling[]): readonly Telling[] => [
  ...new Map(tellings.map((telling) => [telling.sign, telling])).values(),
];
