// What makes a ledger worth trusting, on every real engine: the five tests and the invariants that are the store's to keep.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { claimsOf } from '../claims.ts';

import { bareReport } from '../document/report.ts';
import type { Delivery } from '../document/delivery.ts';
import { QUESTION } from '../ledger/question.ts';
import { fallenBy, type VersionHead } from '../ledger/versions.ts';
import { open } from '../open.ts';
import { exampleEntry, visitEntry } from '../testing/entries.ts';
import { find, visitClaim } from '../testing/example.ts';
import { testEngines } from '../testing/stores.ts';
import type { Entry, Store } from './store.ts';
import { VIEW_TABLES } from './tables.ts';

const AT = '2024-05-07T00:00:00.000Z';
const engines = await testEngines();
const by = { who: 'an analyst', reason: 'a reason' };

describe.each(engines)('$name', (engine) => {
  let place = '';
  let store: Store;
  beforeEach(async () => {
    place = await engine.place();
    store = await engine.open(place);
    return () => store.close();
  });
  afterAll(() => engine.end());

  const add = async (...entries: readonly Entry[]) => {
    await store.add(entries, AT);
    await store.refresh(AT);
  };
  const visible = async () => (await store.ask(QUESTION)).records;
  const rejected = async () => (await store.ask({ ...QUESTION, state: 'rejected' })).records;
  const decide = async (decision: Parameters<Store['decide']>[0]) => {
    const made = await store.decide(decision, AT);
    await store.refresh(AT);
    return made;
  };
  const dump = async (tables: readonly string[]) =>
    Promise.all(
      tables.map(async (table) =>
        (await engine.query(place, `select * from ${table}`)).map((row) => JSON.stringify(row)).sort(),
      ),
    );

  test('1: a hundred rejected claims, the reader upgraded, the ledger rebuilt: a hundred still rejected, none visible', async () => {
    // Days far enough apart that each is an act of its own; the new reader mends status, words and confidence.
    const entries = (reader: string) =>
      Array.from({ length: 100 }, (_, at) =>
        visitEntry(`r${at}`, {
          published: `${1900 + at}-05-06`,
          reader,
          claim:
            reader === 'reader 1'
              ? {}
              : { status: 'cancelled', confidence: 0.95, words: [0, 26], quote: 'Sitiveni Rabuka will visit' },
        }),
      );
    await add(...entries('reader 1'));
    for (const { id } of await visible()) await store.decide({ op: 'reject', targets: [id], ...by }, AT);
    await store.refresh(AT);
    expect([(await visible()).length, (await rejected()).length]).toEqual([0, 100]);
    const decisions = await dump(['decisions']);
    await add(...entries('reader 2'));
    await store.rebuild(AT);
    expect([(await visible()).length, (await rejected()).length]).toEqual([0, 100]);
    expect((await rejected())[0]).toMatchObject({ status: 'cancelled', confidence: 0.95 });
    // I5: decisions are never altered by a machine.
    expect(await dump(['decisions'])).toEqual(decisions);
    expect(await store.orphans()).toEqual([]);
  });

  test('2: where the words have gone, the evidence is not found; a look-alike is never shown for it', async () => {
    const text = 'Sitiveni Rabuka will visit Japan in June. Sitiveni Rabuka will visit Japan in July.';
    const words = find(text, 'Sitiveni Rabuka will visit Japan in June');
    await add(
      visitEntry('a', { text, claims: [visitClaim(text, 'Sitiveni Rabuka will visit Japan in June', { words })] }),
    );
    const [record] = await visible();
    const id = record?.id ?? '';
    expect((await store.derive([id])).map(({ evidence }) => evidence)).toEqual(['found']);
    await engine.meddle(place, `update versions set text = replace(text, 'in June', 'in July')`);
    expect((await store.derive([id])).map(({ evidence }) => evidence)).toEqual(['not found']);
    await engine.meddle(place, `update versions set text = replace(text, 'in July', 'in June')`);
    await engine.meddle(place, `update versions set text = 'x' || text`);
    expect((await store.derive([id])).map(({ evidence }) => evidence)).toEqual(['not found']);
  });

  test('2b: a new version of the text carries no claim over: the old one says what took its place', async () => {
    await add(visitEntry('a'));
    const [record] = await visible();
    const update = visitEntry('a', {
      text: 'It is raining in Suva today.',
      delivery: { status: 'update' },
      claims: [],
    });
    await add(update);
    expect(await visible()).toEqual([]);
    expect((await store.derive([record?.id ?? ''])).map(({ fallen, evidence }) => [fallen, evidence])).toEqual([
      ['update', 'found'],
    ]);
  });

  test('4: forty copies of a wire and one report of its own are one event, 41 reports, two originators', async () => {
    const wire = Array.from(
      { length: 30 },
      (_, at) => `Line ${at} of the wire tells once more what the visit is for and who comes along.`,
    ).join(' ');
    const copies = Array.from({ length: 40 }, (_, at) =>
      visitEntry(`copy ${at}`, {
        text: `Paper ${at}. Sitiveni Rabuka will visit Japan. ${wire}`,
        publisher: `Paper ${at}`,
      }),
    );
    await add(
      ...copies,
      visitEntry('own', { text: 'From our man in Suva: Sitiveni Rabuka will visit Japan, he was told at the quay.' }),
    );
    expect((await visible()).map(({ reports, originators }) => [reports, originators])).toEqual([[41, 2]]);
  });

  test('5: a kill notice takes its story out of the ledger: one entry in the feed, and the page says why', async () => {
    await add(visitEntry('a'));
    const [record] = await visible();
    const before = (await store.changes(0, 10)).length;
    const notice = visitEntry('notice', {
      text: 'KILL: story a is withdrawn.',
      delivery: { status: 'kill', replaces: 'a' },
      claims: [],
    });
    await add(notice);
    expect(await visible()).toEqual([]);
    expect((await store.changes(before, 10)).map(({ op, record: id, reason }) => [op, id, reason])).toEqual([
      ['withdraw', record?.id, 'killed'],
    ]);
    expect((await store.derive(await store.rootsOf(record?.id ?? ''))).map(({ fallen }) => fallen)).toEqual(['kill']);
    // The same text comes again, and a killed story does not rise.
    await add(visitEntry('a', { publisher: 'Another' }));
    expect(await visible()).toEqual([]);
    await add(
      visitEntry('a', {
        text: 'Corrected: Sitiveni Rabuka will visit Japan after all.',
        delivery: { status: 'correction' },
      }),
    );
    expect(await visible()).toHaveLength(1);
  });

  test('5b: a kill that comes before its story keeps it out', async () => {
    await add(
      visitEntry('notice', { text: 'KILL: story a.', delivery: { status: 'kill', replaces: 'a' }, claims: [] }),
    );
    await add(visitEntry('a'));
    expect(await visible()).toEqual([]);
  });

  test('a copy of a rejected report is born rejected; an independent one reopens it, and nobody is told that it is accepted', async () => {
    const text = `Sitiveni Rabuka will visit Japan. ${'The wire goes on to say a good deal about fish and quotas in the sea. '.repeat(3)}`;
    await add(visitEntry('a', { text }));
    const [record] = await visible();
    await decide({ op: 'reject', targets: [record?.id ?? ''], ...by });
    await add(visitEntry('copy', { text: `${text}Ends.` }));
    expect([await visible(), (await rejected()).map(({ reports }) => reports)]).toEqual([[], [2]]);
    await add(visitEntry('own'));
    expect(await visible()).toMatchObject([
      { id: record?.id, state: 'reopened', band: 'check', reports: 3, accepted: false },
    ]);
  });

  test('an edit stays over what later reports say, and a third value is shown as a dispute', async () => {
    await add(visitEntry('a'));
    const [record] = await visible();
    const targets = [record?.id ?? ''];
    await decide({ op: 'edit', targets, field: 'status', was: 'scheduled', value: 'invited', ...by });
    expect(await visible()).toMatchObject([
      { status: 'invited', edits: [{ was: 'scheduled', value: 'invited', disputed: false }] },
    ]);
    await add(visitEntry('b', { published: '2024-05-07', claim: { status: 'cancelled' } }));
    expect(await visible()).toMatchObject([
      { status: 'invited', edits: [{ disputed: true }], history: [{ status: 'scheduled' }, { status: 'cancelled' }] },
    ]);
    const asked = await store.ask({ ...QUESTION, status: 'invited' });
    expect(asked.total).toBe(1);
  });

  test('two merged by hand are one under the older id, both ids lead there, and undone they are what they were', async () => {
    await add(visitEntry('a'), visitEntry('b', { claim: { actors: [], recipients: [] } }));
    const apart = await visible();
    const view = await dump(VIEW_TABLES);
    const [one, other] = apart.map(({ id }) => id);
    const merge = await decide({ op: 'merge', targets: [one ?? ''], others: [other ?? ''], ...by });
    const [together, ...rest] = await visible();
    expect([together?.reports, rest]).toEqual([2, []]);
    expect(apart.map(({ id }) => id)).toContain(together?.id);
    for (const id of [one, other]) expect((await store.resolve(id ?? ''))?.id).toBe(together?.id);
    expect((await store.changes(2, 10)).map(({ op, reason }) => `${op} ${reason}`).sort()).toEqual([
      'edit decided: merge',
      'merge decided: merge',
    ]);
    await store.rebuild(AT);
    expect(await visible()).toEqual([together]);
    await decide({ op: 'undo', targets: merge.targets, decision: merge.id, ...by });
    expect(await visible()).toEqual(apart);
    expect(await dump(VIEW_TABLES)).toEqual(view);
  });

  test('claims split off by hand are a record of their own, also after a rebuild', async () => {
    await add(visitEntry('a'), visitEntry('b'));
    const [whole] = await visible();
    const roots = await store.rootsOf(whole?.id ?? '');
    expect(roots).toHaveLength(2);
    await decide({ op: 'split', targets: roots.filter((root) => root !== whole?.id), ...by });
    const parts = await visible();
    expect(parts.map(({ reports }) => reports)).toEqual([1, 1]);
    expect(parts.map(({ id }) => id)).toContain(whole?.id);
    await store.rebuild(AT);
    expect(await visible()).toEqual(parts);
  });

  test('a decision whose claims are gone is shown as orphaned, never dropped', async () => {
    await add(visitEntry('a'));
    const [record] = await visible();
    const decision = await decide({ op: 'accept', targets: [record?.id ?? ''], ...by });
    expect(await store.orphans()).toEqual([]);
    await add(visitEntry('a', { reader: 'reader 2', claims: [] }));
    expect((await store.orphans()).map(({ id }) => id)).toEqual([decision.id]);
    await add(visitEntry('a', { reader: 'reader 3' }));
    expect([await store.orphans(), await visible()]).toMatchObject([[], [{ accepted: true, band: 'supported' }]]);
  });

  test('a decision that other hands have changed is noticed', async () => {
    await add(visitEntry('a'));
    const [record] = await visible();
    await decide({ op: 'note', targets: [record?.id ?? ''], ...by });
    await engine.meddle(place, `update decisions set body = replace(body, 'a reason', 'no reason')`);
    await expect(store.decisions()).rejects.toThrow(/has been changed/);
  });

  test('what was taken down is gone from tables and files, with all that rested on it; a tombstone stays, and it does not come back', async () => {
    await add(visitEntry('a', { text: 'Sitiveni Rabuka will visit Japan, says a xylophonist.' }), visitEntry('b'));
    const alone = visitEntry('c', {
      published: '1990-01-01',
      text: 'Sitiveni Rabuka will visit Japan, says a quetzalcoatlus.',
    });
    await add(alone);
    const [, lonely] = await visible();
    expect(await store.takeDown('a', by, AT)).toBe(1);
    expect(await store.takeDown('c', by, AT)).toBe(1);
    expect(await store.takeDown('nobody', by, AT)).toBe(0);
    expect((await visible()).map(({ reports }) => reports)).toEqual([1]);
    expect(
      (await store.changes(0, 100))
        .filter(({ reason }) => reason === 'taken down')
        .map(({ op }) => op)
        .sort(),
    ).toEqual(['edit', 'withdraw']);
    expect((await store.changesOf(lonely?.id ?? '')).at(-1)).toMatchObject({ op: 'withdraw', reason: 'taken down' });
    await add(alone);
    expect(await visible()).toHaveLength(1);
    const everything = await dump([
      'versions',
      'readings',
      'claims',
      'records',
      'changes',
      'dirty',
      'names',
      'tombstones',
      'decisions',
    ]);
    expect(JSON.stringify(everything)).not.toMatch(/xylophon|quetzal/);
    expect(await engine.query(place, 'select id, reason from tombstones order by id')).toEqual([
      { id: 'a', reason: by.reason },
      { id: 'c', reason: by.reason },
    ]);
    if (engine.name === 'SQLite') {
      const { readFileSync } = await import('node:fs');
      for (const file of [place, `${place}-wal`])
        expect(readFileSync(file).toString('latin1')).not.toMatch(/xylophon|quetzal/);
    }
  });

  test('I2: every report is in exactly one place: coded, a duplicate, replaced, withdrawn, pending or quarantined', async () => {
    const from = (id: string, publisher: string, delivery: Partial<Delivery> = {}) =>
      visitEntry(id, { publisher, delivery, ...(delivery.status === 'kill' ? { claims: [] } : {}) });
    await add(
      from('again', 'One'),
      from('again', 'Two'),
      from('mended', 'One'),
      from('dead', 'One'),
      from('plain', 'One'),
    );
    await add(
      visitEntry('mended', { text: 'Mended: Sitiveni Rabuka will visit Japan.', delivery: { status: 'update' } }),
      from('notice', 'One', { status: 'kill', replaces: 'dead' }),
      from('later', 'One', { status: 'embargo', until: '2999-01-01' }),
    );
    const refused = { source: 'f', line: 1, column: 1, byte: 0, code: 'E_JSON', reason: 'r', next: 'n' };
    await store.refuse([refused], AT);
    const versions = (
      await engine.query(place, 'select seq, id, story, report, status from versions order by seq')
    ).map((row) => ({ ...(row as unknown as VersionHead & { id: string; story: string }), seq: Number(row['seq']) }));
    const standing = new Set(
      (await engine.query(place, 'select version from standing')).map((row) => Number(row['version'])),
    );
    const FATES = {
      new: 'duplicate',
      update: 'replaced',
      correction: 'replaced',
      kill: 'withdrawn',
      embargo: 'pending',
    };
    const fates = versions.map((version) => {
      const fallen = fallenBy(
        version,
        versions.filter(({ story }) => story === version.story),
      );
      // What the table of readings that count says is what the pure rule says.
      expect([version.id, standing.has(version.seq)]).toEqual([version.id, fallen === null]);
      return `${version.id} ${fallen === null ? 'coded' : FATES[fallen]}`;
    });
    expect(fates).toEqual([
      'again duplicate',
      'again coded',
      'mended replaced',
      'dead withdrawn',
      'plain coded',
      'mended coded',
      'notice withdrawn',
      'later pending',
    ]);
    expect(await store.coverage()).toMatchObject({ reports: 3, refused: 1 });
  });

  test('I3: every record shown rests on a quote that is the stored text at its offsets', async () => {
    await add(exampleEntry, visitEntry('a'));
    for (const { id } of await visible()) {
      const found = await store.derive(await store.rootsOf(id));
      expect(found.filter(({ evidence, fallen }) => evidence === 'found' && fallen === null).length).toBeGreaterThan(0);
    }
  });

  test('I4: what comes again, two to five times and out of order, changes nothing', async () => {
    const entries = [exampleEntry, ...Array.from({ length: 20 }, (_, at) => visitEntry(`r${at}`))];
    await add(...entries);
    const layers = ['versions', 'readings', 'claims', ...VIEW_TABLES, 'changes'];
    const before = await dump(layers);
    await add(...[...entries].reverse(), ...entries, ...entries.slice(3));
    expect(await dump(layers)).toEqual(before);
  });

  test('I8: the same reports make the same bytes', async () => {
    const other = await engine.place();
    const twin = await engine.open(other);
    const entries = [exampleEntry, visitEntry('a'), visitEntry('b', { claim: { status: 'denied' } })];
    await add(...entries);
    for (const entry of entries) {
      await twin.add([entry], AT);
      await twin.refresh(AT);
    }
    expect((await twin.ask(QUESTION)).records.map(({ id }) => id)).toEqual((await visible()).map(({ id }) => id));
    await twin.close();
  });
});

test('3: a visit "in June" lies ahead, whether it is told in May or in November; its month is known, no day', () => {
  const { read } = open();
  const told = ['2024-05-10', '2024-11-20'].map((published) => {
    const report = bareReport(
      published,
      'New Zealand Foreign Minister Winston Peters will visit Beijing in June.',
      published,
    );
    const [event] = claimsOf(read(report)).flatMap((claim) => (claim.kind === 'event' ? [claim] : []));
    return [event?.status, event?.when?.granularity, event?.when?.earliest, event?.when?.latest];
  });
  expect(told).toEqual([
    ['scheduled', 'month', '2024-06-01', '2024-06-30'],
    ['scheduled', 'month', '2025-06-01', '2025-06-30'],
  ]);
});
