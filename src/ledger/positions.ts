import type { EventClaim, Predicate, StatementClaim } from '../document/claim.ts';
import { grouped } from '../grouped.ts';
import { byKey, byPublication, compare, type Sourced } from './rows.ts';
import { dayOf, isBody, isRelation, keyOf, type End } from './standings.ts';

/** How somebody can stand to a topic. */
export const ATTITUDES = ['supports', 'opposes', 'concerned', 'interested', 'calls-for'] as const;
export type Attitude = (typeof ATTITUDES)[number];

/** What one actor holds about one topic, over all that the claims tell. */
export interface Position {
  readonly actor: End;
  readonly topic: End;
  /** Each attitude with the days on which it was told; the one told last comes last. */
  readonly attitudes: readonly Held[];
}

/** An attitude with the days of its first and last telling, null where no report is dated, and every claim that shows it. */
export interface Held {
  readonly attitude: Attitude;
  readonly first: string | null;
  readonly last: string | null;
  readonly rows: readonly Sourced[];
}

/** What one claim says of one actor's position on one topic. */
interface Stand {
  readonly actor: End;
  readonly topic: End;
  readonly attitude: Attitude;
  readonly row: Sourced;
}

const OF_RELATIONS: Partial<Record<Predicate, Attitude>> = {
  supports: 'supports',
  opposes: 'opposes',
  'interested-in': 'interested',
};

const OF_EVENTS: Partial<Record<EventClaim['type'], Attitude>> = {
  SUPPORT: 'supports',
  ACCUSE: 'opposes',
  REJECT: 'opposes',
  PROTEST: 'opposes',
  REQUEST: 'calls-for',
};

/** The rules that find worry, which PLOVER counts with blame. */
export const CONCERNS: ReadonlySet<string> = new Set(['express-concern', 'concerned', 'sound-alarm']);

const OF_STANCES: Partial<Record<StatementClaim['stance'], Attitude>> = { feared: 'concerned', demanded: 'calls-for' };

/** Every position that claims tell, by actor, then by topic: relations, acts of words, and what is demanded and feared. */
export function positionsOf(rows: readonly Sourced[]): readonly Position[] {
  const inside = grouped(
    rows.filter(({ claim }) => claim.statement !== null),
    (row) => statementKey(row, row.claim.statement),
  );
  const stands = rows.flatMap((row) => [...standsOf(row), ...saidStands(row, inside)]);
  return byKey(stands, ({ actor, topic }) => `${keyOf(actor)}\t${topicKey(topic)}`)
    .map(positionOf)
    .sort((a, b) => compare(a.actor.name, b.actor.name) || compare(a.topic.name, b.topic.name));
}

const statementKey = ({ report }: Sourced, statement: string | null): string => `${report.key}\t${statement ?? ''}`;

function standsOf(row: Sourced): readonly Stand[] {
  const { claim } = row;
  if (isRelation(row)) {
    const attitude = OF_RELATIONS[row.claim.predicate];
    const { subject, object, qualifiers } = row.claim;
    return attitude === undefined || 'former' in qualifiers ? [] : [{ actor: subject, topic: object, attitude, row }];
  }
  if (claim.kind !== 'event' || !isTold(claim)) return [];
  const attitude = claim.because.some(({ rule }) => CONCERNS.has(rule)) ? 'concerned' : OF_EVENTS[claim.type];
  if (attitude === undefined) return [];
  return topicsOf(claim).flatMap((topic) => claim.actors.map((actor) => ({ actor, topic, attitude, row })));
}

/** Words that were said; what somebody might say, or denies having said, is no position. */
const isTold = ({ status }: EventClaim): boolean => status === 'occurred' || status === 'underway';

/** What an act of words is about: its topics and the bodies that it is aimed at, else whom it is aimed at. */
function topicsOf({ about, recipients }: EventClaim): readonly End[] {
  const bodies = recipients.filter(isBody);
  const named = new Set(bodies.map(topicKey));
  const topics = [...bodies, ...about.map((name) => ({ name })).filter((topic) => !named.has(topicKey(topic)))];
  return topics.length > 0 ? topics : recipients;
}

/** "Ukraine must leave, Russia demanded": what is demanded or feared is the acts inside. */
function saidStands(row: Sourced, inside: ReadonlyMap<string, readonly Sourced[]>): readonly Stand[] {
  const { claim } = row;
  if (claim.kind !== 'statement' || claim.speaker === null) return [];
  const { speaker: actor } = claim;
  const attitude = OF_STANCES[claim.stance];
  if (attitude === undefined) return [];
  return (inside.get(statementKey(row, claim.id)) ?? [])
    .flatMap(({ claim: told }) => (told.kind === 'event' ? actsOf(told) : []))
    .filter((topic) => keyOf(topic) !== keyOf(actor))
    .map((topic) => ({ actor, topic, attitude, row }));
}

/** What an act comes to as a topic: what it is about, else those who are to act. */
const actsOf = ({ about, actors }: EventClaim): readonly End[] =>
  about.length > 0 ? about.map((name) => ({ name })) : actors;

function positionOf(stands: readonly Stand[]): Position {
  const [{ actor, topic } = { actor: { name: '' }, topic: { name: '' } }] = stands;
  const attitudes = byKey(stands, ({ attitude }) => attitude)
    .map((some) => heldOf(some))
    .sort((a, b) => compare(a.last ?? '', b.last ?? '') || compare(a.first ?? '', b.first ?? ''));
  return { actor, topic, attitudes };
}

function heldOf(stands: readonly Stand[]): Held {
  const rows = [...new Set(stands.map(({ row }) => row))].sort(byPublication);
  const days = rows.flatMap((row) => dayOf(row) ?? []).sort();
  return {
    attitude: stands[0]?.attitude ?? 'supports',
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    rows,
  };
}

/** A body under its id and under its name in the text is one topic. */
const topicKey = ({ name }: End): string => name.toLowerCase();
