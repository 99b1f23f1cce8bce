import { expect, test } from 'vitest';
import type { EventClaim, Status, When } from '../document/claim.ts';
import { groupEvents } from './events.ts';
import { fiji, japan, kamikawa, rabuka, visitClaim } from '../testing/example.ts';
import type { Sourced } from './rows.ts';

const TEXT = 'Sitiveni Rabuka will visit Japan in June';

const when = (earliest: string | null, latest: string | null): When => ({
  earliest,
  latest,
  granularity: 'day',
  basis: 'stated',
  words: [0, 1],
});

const told = (id: string, published: string | null, changes: Partial<EventClaim> = {}): Sourced<EventClaim> => ({
  report: { key: id, id, published, publisher: null, title: null, url: null },
  claim: visitClaim(TEXT, TEXT, { id: `${id}-e`, ...changes }),
});

const summary = (rows: readonly Sourced<EventClaim>[]) =>
  groupEvents(rows).map(({ status, reports, history, when: date }) => ({
    status,
    reports,
    history: history.map((step) => `${step.status} ${step.report.published ?? '?'}`),
    when: date === null ? null : `${date.earliest ?? ''}/${date.latest ?? ''}`,
  }));

test('a visit told by four reports is one event with its history, whatever the order of the reports', () => {
  const rows = [
    told('a', '2024-05-01', { status: 'invited' }),
    told('b', '2024-05-20', { status: 'scheduled', when: when('2024-06-01', '2024-06-30') }),
    told('c', '2024-06-11', { status: 'underway', when: when('2024-06-10', '2024-06-12') }),
    told('d', '2024-06-13', { status: 'occurred', when: when('2024-06-10', null) }),
  ];
  const expected = [
    {
      status: 'occurred',
      reports: 4,
      history: ['invited 2024-05-01', 'scheduled 2024-05-20', 'underway 2024-06-11', 'occurred 2024-06-13'],
      when: '2024-06-10/2024-06-12',
    },
  ];
  expect(summary(rows)).toEqual(expected);
  expect(summary([...rows].reverse())).toEqual(expected);
});

test('a status told again is no new step', () => {
  const rows = ['a', 'b', 'c'].map((id, index) => told(id, `2024-05-0${index + 1}`, { status: 'scheduled' }));
  expect(summary(rows)).toMatchObject([{ reports: 3, history: ['scheduled 2024-05-01'] }]);
});

test.each<[string, Partial<EventClaim>, Partial<EventClaim>]>([
  ['dates', { when: when('2024-06-01', '2024-06-02') }, { when: when('2024-06-10', '2024-06-11') }],
  ['actors', { actors: [rabuka] }, { actors: [kamikawa] }],
  ['host countries', { recipients: [japan] }, { recipients: [fiji] }],
  ['modes', { mode: 'visit' }, { mode: null }],
  ['types', { type: 'CONSULT', mode: null }, { type: 'AGREE', mode: null }],
])('other %s, other events', (_, one, other) => {
  expect(groupEvents([told('a', '2024-05-01', one), told('b', '2024-05-02', other)])).toHaveLength(2);
});

test('the day of one report may be the night before in another', () => {
  const rows = [
    told('a', '2024-05-01', { when: when('2024-05-01', '2024-05-01') }),
    told('b', '2024-05-02', { when: when('2024-05-02', '2024-05-02') }),
  ];
  expect(groupEvents(rows)).toHaveLength(1);
});

test('the sides of a meeting are one set', () => {
  const meeting = { mode: null, status: 'occurred' as Status };
  const rows = [
    told('a', '2024-05-01', { ...meeting, actors: [rabuka, kamikawa], recipients: [] }),
    told('b', '2024-05-01', { ...meeting, actors: [kamikawa], recipients: [rabuka] }),
  ];
  const [event, ...others] = groupEvents(rows);
  expect(others).toEqual([]);
  expect(event?.actors.map(({ id }) => id).sort()).toEqual([rabuka.id, kamikawa.id].sort());
  expect(event?.recipients).toEqual([]);
});

test('a summit called off and held after all is one story', () => {
  const sides = { actors: [rabuka], recipients: [kamikawa] };
  const june = when('2024-06-01', '2024-06-30');
  const day = when('2024-06-12', '2024-06-12');
  const rows = [
    told('a', '2024-05-10', { ...sides, mode: null, status: 'scheduled', when: day }),
    told('b', '2024-05-24', { ...sides, mode: 'multilateral', status: 'cancelled', when: june }),
    told('c', '2024-06-12', { ...sides, mode: null, status: 'occurred', when: day }),
  ];
  expect(summary(rows)).toMatchObject([
    { history: ['scheduled 2024-05-10', 'cancelled 2024-05-24', 'occurred 2024-06-12'], when: '2024-06-12/2024-06-12' },
  ]);
});

test('two claims of one report stay two', () => {
  const row = told('a', '2024-05-01');
  expect(groupEvents([row, { ...row, claim: { ...row.claim, id: 'other' } }])).toHaveLength(2);
});

test('a visit still to come is not the one that was over before', () => {
  const rows = [told('a', '2024-05-01', { status: 'occurred' }), told('b', '2024-05-20', { status: 'scheduled' })];
  expect(groupEvents(rows)).toHaveLength(2);
});

test('undated claims far apart are not joined, nor are undated reports', () => {
  expect(groupEvents([told('a', '2023-01-01'), told('b', '2024-01-01')])).toHaveLength(2);
  expect(groupEvents([told('a', null), told('b', null)])).toHaveLength(2);
});

test('acts of nobody are never merged', () => {
  expect(groupEvents([told('a', '2024-05-01', { actors: [] }), told('b', '2024-05-01', { actors: [] })])).toHaveLength(
    2,
  );
});

test('newest act first', () => {
  const rows = [
    told('a', '2024-05-01', { when: when('2024-01-01', '2024-01-01') }),
    told('b', '2024-05-01', { when: when('2024-04-01', '2024-04-01') }),
  ];
  expect(summary(rows).map(({ when: date }) => date)).toEqual(['2024-04-01/2024-04-01', '2024-01-01/2024-01-01']);
});
