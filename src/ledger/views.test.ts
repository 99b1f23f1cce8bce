import { expect, test } from 'vitest';
import { claimsOf } from '../claims.ts';
import type { Actor, EventClaim, RelationClaim } from '../document/claim.ts';
import { aukus, china, exampleReading, fiji, japan, pillarTwo, rabuka, visitClaim } from '../testing/example.ts';
import { plainPage } from '../outputs/lines.ts';
import { pactLines } from '../outputs/ledger-account.ts';
import { know } from '../testing/know.ts';
import { filed } from '../testing/ledger.ts';
import { ACCEPTED } from './lifecycle.ts';
import { askedFor } from './asked.ts';
import { pactsOf } from './pacts.ts';
import { answers, QUESTION, type Question } from './question.ts';
import { byKey, type Sourced } from './rows.ts';
import { isRelation, STANDINGS, MOVES } from './standings.ts';
import { viewOf } from './view.ts';

const reading = exampleReading();
const report = { key: 'k', id: 'suva-visit', published: '2024-05-06', publisher: null, title: null, url: null };
const rows: readonly Sourced[] = claimsOf(reading).map((claim) => ({ report, claim }));
const [template] = rows.filter(isRelation);
if (template === undefined) throw new Error('the example has no relation');
const related = (changes: Partial<RelationClaim>): Sourced => ({ report, claim: { ...template.claim, ...changes } });

/** The records of the example's claims, each claim in a report of the example's date. */
const records = byKey(
  claimsOf(reading).map((claim) =>
    filed(claim, { id: report.id, published: report.published, text: reading.report.text }),
  ),
  ({ bucket }) => bucket,
).flatMap((some) => viewOf(some, []).map(({ record }) => record));

const summary = (some: readonly Sourced[]) =>
  pactsOf(some).map((pact) => ({
    name: pact.name,
    partOf: pact.partOf?.name ?? null,
    ...Object.fromEntries(
      STANDINGS.filter((role) => pact[role].length > 0).map((role) => [role, pact[role].map((each) => each.name)]),
    ),
  }));

const league: Actor = {
  id: 'league',
  name: 'the League',
  kind: 'organisation',
  country: 'IGO',
  sector: null,
  as: null,
};

/** A step into or out of a body, as an event tells it. */
function step(rule: string, changes: Partial<EventClaim>, published = '2024-05-06'): Sourced {
  const words = 'China criticised the plans on Saturday';
  const claim = visitClaim(reading.report.text, words, {
    type: 'COOPERATE',
    mode: null,
    actors: [fiji],
    recipients: [league],
    status: 'occurred',
    because: [{ rule, words: [0, 1] }],
    ...changes,
  });
  return { report: { ...report, key: published, published }, claim };
}
const [JOIN = '', LEAVE = ''] = ['join', 'leave'].map(
  (wanted) => Object.entries(MOVES).find(([, found]) => found === wanted)?.[0],
);

test('interest in a part is not membership of the whole', () => {
  const partOf = related({ subject: pillarTwo, predicate: 'part-of', object: aukus });
  expect(summary([...rows, partOf])).toEqual([
    { name: 'Aukus', partOf: null, parties: ['Australia', 'United Kingdom', 'United States'] },
    { name: 'Aukus pillar two', partOf: 'Aukus', interested: ['Japan'] },
  ]);
});

test('a part of a pact shows the words that make it one', () => {
  const partOf = related({ subject: pillarTwo, predicate: 'part-of', object: aukus });
  const part = pactsOf([...rows, partOf]).find(({ id }) => id === pillarTwo.id);
  expect(part?.partOf?.rows).toEqual([partOf]);
  if (part === undefined) throw new Error('no part');
  const nobody = { ...part, interested: [] };
  expect(pactLines(nobody, plainPage(80)).join('\n')).toMatch(
    /Aukus pillar two {2}part of Aukus\n +6 May 2024, suva-visit\n +│ /,
  );
});

test('critics are those who oppose a pact and those who accuse about it', () => {
  const event = reading.events[3];
  if (event === undefined) throw new Error('the example has no accusation');
  const accusing: Sourced = { report, claim: { ...event, about: ['AUKUS'] } };
  const opposing = related({ subject: { name: 'the opposition' }, predicate: 'opposes', object: aukus });
  expect(summary([...rows, accusing, opposing])[0]).toMatchObject({ critics: [china.name, 'the opposition'] });
});

test('the rules by which somebody joins or leaves are rules of the knowledge', () => {
  const rules = new Set(know['languages/en/events/*'].map(({ id }) => id));
  expect(Object.keys(MOVES).filter((rule) => !rules.has(rule))).toEqual([]);
});

test('the rule by which somebody accepts an invitation is one of the knowledge', () => {
  expect(know['languages/en/standing'].governors.map(({ id }) => id)).toContain(ACCEPTED);
});

test('a stance is taken towards the pact itself, whether anything else speaks of the pact or not', () => {
  const accusing = step('criticise', { type: 'ACCUSE', actors: [china], recipients: [aukus] });
  expect(summary([accusing])).toEqual([{ name: 'Aukus', partOf: null, critics: ['China'] }]);
  const denied = step('criticise', { type: 'ACCUSE', actors: [china], recipients: [aukus], status: 'denied' });
  expect(summary([denied])).toEqual([]);
});

test.each<[string, readonly Sourced[], object]>([
  ['joins', [step(JOIN, {})], { parties: ['Fiji'] }],
  ['will join', [step(JOIN, { status: 'scheduled' })], { candidates: ['Fiji'] }],
  ['leaves', [step(LEAVE, {})], { former: ['Fiji'] }],
  ['will leave', [step(JOIN, {}, '2020-01-01'), step(LEAVE, { status: 'scheduled' })], { leaving: ['Fiji'] }],
  ['joined and left', [step(LEAVE, {}), step(JOIN, {}, '2020-01-01')], { former: ['Fiji'] }],
  ['left and joined again', [step(JOIN, {}), step(LEAVE, {}, '2020-01-01')], { parties: ['Fiji'] }],
  [
    'had applied before it joined',
    [step(JOIN, {}, '2020-01-01'), step(JOIN, { status: 'proposed' })],
    { parties: ['Fiji'] },
  ],
  [
    'left by the date of the act, whatever the order of the reports',
    [
      step(
        LEAVE,
        { when: { earliest: '2019-01-01', latest: '2019-12-31', granularity: 'year', basis: 'stated', words: [0, 1] } },
        '2024-07-01',
      ),
      step(JOIN, {}, '2023-01-01'),
    ],
    { parties: ['Fiji'] },
  ],
  ['is a member', [related({ subject: fiji, predicate: 'member-of', object: league })], { parties: ['Fiji'] }],
  [
    'is a former member',
    [related({ subject: fiji, predicate: 'member-of', object: league, qualifiers: { former: true } })],
    { former: ['Fiji'] },
  ],
])('an organisation of states is a pact of which one %s', (_, some, expected) => {
  expect(summary(some)).toEqual([{ name: 'the League', partOf: null, ...expected }]);
});

test('an organisation that nobody joins, a party of a country and a person in a body make no pact', () => {
  const party: Actor = { ...league, id: 'party', country: 'FJI' };
  expect(
    summary([
      step('criticise', { type: 'ACCUSE' }),
      step(JOIN, { recipients: [party] }),
      step(JOIN, { status: 'denied' }),
      related({ subject: rabuka, predicate: 'member-of', object: league }),
    ]),
  ).toEqual([]);
});

test('a standing keeps every claim behind it', () => {
  const again = related({ subject: japan, predicate: 'interested-in', object: pillarTwo });
  const pact = pactsOf([...rows, again]).find(({ id }) => id === pillarTwo.id);
  expect(pact?.interested.map(({ name, rows: found }) => [name, found.length])).toEqual([['Japan', 2]]);
});

test('what holder, predicate and matter share is one record', () => {
  const again = { id: 'again', published: '2024-05-08', text: 'Tokyo looks at pillar two with interest.' };
  const interest = records.filter((record) => record.kind === 'relation' && record.predicate === 'interested-in');
  const [claim] = rows.filter(isRelation).filter((row) => row.claim.predicate === 'interested-in');
  if (claim === undefined) throw new Error('the example has no interest');
  const both = ['one', 'two'].map((id) => filed(claim.claim, { ...again, id }));
  expect([interest.length, viewOf(both, []).map(({ record }) => record.reports)]).toEqual([1, [2]]);
});

const asked = (...names: readonly string[]) => names.map((name) => askedFor(name, know['actors/states']));

test.each([
  ['Japan', 'JPN'],
  ['jpn', 'JPN'],
  ['Japanese', 'JPN'],
  ['USA', 'USA'],
  ['the american', null],
  ['Americans', 'USA'],
  ['United States', 'USA'],
  ['Rabuka', null],
])('"%s" asks for %s', (words, country) => {
  expect(asked(words)).toEqual([country === null ? { country, name: words } : expect.objectContaining({ country })]);
});

test.each<[Partial<Question>, number]>([
  [{}, 4],
  [{ actors: asked('fji') }, 2],
  [{ actors: asked('rabuka') }, 2],
  [{ actors: asked('China') }, 1],
  [{ actors: asked('Fijian') }, 2],
  [{ actors: asked('FJI', 'JPN') }, 2],
  [{ status: 'scheduled' }, 1],
  [{ type: 'ACCUSE' }, 1],
  [{ since: '2024-06-15' }, 1],
  [{ until: '2024-05-04' }, 1],
  // The undated invitation counts by its report's day.
  [{ since: '2024-05-06', until: '2024-05-06' }, 1],
])('events asked for by %j', (question, number) => {
  const asked: Question = { ...QUESTION, sorts: ['visit', 'meeting', 'act'], ...question };
  expect(records.filter((record) => answers(record, asked))).toHaveLength(number);
});

test.each<[Partial<Question>, number]>([
  [{}, records.length],
  [{ since: '2025-01-01' }, 0],
  [{ actors: asked('kamikawa') }, 2],
])('records asked for by %j', (question, number) => {
  expect(records.filter((record) => answers(record, { ...QUESTION, ...question }))).toHaveLength(number);
});
