// The desk's work on the command line: look, decide, take back; and what the commands refuse.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const main = join(root, 'dist/bin/chancery.cjs');
const folder = mkdtempSync(join(tmpdir(), 'chancery-review-'));
afterAll(() => rmSync(folder, { recursive: true }));
let number = 0;
let home = '';
beforeEach(() => (home = join(folder, `${number++}`)));

const chancery = (...words: readonly string[]) => {
  const env = { ...process.env, CHANCERY_HOME: home, CHANCERY_USER: 'an analyst', NO_COLOR: '1', DATABASE_URL: '' };
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...words], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, code: status };
};
const report = (id: string, text: string, more: object = {}): string => JSON.stringify({ id, text, ...more });
const add = (...reports: readonly string[]) => {
  const path = join(folder, `in${number++}.jsonl`);
  writeFileSync(path, reports.join('\n'));
  return chancery('add', path);
};
const visits = () =>
  chancery('visits', '--json')
    .out.split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly id: string; readonly status: string; readonly reports: number });

const ONE = report('a', 'Japanese Foreign Minister Yoko Kamikawa will visit Fiji in June.', {
  published: '2024-05-06',
});
const OTHER = report('b', 'The minister of Tonga was told that Yoko Kamikawa will visit Samoa in July.', {
  published: '2024-05-06',
});

test('a record is accepted, rejected, put right, and the decision taken back', () => {
  add(ONE);
  const [visit] = visits();
  const id = visit?.id.slice(0, 12) ?? '';
  expect(chancery('decide', 'accept', id, '--reason', 'her office confirms').out).toMatch(/supported, accepted/);
  const edit = chancery('decide', 'edit', id, 'status', 'postponed', '--reason', 'by telephone');
  expect(edit.out).toMatch(/\[postponed\][^]*status put right, d-[0-9a-f]{10}: reports said scheduled/);
  const reject = chancery('decide', 'reject', id, '--reason', 'another minister');
  expect([reject.code, visits()]).toEqual([0, []]);
  expect(chancery('visits', '--rejected').out).toMatch(/1 visit[^]*rejected/);
  expect(chancery('visits').out).toMatch(
    /No visits found\. Searched: 1 report .*1 rejected record not shown \(--rejected shows them\)/,
  );
  const undo = /decide undo (?<id>d-[0-9a-f]{10})/.exec(reject.out)?.groups?.['id'] ?? '';
  expect(chancery('decide', 'undo', undo, '--reason', 'it was her').code).toBe(0);
  expect(visits()).toMatchObject([{ id: visit?.id, status: 'postponed' }]);
  const why = chancery('why', id).out;
  expect(why).toMatch(
    /Claims\n[^]*because of the rule[^]*Decisions\n[^]*an analyst: reject .*another minister[^]*Changes\n/,
  );
  expect(chancery('review', '--decisions').out.trimEnd().split('\n')).toHaveLength(4);
});

test('two records are merged and split again', () => {
  add(ONE, OTHER);
  const [one, other] = visits().map(({ id }) => id);
  const merge = chancery('decide', 'merge', one ?? '', other ?? '', '--reason', 'one journey');
  expect([merge.code, visits()]).toMatchObject([0, [{ reports: 2 }]]);
  expect(chancery('changes').out).toMatch(/merge [0-9a-f]{12} into [0-9a-f]{12}: decided: merge/);
  const [whole] = visits();
  const leaving = [one, other].find((id) => id !== whole?.id) ?? '';
  expect(chancery('decide', 'split', whole?.id ?? '', leaving, '--reason', 'two journeys').code).toBe(0);
  expect(
    visits()
      .map(({ id }) => id)
      .sort(),
  ).toEqual([one, other].sort());
});

test('a kill notice is told by why and by the feed', () => {
  add(ONE);
  const [visit] = visits();
  add(report('kill', 'Kill story a.', { status: 'kill', replaces: 'a' }));
  expect(visits()).toEqual([]);
  expect(chancery('why', visit?.id ?? '').out).toMatch(
    /No record of this id stands[^]*killed by its source[^]*withdraw [0-9a-f]{12}: killed/,
  );
  expect(chancery('visits', '--as-of', '2999-01-01').out).toMatch(/No visits found/);
});

test('the queue puts what many tell and nobody is sure of first', () => {
  add(ONE, OTHER);
  expect(chancery('review').out).toMatch(/^To review \d+ records/);
  expect(chancery('review', '--size', '1', '--json').out.trim().split('\n')).toHaveLength(1);
});

test.each([
  [['accept', 'abcdef'], /say why with --reason/],
  [['approve', 'abcdef', '--reason', 'r'], /no such decision; one of accept, reject/],
  [['accept', 'abcdef', '--reason', 'r'], /no such record stands; chancery why/],
  [['undo', 'd-0', '--reason', 'r'], /d-0: no such decision; chancery review/],
  [['edit', 'ID', 'colour', 'red', '--reason', 'r'], /edit takes a field and a value/],
  [['edit', 'ID', 'status', 'sure', '--reason', 'r'], /status sure: no such status; one of occurred/],
  [['edit', 'ID', 'when', '1 June', '--reason', 'r'], /write a day as/],
  [['merge', 'ID', '--reason', 'r'], /merge takes two ids/],
  [['merge', 'ID', 'ID', '--reason', 'r'], /one record already/],
  [['split', 'ID', '--reason', 'r'], /split names some of the claims/],
  [['split', 'ID', 'ID', '--reason', 'r'], /split names some of the claims/],
])('decide %j is a matter of usage', (words, message) => {
  add(ONE);
  const [visit] = visits();
  const { code, err } = chancery('decide', ...words.map((word) => (word === 'ID' ? (visit?.id ?? '') : word)));
  expect(err).toMatch(message);
  expect(code).toBe(2);
});

test('what a question cannot mean is a matter of usage', () => {
  for (const [words, message] of [
    [['visits', '--band', 'sure'], /no such band; one of supported, probable, check/],
    [['list', '--after', 'p3'], /--after goes with one sort of record/],
    [['changes', '--since', 'today'], /give the number of the last change/],
    [['visits', '--as-of', 'May'], /not a date/],
    [['search', 'a', '--size', '0'], /not a whole number/],
  ] as const) {
    add(ONE);
    const { code, err } = chancery(...words);
    expect([words, code]).toEqual([words, 2]);
    expect(err).toMatch(message);
  }
  expect(chancery('why', 'abcdefabcdef').err).toMatch(/holds no record and no claim of this id/);
});
