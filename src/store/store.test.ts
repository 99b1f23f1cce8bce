import { fork } from 'node:child_process';
import { DatabaseSync } from '@photostructure/sqlite';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { exampleEntry, visitEntry } from '../testing/entries.ts';
import { lateStore } from './late.ts';
import { lookAtLedger, openSqlite, openSqliteToRead } from './sqlite.ts';
import { StoreError } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let number = 0;
let path = '';
beforeEach(() => (path = join(folder, `${number++}`, 'ledger.db')));

const AT = '2024-05-07T00:00:00.000Z';
const entry = exampleEntry;

test('a late store leaves no file unless something is added, and then tells it all that was refused', async () => {
  const empty = lateStore(() => openSqlite(path));
  const refused = { source: 'a', line: 1, column: null, byte: null, code: 'E_JSON', reason: 'r', next: 'n' };
  await empty.refuse([refused], AT);
  expect((await empty.add([], AT)).size).toBe(0);
  await empty.close();
  expect(existsSync(path)).toBe(false);
  const filled = lateStore(() => openSqlite(path));
  await filled.refuse([refused], AT);
  expect((await filled.add([entry], AT)).size).toBe(1);
  await filled.refuse([{ ...refused, line: 2 }], AT);
  expect((await filled.refusals()).map(({ line }) => line)).toEqual([1, 2]);
  await filled.close();
});

test('says what is wrong with a file that is no ledger, and what to do', async () => {
  const bad = join(folder, 'bad.db');
  writeFileSync(bad, 'this is no database, '.repeat(100));
  await expect(openSqlite(bad)).rejects.toThrow(StoreError);
  await expect(openSqlite(bad)).rejects.toThrow(/bad\.db: it is not a ledger.*--ledger/);
  await expect(openSqlite(folder)).rejects.toThrow(/cannot be opened/);
});

/** Somebody else's database, with a table of a name that a ledger has too. */
function foreign(statements: string): string {
  const file = join(folder, `foreign${number++}`, 'other.db');
  mkdirSync(dirname(file));
  const raw = new DatabaseSync(file);
  raw.exec(statements);
  raw.close();
  return file;
}

test.each([
  ['of other tables', 'create table customers (name text)'],
  ['with a table reports', 'create table reports (a integer); insert into reports values (1)'],
  ['with a log', 'pragma journal_mode = wal; create table facts (name text, value text)'],
  ['marked by another program', 'pragma application_id = 7'],
])('a database %s is refused and not touched, nor is a file made beside it', async (_, statements) => {
  const file = foreign(statements);
  const before = readFileSync(file);
  expect(lookAtLedger(file)).toBe('other');
  await expect(openSqlite(file)).rejects.toThrow(/other\.db: it is not a ledger.*--ledger/);
  await expect(openSqliteToRead(file)).rejects.toThrow(StoreError);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(dirname(file))).toEqual(['other.db']);
});

test('an empty file, or a database without tables, becomes a ledger', async () => {
  const file = foreign('');
  writeFileSync(file, '');
  const database = foreign('pragma user_version = 0; create table x (y); drop table x');
  for (const blank of [file, database]) {
    expect(lookAtLedger(blank)).toBe('blank');
    const store = await openSqlite(blank);
    expect((await store.add([entry], AT)).size).toBe(1);
    await store.close();
    expect(lookAtLedger(blank)).toBe('ledger');
  }
});

test('a ledger made before files were marked still opens', async () => {
  const store = await openSqlite(path);
  await store.add([entry], AT);
  await store.close();
  const raw = new DatabaseSync(path);
  raw.exec('pragma application_id = 0');
  raw.close();
  expect(lookAtLedger(path)).toBe('ledger');
  const again = await openSqlite(path);
  expect((await again.add([entry], AT)).size).toBe(0);
  await again.close();
});

test('reading makes no ledger where there is none', async () => {
  await expect(openSqliteToRead(path)).rejects.toThrow(StoreError);
  expect(existsSync(dirname(path))).toBe(false);
});

test('a ledger is known as one while another process fills it', async () => {
  const writer = await openSqlite(path);
  await writer.add([entry], AT);
  expect(lookAtLedger(path)).toBe('ledger');
  const reader = await openSqliteToRead(path);
  expect((await reader.coverage()).claims).toBe(entry.claims.length);
  await reader.close();
  await writer.close();
});

test('a folder that the system refuses ends at once with what to do', async () => {
  await expect(openSqlite('/proc/chancery/deep/ledger.db')).rejects.toThrow(/cannot be opened or written.*\(ENOENT: /);
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
         title: null, url: null, language: null, dateline: null, furniture: [] }, reader: '1', delivery: { raw: null, status: 'new', replaces: null, until: null }, claims: [], doubts: [] }));
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
  await store.add([visitEntry('one')], AT);
  await store.add([visitEntry('two')], AT);
  const copy = `${path}-copy`;
  copyFileSync(path, copy);
  const log = readFileSync(`${path}-wal`);
  writeFileSync(`${copy}-wal`, log.subarray(0, log.length - 100));
  const opened = await openSqlite(copy);
  expect((await opened.coverage()).reports).toBe(1);
  await opened.close();
  await store.close();
});
