// A ledger read by an older reader is read anew by the one at hand, which is asked for and not taken.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { QUESTION } from '../../ledger/question.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { visitEntry } from '../../testing/entries.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const main = join(root, 'dist/bin/chancery.cjs');
const folder = mkdtempSync(join(tmpdir(), 'chancery-reread-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AT = '2024-05-07T00:00:00.000Z';
const TEXT = 'Fijian Prime Minister Sitiveni Rabuka will visit Japan in June. China criticised the plan.';

const chancery = (ledger: string, ...words: readonly string[]) => {
  const env = { ...process.env, CHANCERY_USER: 'an analyst', NO_COLOR: '1', TMPDIR: folder };
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...words, '--ledger', ledger], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, code: status };
};

test('shows what would change, asks, replaces when told, and then has nothing to do', async () => {
  const ledger = join(folder, 'a.db');
  const store = await openSqlite(ledger);
  // An older reader: the visit under another status, and a claim that nobody makes any more.
  const old = visitEntry('a', { text: TEXT, claim: { status: 'possible', words: [0, 62], quote: TEXT.slice(0, 62) } });
  const lost = { ...old.claims[0], id: 'e9', type: 'AID', mode: null } as (typeof old.claims)[0];
  await store.add([{ ...old, claims: [...old.claims, lost] }], AT);
  await store.refresh(AT);
  for (const { id } of (await store.ask(QUESTION)).records)
    await store.decide({ op: 'accept', targets: [id], who: 'w', reason: 'r' }, AT);
  await store.close();
  const asked = chancery(ledger, 'reread');
  expect(asked.out).toMatch(/1 report read anew\n {2}gained: \d+ events?[^]*lost: 1 event[^]*changed: 1 event/);
  expect(asked.out).toMatch(
    /1 claim that a person decided about would be lost[^]*- a: aid[^]*~ a: visit .*possible.* ⇒ .*\(.*status/,
  );
  expect(asked.err).toMatch(/Nothing was replaced/);
  expect(chancery(ledger, 'visits').out).toMatch(/\[possible\]/);
  expect(chancery(ledger, 'reread', '--yes').out).toMatch(/Replaced/);
  expect(chancery(ledger, 'visits').out).toMatch(/\[scheduled\][^]*accepted/);
  expect(chancery(ledger, 'review').out).toMatch(/^Orphaned decisions\n/);
  expect(chancery(ledger, 'reread').out).toMatch(/nothing to do/);
  expect(readdirSync(folder).filter((name) => name.startsWith('chancery-reread-'))).toEqual([]);
});

test('a report is taken down only when it is said twice, and its words are then nowhere in the file', () => {
  const ledger = join(folder, 'b.db');
  const path = join(folder, 'b.txt');
  writeFileSync(path, `Date: 2024-05-06\n\n${TEXT} A xylophonist plays.`);
  chancery(ledger, 'add', path);
  expect(chancery(ledger, 'takedown', 'b', '--reason', 'r')).toMatchObject({ code: 2 });
  expect(chancery(ledger, 'takedown', 'nobody', '--reason', 'r', '--yes')).toMatchObject({ code: 1 });
  expect(chancery(ledger, 'takedown', 'b', '--reason', 'asked for', '--yes').out).toMatch(/^Taken down: b\./);
  expect(chancery(ledger, 'visits').out).toMatch(/No visits found/);
  expect(readFileSync(ledger).toString('latin1')).not.toMatch(/xylophon|Rabuka/i);
  expect(chancery(ledger, 'add', path).out).toMatch(/0 accepted/);
});
