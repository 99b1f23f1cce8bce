// What holds of every store, on every real engine.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { QUESTION, type Question } from '../ledger/question.ts';
import type { LedgerRecord } from '../ledger/record.ts';
import { exampleEntry, visitEntry } from '../testing/entries.ts';
import { testEngines } from '../testing/stores.ts';
import { VIEW_TABLES } from './tables.ts';
import type { Entry, Store } from './store.ts';

const AT = '2024-05-07T00:00:00.000Z';
const engines = await testEngines();

describe.each(engines)('$name', (engine) => {
  let place = '';
  beforeEach(async () => void (place = await engine.place()));
  afterAll(() => engine.end());

  /** Opens the ledger, does some work, and closes it. */
  const on = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await engine.open(place);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const add = async (store: Store, entries: readonly Entry[], at = AT) => {
    const added = await store.add(entries, at);
    await store.refresh(at);
    return added;
  };
  const records = async (store: Store, question: Partial<Question> = {}) =>
    (await store.ask({ ...QUESTION, ...question })).records;
  const view = async () =>
    Promise.all(
      VIEW_TABLES.map(async (table) =>
        (await engine.query(place, `select * from ${table}`)).map((row) => JSON.stringify(row)).sort(),
      ),
    );

  test('gives back records and claims with their report', () =>
    on(async (store) => {
      expect((await add(store, [exampleEntry])).size).toBe(1);
      const found = await records(store);
      const claims = await store.claimsOf(found.map(({ id }) => id));
      expect(claims.map(({ claim }) => claim.id).sort()).toEqual(exampleEntry.claims.map(({ id }) => id).sort());
      expect(claims[0]?.report).toMatchObject({ id: 'suva-visit', published: '2024-05-06', publisher: 'Harbour Wire' });
    }));

  test('adding twice changes nothing, also after it was closed', async () => {
    expect(await on((store) => add(store, [exampleEntry, exampleEntry]))).toHaveProperty('size', 1);
    const before = await view();
    await on(async (store) => {
      expect((await add(store, [exampleEntry], '2024-05-08T00:00:00.000Z')).size).toBe(0);
      expect(await store.coverage()).toMatchObject({
        reports: 1,
        undated: 0,
        earliest: '2024-05-06',
        latest: '2024-05-06',
        claims: exampleEntry.claims.length,
      });
    });
    expect(await view()).toEqual(before);
  });

  test('a batch that fails leaves nothing behind', () =>
    on(async (store) => {
      const broken = { ...visitEntry('x'), reader: null as unknown as string };
      await expect(store.add([visitEntry('ok'), broken], AT)).rejects.toThrow();
      expect(await store.coverage()).toMatchObject({ reports: 0, claims: 0 });
      expect((await store.add([visitEntry('ok')], AT)).size).toBe(1);
    }));

  test('takes many reports at once; the view dropped and made again is the same, byte for byte', async () => {
    const many = Array.from({ length: 1200 }, (_, at) =>
      visitEntry(`r${at}`, {
        published: `2024-0${1 + (at % 9)}-0${1 + (at % 7)}`,
        publisher: `Paper ${at % 5}`,
        claim: { status: at % 11 === 0 ? 'denied' : 'scheduled' },
      }),
    );
    await on(async (store) => {
      for (let at = 0; at < many.length; at += 400) await add(store, many.slice(at, at + 400));
      await add(store, [exampleEntry]);
    });
    const grown = await view();
    await on((store) => store.rebuild(AT));
    expect(await view()).toEqual(grown);
    await on(async (store) => {
      const found = await records(store, { sorts: ['visit'] });
      expect(found.reduce((sum, { reports }) => sum + reports, 0)).toBe(1200 + 2);
    });
  });

  test('the answer in SQL is the answer of the pure question', () =>
    on(async (store) => {
      await add(store, [
        exampleEntry,
        visitEntry('a', { published: null }),
        visitEntry('b', { published: '2021-01-01', claim: { status: 'denied' } }),
      ]);
      const commit = await store.commitAt('9999');
      const questions: readonly Partial<Question>[] = [
        {},
        { sorts: ['visit', 'meeting'] },
        { actors: [{ country: null, name: 'rabuka' }] },
        {
          actors: [
            { country: 'FJI', name: 'Fiji' },
            { country: 'JPN', name: 'Japan' },
          ],
        },
        { actors: [{ country: null, name: '100%' }] },
        { actors: [{ country: null, name: 'a_' }] },
        { status: 'denied' },
        { type: 'party-to' },
        { since: '2024-05-05' },
        { until: '2021-12-31' },
        { band: 'probable' },
        { order: 'oldest' },
        { order: 'most told' },
        { state: 'rejected' },
        { size: 3 },
      ];
      for (const question of questions) {
        const [now, then] = [
          await store.ask({ ...QUESTION, ...question }),
          await store.ask({ ...QUESTION, ...question, asOf: commit }),
        ];
        expect({ question, ...now }).toEqual({ question, ...then });
      }
    }));

  test('pages follow each other without a gap or an overlap', () =>
    on(async (store) => {
      await add(store, [exampleEntry]);
      const whole = await records(store);
      const seen: LedgerRecord[] = [];
      for (let after: string | null = null; ;) {
        const page = await store.ask({ ...QUESTION, size: 3, after });
        seen.push(...page.records);
        after = page.next;
        if (after === null) break;
      }
      expect(seen).toEqual(whole);
      await expect(store.ask({ ...QUESTION, after: 'x' })).rejects.toThrow(/no such page/);
    }));

  test('a publisher is asked for by what it tells', () =>
    on(async (store) => {
      await add(store, [
        visitEntry('a', { publisher: 'Harbour Wire' }),
        visitEntry('b', { published: '2019-01-01', publisher: 'Other' }),
      ]);
      expect(await records(store, { source: 'harbour wire' })).toHaveLength(1);
      expect(await records(store, { source: 'nobody' })).toHaveLength(0);
    }));

  test('as of a day the ledger is what it was then', () =>
    on(async (store) => {
      await add(store, [visitEntry('a')], '2024-05-07T10:00:00.000Z');
      const then = await records(store);
      await add(store, [visitEntry('b', { claim: { status: 'cancelled' } })], '2024-05-09T10:00:00.000Z');
      await store.decide(
        { op: 'reject', targets: then.map(({ id }) => id), reason: 'r', who: 'w' },
        '2024-05-10T10:00:00.000Z',
      );
      await store.refresh(AT);
      const ago = await store.commitAt('2024-05-08T00:00:00.000Z');
      expect(await records(store, { asOf: ago })).toEqual(then);
      expect(await store.commitAt('2020-01-01')).toBe(0);
      expect(await records(store, { asOf: 0 })).toEqual([]);
    }));

  test('commits keep their order when the clock runs backwards', async () => {
    await on(async (store) => {
      await store.add([visitEntry('a')], '2024-05-07T10:00:00.000Z');
      await store.add([visitEntry('b')], '2024-05-06T10:00:00.000Z');
    });
    const times = (await engine.query(place, 'select at from commits order by seq')).map(({ at }) => at);
    expect(times).toEqual([...times].sort());
  });

  test('a later reader supersedes, and so does a mended date; roots stay', () =>
    on(async (store) => {
      await add(store, [visitEntry('a')]);
      const [first] = await records(store);
      const later = visitEntry('a', {
        reader: 'reader 2',
        claim: { status: 'cancelled', words: [0, 26], quote: 'Sitiveni Rabuka will visit' },
      });
      await add(store, [later]);
      await add(store, [{ ...later, report: { ...later.report, published: '2024-05-09' } }]);
      const found = await records(store);
      expect(found).toMatchObject([{ id: first?.id, status: 'cancelled', first: '2024-05-09', reports: 1 }]);
      expect(await store.coverage()).toMatchObject({ reports: 1, claims: 1 });
      expect((await store.changes(0, 100)).map(({ op, reason }) => `${op} ${reason}`)).toEqual([
        'add added',
        'edit re-read',
        'edit re-read',
      ]);
    }));

  test('finds reports by words and runs of words, without case, marks or what draws nothing', () =>
    on(async (store) => {
      await add(store, [
        visitEntry('a', { text: 'Sitiveni Rabuka will visit Japan. The Café in Zürich Pe\u200Bters closes.' }),
        visitEntry('b', { text: 'Sitiveni Rabuka will visit Japan. Nothing about cafés: the closed door of Peters.' }),
      ]);
      const found = async (words: string) =>
        (await store.search(words, { size: 10, before: null })).map(({ report }) => report.id);
      expect(await found('japan')).toEqual(['b', 'a']);
      expect(await found('CAFE')).toEqual(['a']);
      expect(await found('zurich peters')).toEqual(['a']);
      expect(await found('"visit Japan"')).toEqual(['b', 'a']);
      expect(await found('"Japan visit"')).toEqual([]);
      expect(await found('door -closed OR near(')).toEqual([]);
      expect(await found('" \' ; drop')).toEqual([]);
      const [hit] = await store.search('door', { size: 10, before: null });
      expect(hit?.records).toHaveLength(1);
      expect(
        (await store.search('japan', { size: 1, before: hit?.seq ?? null })).map(({ report }) => report.id),
      ).toEqual(['a']);
    }));

  test('two texts under one id both stand, and are told', () =>
    on(async (store) => {
      await store.add(
        [
          visitEntry('a'),
          visitEntry('b'),
          { ...visitEntry('b', { text: 'Another text: Sitiveni Rabuka will visit Japan.' }) },
        ],
        AT,
      );
      expect([...(await store.sharedIds(['a', 'b', 'd']))]).toEqual(['b']);
      expect(await store.coverage()).toMatchObject({ reports: 3 });
    }));

  test('refusals are kept once each, until their source is looked at again', () =>
    on(async (store) => {
      const refused = {
        source: 'a.txt',
        line: null,
        column: null,
        byte: 2,
        code: 'E_ENCODING',
        reason: 'not UTF-8',
        next: 'name it',
      };
      await store.refuse([refused], AT);
      await store.refuse([refused], AT);
      expect(await store.refusals()).toEqual([refused]);
      await store.forget('b.txt');
      expect(await store.refusals()).toEqual([refused]);
      await store.forget('a.txt');
      expect(await store.refusals()).toEqual([]);
    }));

  test('an update takes the place of what it updates, whichever comes first', async () => {
    const [original, update] = [
      visitEntry('a'),
      visitEntry('a', {
        text: 'Update: Sitiveni Rabuka will visit Japan in July.',
        delivery: { status: 'update' },
        claim: { status: 'postponed' },
      }),
    ];
    await on((store) => add(store, [update]));
    const alone = await on((store) => records(store));
    await on((store) => add(store, [original]));
    expect(await on((store) => records(store))).toEqual(alone);
  });

  test('what is under embargo is not shown until it ends', () =>
    on(async (store) => {
      await add(store, [visitEntry('a', { delivery: { status: 'embargo', until: '2024-06-01T00:00:00.000Z' } })]);
      expect(await records(store)).toEqual([]);
      expect(await store.release('2024-05-31T00:00:00.000Z')).toBe(0);
      expect(await store.release('2024-06-01T00:00:00.000Z')).toBe(1);
      await store.refresh(AT);
      expect(await records(store)).toHaveLength(1);
      expect(await store.release('2024-06-02T00:00:00.000Z')).toBe(0);
    }));

  test('refuses a ledger of a newer program rather than harm it', async () => {
    await on(async () => undefined);
    await engine.meddle(place, `update facts set value = '99' where name = 'schema'`);
    await expect(engine.open(place)).rejects.toThrow(/schema 99/);
  });
});
