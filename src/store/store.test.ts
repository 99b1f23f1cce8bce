import { fork } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { claimsOf } from '../claims.ts';
import { bareReport, exampleReading, visitClaim } from '../ledger/example.ts';
import { openSqlite } from './sqlite.ts';
import { reportKey, StoreError, type Entry } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let number = 0;
let path = '';
beforeEach(() => (path = join(folder, `${number++}`, 'ledger.db')));

const AT = '2024-05-07T00:00:00Z';
const ALL = { kinds: ['event', 'statement', 'relation'] as const };
const example = exampleReading();
const entry: Entry = { report: example.report, version: '1', claims: claimsOf(example), doubts: example.doubts };
const visit = (id: string, published: string | null): Entry => {
  const text = `Sitiveni Rabuka will visit Japan (${id}).`;
  return {
    report: bareReport(id, text, published),
    version: '1',
    claims: [visitClaim(text, 'Sitiveni Rabuka will visit Japan')],
    doubts: [],
  };
};

test('gives back the claims it was given, with their report', async () => {
  const store = await openSqlite(path);
  expect((await store.add([entry], AT)).size).toBe(1);
  const rows = await store.claims(ALL);
  expect(rows.map(({ claim }) => claim)).toEqual(entry.claims);
  expect(new Set(rows.map(({ report }) => report.key))).toEqual(new Set([reportKey(example.report)]));
  expect(rows[0]?.report).toMatchObject({ id: 'suva-visit', published: '2024-05-06', publisher: 'Harbour Wire' });
  expect((await store.claims({ kinds: ['statement'] })).map(({ claim }) => claim.kind)).toEqual([
    'statement',
    'statement',
  ]);
  await store.close();
});

test('adding twice changes nothing, also after the file was closed', async () => {
  const store = await openSqlite(path);
  expect((await store.add([entry, entry], AT)).size).toBe(1);
  await store.close();
  const again = await openSqlite(path);
  expect((await again.add([entry], '2024-05-08T00:00:00Z')).size).toBe(0);
  expect(await again.claims(ALL)).toHaveLength(entry.claims.length);
  expect(await again.coverage()).toEqual({
    reports: 1,
    undated: 0,
    earliest: '2024-05-06',
    latest: '2024-05-06',
    claims: entry.claims.length,
    refused: 0,
  });
  await again.close();
});

test('a later version of the reader supersedes, and so does a mended date', async () => {
  const store = await openSqlite(path);
  await store.add([entry], AT);
  await store.add([{ ...entry, version: '2', claims: entry.claims.slice(0, 1) }], AT);
  expect(await store.claims(ALL)).toHaveLength(1);
  await store.add([{ ...entry, version: '2', report: { ...entry.report, published: '2024-05-07' } }], AT);
  const rows = await store.claims(ALL);
  expect(rows).toHaveLength(entry.claims.length);
  expect(rows[0]?.report.published).toBe('2024-05-07');
  expect((await store.coverage()).reports).toBe(1);
  await store.close();
});

test('claims come by date of publication, undated reports last', async () => {
  const store = await openSqlite(path);
  await store.add([visit('b', null), visit('a', '2024-06-01'), visit('c', '2023-01-01')], AT);
  expect((await store.claims(ALL)).map(({ report }) => report.id)).toEqual(['c', 'a', 'b']);
  expect(await store.coverage()).toMatchObject({
    reports: 3,
    undated: 1,
    earliest: '2023-01-01',
    latest: '2024-06-01',
  });
  await store.close();
});

test('takes many reports at once', async () => {
  const store = await openSqlite(path);
  const many = Array.from({ length: 2500 }, (_, index) => visit(`r${index}`, '2024-01-01'));
  expect((await store.add(many, AT)).size).toBe(2500);
  expect((await store.claims(ALL)).length).toBe(2500);
  await store.close();
});

test('keeps refusals once each, until their source is looked at again', async () => {
  const store = await openSqlite(path);
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
  expect((await store.coverage()).refused).toBe(1);
  await store.forget('b.txt');
  expect(await store.refusals()).toEqual([refused]);
  await store.forget('a.txt');
  expect(await store.refusals()).toEqual([]);
  await store.close();
});

test('a batch that fails leaves nothing behind', async () => {
  const store = await openSqlite(path);
  const broken = { ...visit('x', null), version: null as unknown as string };
  await expect(store.add([visit('ok', null), broken], AT)).rejects.toThrow();
  expect(await store.coverage()).toMatchObject({ reports: 0, claims: 0 });
  expect((await store.add([visit('ok', null)], AT)).size).toBe(1);
  await store.close();
});

test('says what is wrong with a file that is no ledger, and what to do', async () => {
  const bad = join(folder, 'bad.db');
  writeFileSync(bad, 'this is no database, '.repeat(100));
  await expect(openSqlite(bad)).rejects.toThrow(StoreError);
  await expect(openSqlite(bad)).rejects.toThrow(/bad\.db: it is not a ledger.*--ledger/);
  await expect(openSqlite(folder)).rejects.toThrow(/cannot be opened/);
});

test('refuses the file of a newer program rather than harm it', async () => {
  const store = await openSqlite(path);
  await store.close();
  const { DatabaseSync } = await import('@photostructure/sqlite');
  const raw = new DatabaseSync(path);
  raw.exec(`update facts set value = '99' where name = 'schema'`);
  raw.close();
  await expect(openSqlite(path)).rejects.toThrow(/schema 99/);
});

test('two processes open one new file and add to it at once: every report is there once', async () => {
  const built = new URL('../../dist/src/store/sqlite.js', import.meta.url);
  const program = join(folder, 'adder.mjs');
  writeFileSync(
    program,
    `import { openSqlite } from ${JSON.stringify(built.href)};
     const store = await openSqlite(process.argv[2]);
     for (let n = 0; n < 60; n += 3) {
       const entries = [0, 1, 2].map((k) => ({ report: { id: 'r' + (n + k), text: 'text', published: null, publisher: null,
         title: null, url: null, language: null, dateline: null, furniture: [] }, version: '1', claims: [], doubts: [] }));
       await store.add(entries, '${AT}');
     }
     await store.close();`,
  );
  const run = () =>
    new Promise<number | null>((resolve) => fork(program, [path], { stdio: 'inherit' }).on('exit', resolve));
  expect(await Promise.all([run(), run()])).toEqual([0, 0]);
  const store = await openSqlite(path);
  expect((await store.coverage()).reports).toBe(60);
  await store.close();
});

test('a copy of the file with a torn tail of its log opens at the last whole batch', async () => {
  const store = await openSqlite(path);
  await store.add([visit('one', null)], AT);
  await store.add([visit('two', null)], AT);
  const copy = `${path}-copy`;
  copyFileSync(path, copy);
  const log = readFileSync(`${path}-wal`);
  writeFileSync(`${copy}-wal`, log.subarray(0, log.length - 100));
  const opened = await openSqlite(copy);
  expect((await opened.coverage()).reports).toBe(1);
  await opened.close();
  await store.close();
});
