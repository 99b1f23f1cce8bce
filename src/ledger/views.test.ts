import { expect, test } from 'vitest';
import { claimsOf } from '../claims.ts';
import type { RelationClaim } from '../document/claim.ts';
import { groupEvents } from './events.ts';
import { aukus, china, exampleReading, japan, pillarTwo } from '../testing/example.ts';
import { answersClaim, answersEvent, type Question } from './filter.ts';
import { isRelation, pactsOf } from './pacts.ts';
import { positionsOf } from './positions.ts';
import type { Sourced } from './rows.ts';

const reading = exampleReading();
const report = { key: 'k', id: 'suva-visit', published: '2024-05-06', publisher: null, title: null, url: null };
const rows: readonly Sourced[] = claimsOf(reading).map((claim) => ({ report, claim }));
const [template] = rows.filter(isRelation);
if (template === undefined) throw new Error('the example has no relation');
const related = (changes: Partial<RelationClaim>): Sourced => ({ report, claim: { ...template.claim, ...changes } });
const ALL: Question = { actor: null, status: null, since: null, until: null };

const summary = (some: readonly Sourced[]) =>
  pactsOf(some).map(({ name, partOf, parties, candidates, interested, critics, supporters }) => ({
    name,
    partOf,
    ...Object.fromEntries(
      Object.entries({ parties, candidates, interested, critics, supporters })
        .filter(([, found]) => found.length > 0)
        .map(([role, found]) => [role, found.map((each) => each.name)]),
    ),
  }));

test('interest in a part is not membership of the whole', () => {
  const partOf = related({ subject: pillarTwo, predicate: 'part-of', object: aukus });
  expect(summary([...rows, partOf])).toEqual([
    { name: 'Aukus', partOf: null, parties: ['Australia', 'United Kingdom', 'United States'] },
    { name: 'Aukus pillar two', partOf: 'Aukus', interested: ['Japan'] },
  ]);
});

test('critics are those who oppose a pact and those who accuse about it', () => {
  const event = reading.events[3];
  if (event === undefined) throw new Error('the example has no accusation');
  const accusing: Sourced = { report, claim: { ...event, about: ['AUKUS'] } };
  const opposing = related({ subject: { name: 'the opposition' }, predicate: 'opposes', object: aukus });
  expect(summary([...rows, accusing, opposing])[0]).toMatchObject({ critics: [china.name, 'the opposition'] });
});

test('a standing keeps every claim behind it', () => {
  const again = related({ subject: japan, predicate: 'interested-in', object: pillarTwo });
  const pact = pactsOf([...rows, again]).find(({ id }) => id === pillarTwo.id);
  expect(pact?.interested.map(({ name, rows: found }) => [name, found.length])).toEqual([['Japan', 2]]);
});

test('positions are gathered by holder, predicate and matter', () => {
  const again = related({ subject: japan, predicate: 'interested-in', object: pillarTwo });
  expect(positionsOf([...rows, again]).map((found) => found.length)).toEqual([2]);
});

test.each<[Partial<Question>, number]>([
  [{}, 4],
  [{ actor: 'fji' }, 2],
  [{ actor: 'rabuka' }, 2],
  [{ actor: 'China' }, 1],
  [{ status: 'scheduled' }, 1],
  [{ since: '2024-06-15' }, 1],
  [{ until: '2024-05-04' }, 1],
  // The undated invitation counts by its report's day.
  [{ since: '2024-05-06', until: '2024-05-06' }, 1],
])('events asked for by %j', (question, number) => {
  const events = groupEvents(rows.flatMap(({ claim }) => (claim.kind === 'event' ? [{ report, claim }] : [])));
  expect(events.filter((event) => answersEvent(event, { ...ALL, ...question }))).toHaveLength(number);
});

test('claims are asked for by their own date, else by their report’s', () => {
  const found = (question: Partial<Question>) =>
    rows.filter((row) => answersClaim(row, { ...ALL, ...question })).length;
  expect(found({})).toBe(rows.length);
  expect(found({ since: '2025-01-01' })).toBe(0);
  expect(found({ actor: 'kamikawa' })).toBe(2);
});
