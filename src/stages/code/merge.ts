import { distinct } from '../../document/actors.ts';
import type { Actor, EventClaim } from '../../document/claim.ts';
import type { Span } from '../../document/span.ts';

/** An event as one sentence tells it. `bare`: it names no participant of its own ("the attack"). */
export interface Telling {
  readonly claim: EventClaim;
  readonly bare: boolean;
  /** Tells more of an act that was told before: "ten were wounded in the attack". */
  readonly again: boolean;
  /** Named by a noun, or hanging on one, which may leave unsaid what another telling says. */
  readonly nominal: boolean;
  /** Spoken of as known, with nothing told of it: "after her visit". */
  readonly known: boolean;
}

/** One claim an act: further tellings of it in the report become spans in `also`. Order of the text is kept. */
export function mergeTellings(tellings: readonly Telling[]): readonly EventClaim[] {
  const groups: Telling[][] = [];
  for (const telling of tellings) {
    // "the attack" means the last one told; what names nobody draws nothing to itself.
    const home =
      (telling.again ? takenUp(groups, telling) : null) ??
      groups.findLast((group) => group.some((other) => !other.bare && sameAct(other, telling)));
    if (home !== undefined) home.push(telling);
    else if (!telling.bare) groups.push([telling]);
  }
  return groups
    .map(fullest)
    .sort((a, b) => a.words[0] - b.words[0] || a.words[1] - b.words[1])
    .map((claim, index) => ({ ...claim, id: `e${index + 1}` }));
}

/** "ten were wounded in the attack": the last act of the type told, where it was done by and to the same sides. */
function takenUp(groups: readonly Telling[][], { claim: further }: Telling): Telling[] | null {
  const last = groups.findLast((group) => group.some(({ claim }) => claim.type === further.type)) ?? null;
  const [first] = last ?? [];
  if (last === null || first === undefined || statusGroup(first.claim) !== statusGroup(further)) return null;
  const { actors, recipients } = first.claim;
  return sameSides(recipients, further.recipients) && includedOrNone(actors, further.actors) ? last : null;
}

function fullest(group: readonly Telling[]): EventClaim {
  const ranked = group
    .filter(({ bare }) => !bare)
    .map(({ claim }) => claim)
    .sort((a, b) => fullness(b) - fullness(a));
  const [best, ...others] = ranked;
  if (best === undefined) throw new Error('a group of tellings without a telling');
  const also: Span[] = group.map(({ claim }) => claim.words).filter((words) => words !== best.words);
  const further = group.filter(({ again }) => again).flatMap(({ claim }) => claim.recipients);
  return {
    ...best,
    recipients: distinct([...best.recipients, ...further]),
    when: best.when ?? others.find((other) => other.when !== null && other.status === best.status)?.when ?? null,
    where: best.where ?? others.find((other) => other.where !== null)?.where ?? null,
    initiators:
      best.initiators.length > 0
        ? best.initiators
        : (others.find((other) => other.initiators.length > 0)?.initiators ?? []),
    also: distinctSpans(also),
    because: [...best.because, ...others.flatMap((other) => other.because)],
  };
}

/** More participants, then a date, then a named source make a fuller telling; a lead often repeats a source's words as its own. */
const fullness = (claim: EventClaim): number =>
  8 * (claim.actors.length + claim.recipients.length) +
  4 * Number(claim.when !== null) +
  2 * Number(claim.voice.length > 0) +
  Number(claim.where !== null);

function sameAct(one: Telling, other: Telling): boolean {
  const [a, b] = [one.claim, other.claim];
  if (a.type !== b.type || (a.mode !== b.mode && a.mode !== null && b.mode !== null)) return false;
  if (one.bare && other.bare) return false;
  if (one.bare || other.bare) return a.mode === b.mode && a.status === b.status;
  if (takesUp(one, other) || takesUp(other, one)) return true;
  if (statusGroup(a) !== statusGroup(b)) return false;
  if (a.when !== null && b.when !== null && !datesMeet(a, b)) return false;
  if (a.type === 'CONSULT' && a.mode !== 'visit')
    return included([...a.actors, ...a.recipients], [...b.actors, ...b.recipients]);
  if (sameParties(a, b)) return a.recipients.length > 0 || a.because[0]?.rule === b.because[0]?.rule;
  return (one.nominal && leavesUnsaid(a, b)) || (other.nominal && leavesUnsaid(b, a));
}

/** "used her visit to …": what is spoken of as known has the status that it was told with. */
const takesUp = (one: Telling, { claim: whole, known }: Telling): boolean =>
  one.known && !known && one.claim.when === null && leavesUnsaid(one.claim, whole);

const sameParties = (a: EventClaim, b: EventClaim): boolean =>
  included(a.actors, b.actors) && included(a.recipients, b.recipients);

/** Does a telling by a noun name some of the parties of a full one, and none beside them? */
const leavesUnsaid = (a: EventClaim, b: EventClaim): boolean =>
  (a.actors.length === 0 || included(a.actors, b.actors)) &&
  (a.recipients.length === 0 || included(a.recipients, b.recipients));

/** Are those whom two tellings name of one country: "one civilian", and "13 others" of whom no country is said? */
const sameSides = (a: readonly Actor[], b: readonly Actor[]): boolean =>
  a.every(({ country }) => country === null || b.every((other) => other.country === null || other.country === country));

const includedOrNone = (a: readonly Actor[], b: readonly Actor[]): boolean =>
  a.length === 0 || b.length === 0 || included(a, b);

const statusGroup = (claim: EventClaim): string => (claim.status === 'underway' ? 'occurred' : claim.status);

const datesMeet = (a: EventClaim, b: EventClaim): boolean =>
  (a.when?.earliest ?? '0') <= (b.when?.latest ?? '9') && (b.when?.earliest ?? '0') <= (a.when?.latest ?? '9');

/** Are the fewer parties all among the more? */
function included(a: readonly Actor[], b: readonly Actor[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length === 0) return many.length === 0;
  return few.every((party) => many.some((other) => other.id === party.id));
}

const distinctSpans = (spans: readonly Span[]): readonly Span[] =>
  spans
    .filter(([start, end], at) => spans.findIndex((other) => other[0] === start && other[1] === end) === at)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
