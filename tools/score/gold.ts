import type { Claim, EventClaim, RelationClaim, StatementClaim } from '../../src/document/claim.ts';
import { blame } from './gold-blame.ts';
import { readGold, versions } from './gold-file.ts';
import type { GoldEvent, GoldRecord, GoldRelation, GoldReport, GoldStatement } from './gold-file.ts';
import { eventLevel, isExact, isHonest, isLoose, isSpeakerRight, LEVELS, pairUp, partiesAgree } from './gold-match.ts';
import { relationRating, statementRating, type Pair } from './gold-match.ts';
import { nameOf, sameActor } from './gold-names.ts';
import { readingsOf, type Read } from './gold-read.ts';
import type { Score } from './kind.ts';
import { measure, measureLine, NOTHING, plus, type Tally } from './measure.ts';

/**
 * Scores readings against gold reports: files or folders of `.json`, read now, or as in the readings (`.jsonl`) named
 * beside them. Blame needs the layers, so only reports read now have it. Levels as in docs/reading.md.
 */
export function scoreGold(paths: readonly string[]): Score {
  const gold = readGold(paths.filter((path) => !path.endsWith('.jsonl')));
  const readings = readingsOf(
    gold,
    paths.filter((path) => path.endsWith('.jsonl')),
  );
  const outcomes = gold.map((report) => outcomeOf(report, readings.get(report.doc) ?? { claims: [], reading: null }));
  const totals = sum(outcomes.map(({ tallies }) => tallies));
  const types = sum(outcomes.map(({ byType }) => byType));
  const blamed = countBy(outcomes.flatMap(({ blamed }) => blamed));
  const dishonest = outcomes.reduce((total, outcome) => total + outcome.dishonest, 0);
  return {
    json: asJson(totals, blamed),
    table: [
      ...Object.entries(types)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([type, tally]) => measureLine(`  ${type}`, tally)),
      ...Object.entries(totals).map(([label, tally]) => measureLine(label, tally)),
      ...blameLines(blamed),
      ...(dishonest > 0 ? [`${dishonest} claims that quote what does not stand there, or too much`] : []),
    ],
    misses: outcomes.flatMap(({ misses }) => misses),
  };
}

type Tallies = Readonly<Record<string, Tally>>;

interface Outcome {
  readonly tallies: Tallies;
  readonly byType: Tallies;
  readonly misses: readonly string[];
  readonly blamed: readonly string[];
  readonly dishonest: number;
}

function outcomeOf(report: GoldReport, { claims, reading }: Read): Outcome {
  const { text, records } = report;
  const [goldEvents, events] = [records.filter(isGoldEvent), claims.filter(isEvent)];
  const [goldSaid, said] = [records.filter(isGoldStatement), claims.filter(isStatement)];
  const [goldTies, ties] = [records.filter(isGoldRelation), claims.filter(isRelation)];
  const paired = pairUp(goldEvents, events, (gold, read) => eventLevel(gold, read, text));
  const heard = pairUp(goldSaid, said, (gold, read) => statementRating(gold, read, text));
  const tied = pairUp(goldTies, ties, (gold, read) => relationRating(gold, read, text));
  const isNamed = ({ gold, read }: Pair<GoldEvent, EventClaim>): boolean =>
    versions(gold).some((version) => partiesAgree(version, read, sameActor));
  const missed: readonly GoldRecord[] = [
    ...missing(goldEvents, paired, (rating) => rating >= LEVELS.length),
    ...missing(goldSaid, heard, isLoose),
    ...missing(goldTies, tied, () => true),
  ];
  return {
    tallies: {
      ...Object.fromEntries(
        LEVELS.map((name, at) => [
          `event ${name}`,
          tally(goldEvents, events, paired, { right: ({ rating }) => rating > at }),
        ]),
      ),
      'event named': tally(goldEvents, events, paired, { right: isNamed }),
      'statement loose': tally(goldSaid, said, heard, {
        right: ({ rating }) => isLoose(rating),
        spare: ({ rating }) => isLoose(rating),
      }),
      'statement exact': tally(goldSaid, said, heard, {
        right: ({ rating }) => isExact(rating),
        spare: ({ rating }) => isLoose(rating),
      }),
      'statement quoted': speakersOf(heard.filter(({ read }) => read.quoteKind === 'direct')),
      relation: tally(goldTies, ties, tied, { right: () => true }),
    },
    byType: byType(goldEvents, events, paired),
    misses: [
      ...missed.map((record) => missLine(report, record, howFar(record, paired), reading && blame(record, reading))),
      ...events.filter((read) => !paired.some((pair) => pair.read === read)).map((read) => inventedLine(report, read)),
    ],
    blamed: reading === null ? [] : missed.map((record) => blame(record, reading)),
    dishonest: claims.filter((claim) => !isHonest(claim, text)).length,
  };
}

/** Of direct quotations that gold has as well, those whose speaker is right. */
const speakersOf = (pairs: readonly Pair<GoldStatement, StatementClaim>[]): Tally => ({
  gold: pairs.length,
  predicted: pairs.length,
  right: pairs.filter(({ rating }) => isSpeakerRight(rating)).length,
});

interface Counting<P> {
  readonly right: (pair: P) => boolean;
  /** Which pairs with an optional record are not held against the reading; all of them unless said. */
  readonly spare?: (pair: P) => boolean;
}

/** An optional record is neither missed nor invented. */
function tally<G extends GoldRecord, C extends Claim>(
  gold: readonly G[],
  read: readonly C[],
  pairs: readonly Pair<G, C>[],
  { right, spare = () => true }: Counting<Pair<G, C>>,
): Tally {
  return {
    gold: gold.filter(({ optional }) => !optional).length,
    predicted: read.length - pairs.filter((pair) => pair.gold.optional && spare(pair)).length,
    right: pairs.filter((pair) => !pair.gold.optional && right(pair)).length,
  };
}

function byType(
  gold: readonly GoldEvent[],
  read: readonly EventClaim[],
  pairs: readonly Pair<GoldEvent, EventClaim>[],
): Tallies {
  const types = new Set([...gold.filter(({ optional }) => !optional), ...read].map(({ type }) => type));
  const ofType = (type: string): Tally => ({
    gold: gold.filter((one) => one.type === type && !one.optional).length,
    predicted: read.filter((one) => one.type === type && !pairs.some((pair) => pair.read === one && pair.gold.optional))
      .length,
    right: pairs.filter((pair) => pair.gold.type === type && !pair.gold.optional && pair.rating > 1).length,
  });
  return Object.fromEntries([...types].map((type) => [type, ofType(type)]));
}

const missing = <G extends GoldRecord, C extends Claim>(
  gold: readonly G[],
  pairs: readonly Pair<G, C>[],
  isRight: (rating: number) => boolean,
): readonly G[] =>
  gold.filter((one) => !one.optional && !pairs.some((pair) => pair.gold === one && isRight(pair.rating)));

/** The first level that an event fails, or "missed". */
function howFar(record: GoldRecord, paired: readonly Pair<GoldEvent, EventClaim>[]): string {
  const rating = paired.find((pair) => pair.gold === record)?.rating ?? 0;
  return rating === 0 ? 'missed' : (LEVELS[rating] ?? 'right');
}

const SHOWN = 110;

function missLine({ doc }: GoldReport, record: GoldRecord, failed: string, stage: string | null): string {
  const start = [doc, failed, stage ?? '-'];
  switch (record.kind) {
    case 'event':
      return [
        ...start,
        `${record.type}/${record.mode ?? '-'}`,
        record.status,
        `${record.actors.map(nameOf).join(', ')} → ${(record.recipients ?? []).map(nameOf).join(', ')}`,
        (record.evidence ?? '').slice(0, SHOWN),
      ].join('\t');
    case 'statement':
      return [...start, 'statement', nameOf(record.speaker) ?? '', (record.content ?? '').slice(0, SHOWN)].join('\t');
    case 'relation': {
      const ends = `${nameOf(record.subject)} → ${nameOf(record.object)}`;
      return [...start, `relation ${record.predicate}`, ends, (record.evidence ?? '').slice(0, SHOWN)].join('\t');
    }
  }
}

const inventedLine = ({ doc }: GoldReport, { type, mode, status, actors, recipients, quote }: EventClaim): string =>
  [
    doc,
    'invented',
    '-',
    `${type}/${mode ?? '-'}`,
    status,
    `${actors.map(nameOf).join(', ')} → ${recipients.map(nameOf).join(', ')}`,
    quote.slice(0, SHOWN),
  ].join('\t');

/** The shape that other programs read. */
function asJson(totals: Tallies, blamed: Readonly<Record<string, number>>): Score['json'] {
  const of = (label: string) => measure(totals[label] ?? NOTHING);
  return {
    event: Object.fromEntries([...LEVELS, 'named'].map((name) => [name, of(`event ${name}`)])),
    statement: { loose: of('statement loose'), exact: of('statement exact'), quoted: of('statement quoted') },
    relation: of('relation'),
    blame: blamed,
  };
}

const sum = (all: readonly Tallies[]): Tallies =>
  all.reduce<Record<string, Tally>>((total, one) => {
    for (const [label, tally] of Object.entries(one)) total[label] = plus(total[label] ?? NOTHING, tally);
    return total;
  }, {});

const blameLines = (blamed: Readonly<Record<string, number>>): readonly string[] => {
  const parts = Object.entries(blamed).map(([stage, count]) => `${stage} ${count}`);
  return parts.length > 0 ? [`blame: ${parts.join(', ')}`] : [];
};

const countBy = (labels: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(labels)].sort().map((label) => [label, labels.filter((one) => one === label).length]));

const isGoldEvent = (record: GoldRecord): record is GoldEvent => record.kind === 'event';
const isGoldStatement = (record: GoldRecord): record is GoldStatement => record.kind === 'statement';
const isGoldRelation = (record: GoldRecord): record is GoldRelation => record.kind === 'relation';
const isEvent = (claim: Claim): claim is EventClaim => claim.kind === 'event';
const isStatement = (claim: Claim): claim is StatementClaim => claim.kind === 'statement';
const isRelation = (claim: Claim): claim is RelationClaim => claim.kind === 'relation';
