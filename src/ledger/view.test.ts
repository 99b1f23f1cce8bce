import { expect, test } from 'vitest';
import type { EventClaim, Status, When } from '../document/claim.ts';
import { fiji, japan, kamikawa, rabuka } from '../testing/example.ts';
import { filed, told, VISIT } from '../testing/ledger.ts';
import type { Decision } from './decision.ts';
import { ACCEPTED } from './lifecycle.ts';
import type { EventRecord } from './record.ts';
import { byKey, compare, type Filed } from './rows.ts';
import { viewOf } from './view.ts';

const when = (earliest: string | null, latest: string | null): When => ({
  earliest,
  latest,
  granularity: 'day',
  basis: 'stated',
  words: [0, 1],
});

/** The events of some claims, bucket by bucket, newest first. */
const eventsOf = (rows: readonly Filed[], decisions: readonly Decision[] = []): readonly EventRecord[] =>
  byKey(rows, ({ bucket }) => bucket)
    .flatMap((some) => viewOf(some, decisions))
    .flatMap(({ record }) => (record.kind === 'event' ? [record] : []))
    .sort((a, b) => compare(b.day ?? '', a.day ?? ''));

const summary = (rows: readonly Filed<EventClaim>[]) =>
  eventsOf(rows).map(({ status, reports, history, when: date }) => ({
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
  expect(eventsOf([told('a', '2024-05-01', one), told('b', '2024-05-02', other)])).toHaveLength(2);
});

test('the day of one report may be the night before in another', () => {
  const rows = [
    told('a', '2024-05-01', { when: when('2024-05-01', '2024-05-01') }),
    told('b', '2024-05-02', { when: when('2024-05-02', '2024-05-02') }),
  ];
  expect(eventsOf(rows)).toHaveLength(1);
});

test('the sides of a meeting are one set', () => {
  const meeting = { mode: null, status: 'occurred' as Status };
  const rows = [
    told('a', '2024-05-01', { ...meeting, actors: [rabuka, kamikawa], recipients: [] }),
    told('b', '2024-05-01', { ...meeting, actors: [kamikawa], recipients: [rabuka] }),
  ];
  const [event, ...others] = eventsOf(rows);
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
  expect(eventsOf([row, { ...row, claim: { ...row.claim, id: 'other' } }])).toHaveLength(2);
});

test('a visit still to come is not the one that was over before', () => {
  const rows = [told('a', '2024-05-01', { status: 'occurred' }), told('b', '2024-05-20', { status: 'scheduled' })];
  expect(eventsOf(rows)).toHaveLength(2);
});

test('undated claims far apart are not joined, nor are undated reports', () => {
  expect(eventsOf([told('a', '2023-01-01'), told('b', '2024-01-01')])).toHaveLength(2);
  expect(eventsOf([told('a', null), told('b', null)])).toHaveLength(2);
});

test('acts of nobody are never merged', () => {
  expect(eventsOf([told('a', '2024-05-01', { actors: [] }), told('b', '2024-05-01', { actors: [] })])).toHaveLength(2);
});

test('newest act first', () => {
  const rows = [
    told('a', '2024-05-01', { when: when('2024-01-01', '2024-01-01') }),
    told('b', '2024-05-01', { when: when('2024-04-01', '2024-04-01') }),
  ];
  expect(summary(rows).map(({ when: date }) => date)).toEqual(['2024-04-01/2024-04-01', '2024-01-01/2024-01-01']);
});

test('an invitation, its announcement and the visit are one item, each step with its words and who said so', () => {
  const voice = [{ speaker: kamikawa, speakerWords: null, cue: null, channel: null, via: null, when: null }];
  const [visit, ...others] = eventsOf([
    told('a', '2024-04-01', { status: 'invited', initiators: [japan], voice }),
    told('b', '2024-05-20', { status: 'scheduled' }),
    told('c', '2024-05-28', { status: 'occurred' }),
  ]);
  expect(others).toEqual([]);
  expect(visit?.history.map(({ status, by, quote }) => [status, by?.speaker?.name ?? null, quote])).toEqual([
    ['invited', kamikawa.name, VISIT],
    ['scheduled', null, VISIT],
    ['occurred', null, VISIT],
  ]);
});

test('a report that recalls the invitation does not undo the visit', () => {
  const rows = [
    told('b', '2024-05-20', { status: 'scheduled' }),
    told('c', '2024-06-13', { status: 'occurred' }),
    told('d', '2024-06-13', { status: 'invited' }),
  ];
  expect(summary(rows)).toMatchObject([{ status: 'occurred', reports: 3 }]);
});

test('an invitation that was accepted has a step of its own; until a day is set the visit is scheduled', () => {
  const because = [{ rule: ACCEPTED, words: [0, 1] as const }];
  const yes = told('b', '2024-04-10', { status: 'scheduled', because });
  const rows = [told('a', '2024-04-01', { status: 'invited' }), yes];
  expect(summary(rows)).toMatchObject([
    { status: 'scheduled', history: ['invited 2024-04-01', 'accepted 2024-04-10'] },
  ]);
  const later = told('c', '2024-05-20', { status: 'scheduled', when: when('2024-06-03', '2024-06-04') });
  expect(summary([...rows, later])).toMatchObject([
    { history: ['invited 2024-04-01', 'accepted 2024-04-10', 'scheduled 2024-05-20'] },
  ]);
});

test('a visit that was put off has its new day, and is one story with the old one', () => {
  const rows = [
    told('a', '2024-05-01', { status: 'scheduled', when: when('2024-06-03', '2024-06-03') }),
    told('b', '2024-05-28', { status: 'postponed' }),
    told('c', '2024-07-10', { status: 'scheduled', when: when('2024-09-01', '2024-09-30') }),
    told('d', '2024-09-12', { status: 'occurred', when: when('2024-09-11', '2024-09-12') }),
  ];
  const history = ['scheduled 2024-05-01', 'postponed 2024-05-28', 'scheduled 2024-07-10', 'occurred 2024-09-12'];
  expect(summary(rows)).toMatchObject([{ history, when: '2024-09-11/2024-09-12' }]);
  expect(summary(rows.slice(0, 3))).toMatchObject([{ when: '2024-09-01/2024-09-30' }]);
  // Without the postponement the two days are two visits.
  expect(eventsOf(rows.filter(({ claim }) => claim.status !== 'postponed'))).toHaveLength(2);
});

const attack: Partial<EventClaim> = { type: 'ASSAULT', mode: null, status: 'occurred', where: null };
const someone = (id: string, country: string, kind: 'group' | 'state' = 'group') =>
  ({ id, name: id, kind, country, sector: null, as: null }) as const;
const at = (name: string, coordinates: readonly [number, number]) =>
  ({ name, country: 'FJI', coordinates, words: [0, 1] }) as const;
const suva = at('Suva', [-18.14, 178.44]);
const nadi = at('Nadi', [-17.8, 177.42]);
const dayOne = when('2024-05-05', '2024-05-05');

test('an attack is one whatever the toll, the means and the number of those who tell who did it', () => {
  const rows = [
    told('a', '2024-05-05', {
      ...attack,
      actors: [],
      recipients: [someone('nine people', 'FJI')],
      when: dayOne,
      where: suva,
    }),
    told('b', '2024-05-06', {
      ...attack,
      actors: [someone('rebels', 'FJI')],
      recipients: [someone('14 people', 'FJI')],
      when: dayOne,
      where: suva,
    }),
    told('c', '2024-05-07', {
      ...attack,
      mode: 'explosives',
      actors: [someone('rebels', 'FJI')],
      recipients: [fiji],
      when: dayOne,
    }),
  ];
  expect(eventsOf(rows).map(({ reports }) => reports)).toEqual([3]);
});

test.each<[string, Partial<EventClaim>]>([
  ['in another town', { where: nadi }],
  ['on another day', { when: when('2024-05-09', '2024-05-09') }],
  ['by another', { actors: [japan] }],
])('an attack %s is another', (_, other) => {
  const one = { ...attack, actors: [someone('rebels', 'FJI')], recipients: [fiji], when: dayOne, where: suva };
  expect(eventsOf([told('a', '2024-05-06', one), told('b', '2024-05-06', { ...one, ...other })])).toHaveLength(2);
});

test('what two do together is one, whichever of them a report begins with', () => {
  const pact = { type: 'AGREE' as const, mode: null, status: 'occurred' as Status };
  const rows = [
    told('a', '2024-05-06', { ...pact, actors: [japan, fiji], recipients: [] }),
    told('b', '2024-05-06', { ...pact, actors: [fiji], recipients: [japan] }),
  ];
  expect(eventsOf(rows)).toHaveLength(1);
});

test('a meeting in another town on the next day is another', () => {
  const meeting = { mode: null, status: 'occurred' as Status, actors: [rabuka, kamikawa], recipients: [] };
  const rows = [
    told('a', '2024-05-05', { ...meeting, when: dayOne, where: suva }),
    told('b', '2024-05-06', { ...meeting, when: when('2024-05-06', '2024-05-06'), where: nadi }),
  ];
  expect(eventsOf(rows)).toHaveLength(2);
});

test('undated acts of one kind are told apart by what was done, and by the names that they are about', () => {
  const act = {
    type: 'ACCUSE' as const,
    mode: 'disapprove',
    status: 'occurred' as Status,
    actors: [japan],
    recipients: [fiji],
  };
  const by = (rule: string, about: readonly string[] = []) => ({
    ...act,
    about,
    because: [{ rule, words: [0, 1] as const }],
  });
  const pair = (one: Partial<EventClaim>, other: Partial<EventClaim>) =>
    eventsOf([told('a', '2024-05-06', one), told('b', '2024-05-07', other)]).length;
  expect(pair(by('criticise', ['plans']), by('criticise', ['them']))).toBe(1);
  expect(pair(by('criticise'), by('summon'))).toBe(2);
  expect(pair(by('criticise', ['a text on Sudan']), by('criticise', ['a text on Gaza']))).toBe(2);
});

test('an act of which only one report says to whom it was done is one where there is no choice', () => {
  const act = { type: 'ACCUSE' as const, mode: 'disapprove', status: 'occurred' as Status, actors: [japan] };
  const rows = [
    told('a', '2024-05-06', { ...act, recipients: [fiji] }),
    told('b', '2024-05-07', { ...act, recipients: [] }),
  ];
  expect(eventsOf(rows).map(({ reports }) => reports)).toEqual([2]);
  const another = told('c', '2024-05-06', { ...act, recipients: [someone('aukus', 'IGO')] });
  expect(eventsOf([...rows, another]).map(({ reports }) => reports)).toEqual([1, 1, 1]);
});

test('what is still to come is not what was dated to a day that is over', () => {
  const rows = [
    told('a', '2024-05-01', { status: 'scheduled', when: when('2024-05-10', '2024-05-12') }),
    told('b', '2024-06-20', { status: 'invited' }),
  ];
  expect(eventsOf(rows)).toHaveLength(2);
});

test('a denial is never joined with what it denies; the two point at each other', () => {
  const day = when('2024-05-05', '2024-05-05');
  const meeting = { mode: null, actors: [rabuka, kamikawa], recipients: [], when: day };
  const [one, other, ...rest] = eventsOf([
    told('a', '2024-05-06', { ...meeting, status: 'occurred' }),
    told('b', '2024-05-06', { ...meeting, status: 'denied' }),
    told('c', '2024-05-07', { ...meeting, status: 'occurred' }),
  ]);
  expect(rest).toEqual([]);
  expect([one, other].map((event) => [event?.status, event?.reports, event?.contradicts])).toEqual(
    expect.arrayContaining([
      ['occurred', 2, [expect.stringMatching(/^b/)]],
      ['denied', 1, [expect.stringMatching(/^a/)]],
    ]),
  );
});

test('a plain update contradicts nothing', () => {
  const rows = [told('a', '2024-05-01', { status: 'scheduled' }), told('b', '2024-05-20', { status: 'postponed' })];
  expect(eventsOf(rows).map(({ contradicts }) => contradicts)).toEqual([[]]);
});

test.each<[string, Partial<EventClaim>, string, Partial<EventClaim>, boolean]>([
  ['told before it is denied', { status: 'scheduled' }, '2024-05-01', { status: 'denied' }, true],
  ['confirmed two days after it was denied', { status: 'scheduled' }, '2024-05-05', { status: 'denied' }, true],
  ['settled weeks after it was denied', { status: 'scheduled' }, '2024-05-25', { status: 'denied' }, false],
  ['held after it had not been held', { status: 'occurred' }, '2024-05-06', { status: 'not-occurred' }, false],
  [
    'dated to a day after the denial',
    { status: 'occurred', when: when('2024-05-06', '2024-05-06') },
    '2024-05-06',
    { status: 'denied' },
    false,
  ],
  ['only thought of', { status: 'possible' }, '2024-05-01', { status: 'denied' }, false],
])('a visit %s is contradicted only where somebody says the contrary', (_, act, published, denial, contradicted) => {
  const events = eventsOf([told('a', published, act), told('b', '2024-05-03', denial)]);
  expect(events.map(({ contradicts }) => contradicts.length > 0)).toEqual([contradicted, contradicted]);
});

test('one country speaks through many mouths, but of two ministers only one is meant', () => {
  const state = { mode: null, recipients: [fiji] };
  const rows = [
    told('a', '2024-05-01', { ...state, actors: [japan] }),
    told('b', '2024-05-01', { ...state, actors: [kamikawa] }),
  ];
  expect(eventsOf(rows)).toHaveLength(1);
  const other = { ...kamikawa, id: 'somebody-else', name: 'Somebody Else' };
  expect(eventsOf([...rows, told('c', '2024-05-01', { ...state, actors: [other] })])).toHaveLength(2);
});

test('forty copies of a wire and one report of its own: one event, 41 reports, two originators', () => {
  const wire = Array.from(
    { length: 60 },
    (_, at) => `The agency's sentence number ${at} says what the visit is about.`,
  );
  const rows = Array.from({ length: 41 }, (_, at) => {
    // Papers cut a wire from the end, and head it with a line of their own.
    const text =
      at === 40
        ? `Our own man saw ${VISIT} from the quay and wrote it down himself.`
        : `Paper ${at}. ${VISIT}. ${wire.slice(0, 60 - (at % 20)).join(' ')}`;
    return filed(told('x', null).claim, { id: `r${at}`, published: '2024-05-06', text });
  });
  expect(eventsOf(rows).map(({ reports, originators, band }) => [reports, originators, band])).toEqual([
    [41, 2, 'supported'],
  ]);
});

test('an event keeps its id when the report that began it is gone, and the part with its own claim keeps it when it comes apart', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => told(id, '2024-05-06'));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three reports were told');
  const [whole] = eventsOf([a, b, c]);
  expect(whole?.id).toBe(a.root);
  const mint = { id: a.root, born: a.born };
  expect(
    eventsOf([
      { ...b, mint },
      { ...c, mint },
    ]).map(({ id }) => id),
  ).toEqual([a.root]);
  const split: Decision = { op: 'split', targets: [a.root], id: 'd', who: 'w', reason: 'r', at: '', entered: 9 };
  expect(
    eventsOf([a, { ...b, mint }, { ...c, mint }], [split])
      .map(({ id, reports }) => [id, reports])
      .sort(),
  ).toEqual(
    [
      [a.root, 1],
      [b.root, 2],
    ].sort(),
  );
});
