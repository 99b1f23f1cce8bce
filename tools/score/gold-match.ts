import type { Actor, Claim, EventClaim, RelationClaim, Source, StatementClaim } from '../../src/document/claim.ts';
import type { Span } from '../../src/document/span.ts';
import { evidenceSpans, findWords, versions } from './gold-file.ts';
import type { GoldActor, GoldEvent, GoldRecord, GoldRelation, GoldStatement } from './gold-file.ts';
import { nameOf, sameActor, sameName, sameSide, sameWhole } from './gold-names.ts';

/* How far a claim agrees with a gold record, and which claims go with which records. */

/** Each level includes those before it. */
export const LEVELS = ['type', 'who', 'status', 'when', 'speaker'] as const;

export interface Pair<G, P> {
  readonly rating: number;
  readonly gold: G;
  readonly read: P;
}

/** Pairs records and claims one to one, the best pairs first; what nothing agrees with stays alone. */
export function pairUp<G extends GoldRecord, P extends Claim>(
  gold: readonly G[],
  read: readonly P[],
  rate: (gold: G, read: P) => number,
): readonly Pair<G, P>[] {
  const candidates = gold
    .flatMap((one) => read.map((claim) => ({ gold: one, read: claim, rating: best(versions(one), claim, rate) })))
    .filter(({ rating }) => rating > 0)
    .sort((a, b) => b.rating - a.rating);
  const taken = new Set<G | P>();
  return candidates.filter((pair) => {
    if (taken.has(pair.gold) || taken.has(pair.read)) return false;
    taken.add(pair.gold).add(pair.read);
    return true;
  });
}

const best = <G, P>(wanted: readonly G[], claim: P, rate: (gold: G, read: P) => number): number =>
  Math.max(...wanted.map((version) => rate(version, claim)));

/** In UTF-16 code units: a claim with longer words points at a passage and counts for nothing. */
const LONGEST = 700;

/** The claim's words are short enough, and its quote is what stands there. */
export const isHonest = (claim: Claim, text: string): boolean =>
  Array.isArray(claim.words) &&
  claim.words[1] - claim.words[0] <= LONGEST &&
  (claim.quote === undefined || claim.quote === text.slice(...claim.words));

function common([a, b]: Span, [c, d]: Span): number {
  const end = Math.min(b, d);
  return Math.max(0, end - Math.max(a, c));
}

/** How many of the five levels an event reaches, 0..5. */
export function eventLevel(gold: GoldEvent, read: EventClaim, text: string): number {
  const evidence = evidenceSpans(gold, text);
  const touches = [read.words, ...(read.also ?? [])].some((words) => evidence.some((span) => common(span, words) > 0));
  if (!isHonest(read, text) || gold.type !== read.type || !touches) return 0;
  if (!partiesAgree(gold, read, sameSide)) return 1;
  if (gold.status !== read.status) return 2;
  if (!sameDays(gold.when, read.when)) return 3;
  return sameVoice(gold.speaker, read) ? 5 : 4;
}

type Days = { readonly earliest?: string | null | undefined; readonly latest?: string | null | undefined };

export const sameDays = (gold: Days | null | undefined, read: Days | null | undefined): boolean =>
  gold && read
    ? (gold.earliest ?? null) === (read.earliest ?? null) && (gold.latest ?? null) === (read.latest ?? null)
    : !gold && !read;

export const sameSource = (gold: GoldActor, source: Source): boolean =>
  source.speaker
    ? sameActor(gold, source.speaker) || (source.speaker.kind === 'state' && sameSide(gold, source.speaker))
    : sameName(gold.name, source.speakerWords);

function sameVoice(gold: GoldActor | null | undefined, { voice }: EventClaim): boolean {
  const nearest = voice?.[0];
  return gold ? nearest !== undefined && sameSource(gold, nearest) : nearest === undefined;
}

/** Types whose two sides are equals unless one travels to the other. */
const TOGETHER = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

type Same = (gold: GoldActor, read: Actor) => boolean;

export function partiesAgree(gold: GoldEvent, read: EventClaim, same: Same): boolean {
  const [actors, recipients] = [gold.actors, gold.recipients ?? []];
  const [readActors, readRecipients] = [read.actors ?? [], read.recipients ?? []];
  const oneSided = recipients.length === 0 || readRecipients.length === 0;
  if (TOGETHER.has(gold.type) && gold.mode !== 'visit' && (oneSided || gold.type === 'CONSULT'))
    return sameParties([...actors, ...recipients], [...readActors, ...readRecipients], same);
  return sameParties(actors, readActors, same) && sameParties(recipients, readRecipients, same);
}

/** One to one, none left over; but several people of one country are one side where sides are what is compared. */
function sameParties(gold: readonly GoldActor[], read: readonly Actor[], same: Same): boolean {
  const bySide = same === sameSide;
  if (gold.length !== read.length && !(bySide && countSides(gold) === countSides(read))) return false;
  const left = [...read];
  for (const wanted of gold) {
    const at = left.findIndex((one) => same(wanted, one));
    if (at >= 0) left.splice(at, 1);
    else if (!bySide || !read.some((one) => same(wanted, one))) return false;
  }
  return left.every((one) => gold.some((wanted) => same(wanted, one)));
}

const countSides = (
  parties: readonly { readonly country?: string | null | undefined; readonly name: string }[],
): number => new Set(parties.map(({ country, name }) => country ?? name)).size;

/** 10 where the speaker agrees; and up to 1 for how far the contents do, as intersection over union. */
export function statementRating(gold: GoldStatement, read: StatementClaim, text: string): number {
  const wanted = gold.contentSpan ?? findWords(text, gold.content);
  if (wanted === null || !isHonest(read, text)) return 0;
  const pieces = read.content?.length ? read.content : [read.words];
  const whole: Span = [Math.min(...pieces.map(([start]) => start)), Math.max(...pieces.map(([, end]) => end))];
  const agreement = Math.max(...[whole, ...pieces].map((piece) => intersectionOverUnion(wanted, piece)));
  if (agreement <= 0) return 0;
  const speaks = gold.speaker ? sameSource(gold.speaker, read) : !read.speaker;
  return speaks ? 10 + agreement : agreement;
}

function intersectionOverUnion(a: Span, b: Span): number {
  const both = common(a, b);
  return both / (a[1] - a[0] + (b[1] - b[0]) - both || 1);
}

export const isSpeakerRight = (rating: number): boolean => rating >= 10;

/** Speaker right and contents agreeing by half; by nine tenths. */
export const isLoose = (rating: number): boolean => rating >= 10.5;
export const isExact = (rating: number): boolean => rating >= 10.9;

const SYMMETRIC = new Set(['ally-of', 'trade-partner-of']);

export function relationRating(gold: GoldRelation, read: RelationClaim, text: string): number {
  if (!isHonest(read, text) || gold.predicate !== read.predicate) return 0;
  const [subject, object] = [nameOf(read.subject), nameOf(read.object)];
  const [wantedSubject, wantedObject] = [nameOf(gold.subject), nameOf(gold.object)];
  const straight = sameWhole(wantedSubject, subject) && sameWhole(wantedObject, object);
  const turned = sameWhole(wantedSubject, object) && sameWhole(wantedObject, subject);
  return straight || (turned && SYMMETRIC.has(gold.predicate)) ? 1 : 0;
}
