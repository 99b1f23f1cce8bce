// Runs the built command as users run it: a process with its own streams and exit code.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const main = join(root, 'dist/bin/chancery.cjs');
const folder = mkdtempSync(join(tmpdir(), 'chancery-cli-'));
let home = '';
let number = 0;

beforeAll(() => {
  if (!existsSync(main)) throw new Error('the command is not built: npm run build');
});
beforeEach(() => mkdirSync((home = join(folder, `home${number++}`))));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
  readonly signal: string | null;
}

interface Running {
  readonly ended: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

function start(words: readonly string[], input = ''): Running {
  const child = spawn(process.execPath, [main, ...words], {
    cwd: root,
    env: { ...process.env, CHANCERY_HOME: home, NO_COLOR: '1' },
  });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  child.stdin.on('error', () => undefined).end(input);
  const ended = new Promise<Ended>((resolve) =>
    child.on('close', (code, signal) => resolve({ out: out.join(''), err: err.join(''), code, signal })),
  );
  return { ended, kill: (signal) => void child.kill(signal) };
}

const chancery = (...words: readonly string[]): Promise<Ended> => start(words).ended;

const shell = (command: string): Promise<Ended> => {
  const script = `chancery() { ${JSON.stringify(process.execPath)} ${JSON.stringify(main)} "$@"; }\n${command}`;
  return new Promise((resolve) => {
    const child = spawn('bash', ['-c', script], {
      cwd: root,
      env: { ...process.env, CHANCERY_HOME: home, NO_COLOR: '1' },
    });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
    child.on('close', (code, signal) => resolve({ out: out.join(''), err: err.join(''), code, signal }));
  });
};

const file = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const REPORT = `Date: 2024-05-06
Source: Harbour Wire

Japanese Foreign Minister Yoko Kamikawa will visit Fiji in June, her ministry said on Monday. China criticised the plan.`;

const lines = (reports: number): string =>
  Array.from({ length: reports }, (_, index) =>
    JSON.stringify({ id: `r${index}`, published: '2024-05-06', text: `${REPORT} That is report ${index}.` }),
  ).join('\n');

describe('help', () => {
  test('opens with examples, and every one of them runs', async () => {
    const { out, code } = await chancery('--help');
    expect(code).toBe(0);
    const opening = out.split('\n').slice(0, 15);
    const examples = opening.flatMap(
      (line) => /^ {2}(?<command>chancery .*?)(?: {2,}.*)?$/.exec(line)?.groups?.['command'] ?? [],
    );
    expect(examples.length).toBeGreaterThanOrEqual(4);
    for (const example of examples) {
      const ended = await shell(example.replace('> report.html', `> ${join(folder, 'report.html')}`));
      expect({ example, code: ended.code, err: ended.err }).toEqual({ example, code: 0, err: '' });
    }
  });
  test('an unknown command ends with 2 and a hint, on standard error', async () => {
    const { out, err, code } = await chancery('lsit');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/unknown command 'lsit'\n\(Did you mean list\?\)/);
  });
  test.each([
    [['read', '--json', '--html', 'x'], /cannot be used with/],
    [['read', '--layers', 'x'], /--layers goes with --json/],
    [['read', '--from', 'morse', 'x'], /no such format; one of plain, jsonl/],
    [['read', '--encoding', 'morse', 'x'], /no such encoding/],
    [['read', '--published', '2024-02-31', 'x'], /not a date/],
    [['list', 'vists'], /Allowed choices are visits/],
    [['list', 'visits', '--status', 'sure'], /no such status; one of occurred/],
    [['add'], /missing required argument/],
  ])('%j is a matter of usage', async (words, message) => {
    const { out, err, code } = await chancery(...words);
    expect(err).toMatch(message);
    expect([code, out]).toEqual([2, '']);
  });
});

describe('read', () => {
  test('prints one reading a line, in the order of the input, every quote equal to its words', async () => {
    const path = file('three.jsonl', lines(3));
    const { out, err, code } = await chancery('read', '--json', path);
    expect([code, err]).toEqual([0, '']);
    const readings = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Read);
    expect(readings.map(({ report }) => report.id)).toEqual(['r0', 'r1', 'r2']);
    for (const { report, claims, doubts } of readings) {
      expect(Array.isArray(doubts)).toBe(true);
      for (const { words, quote } of claims) expect(report.text.slice(...words)).toBe(quote);
    }
  });
  test('reads standard input, and names a report by its file', async () => {
    const path = file('kamikawa.txt', REPORT);
    expect((await chancery('read', path)).out).toMatch(/^kamikawa\n6 May 2024 · Harbour Wire/);
    const { out, code } = await start(['read', '-', '--published', '2024-05-07'], 'Yoko Kamikawa will visit Fiji.')
      .ended;
    expect(code).toBe(0);
    expect(out).toMatch(/\n7 May 2024/);
  });
  test('tells what it could not read, with place and next step, and goes on with the rest', async () => {
    const bad = file('bad.txt', Uint8Array.from([0x61, 0x62, 0xff, 0xfe, 0x63]));
    const torn = file('torn.jsonl', `${lines(2)}\n{"id":"x","text":"cut of`);
    const { out, err, code } = await chancery(
      'read',
      '--json',
      bad,
      torn,
      join(folder, 'missing.txt'),
      file('empty.txt', ''),
    );
    expect(code).toBe(3);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(err).toMatch(/bad\.txt, byte 2: E_ENCODING .*--encoding/);
    expect(err).toMatch(/torn\.jsonl, line 3, .*E_TRUNCATED/);
    expect(err).toMatch(/missing\.txt: E_MISSING/);
    expect(err).toMatch(/empty\.txt: empty/);
  });
  test('writes one page for many reports', async () => {
    const { out, code } = await chancery('read', '--html', file('two.jsonl', lines(2)));
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>/);
    expect(out.match(/class="report"/g)).toHaveLength(2);
  });
  test('ends quietly when nobody reads on', async () => {
    const path = file('many.jsonl', lines(40));
    const { out, err } = await shell(`chancery read --json ${path} | head -c 20; echo " \${PIPESTATUS[0]}"`);
    expect(err).toBe('');
    expect(out).toMatch(/^\{"report":.* 0\n$/);
  });
});

interface Read {
  readonly report: { readonly id: string; readonly text: string };
  readonly claims: readonly { readonly words: [number, number]; readonly quote: string }[];
  readonly doubts: readonly unknown[];
}

test('explain shows every layer', async () => {
  const { out, code } = await chancery(
    'explain',
    'Wang Yi will visit Canberra on Tuesday.',
    '--published',
    '2024-03-18',
  );
  expect(code).toBe(0);
  for (const layer of [
    'sentences',
    'trees',
    'times',
    'mentions → actors',
    'places',
    'statements',
    'events',
    'relations',
    'doubts',
  ])
    expect(out).toContain(`\n${layer}\n`);
  expect(out).toContain('19 March 2024');
});

describe('the ledger', () => {
  const sums = (out: string): number[] =>
    [...(/(?<all>.*) looked at: (.*)/.exec(out)?.[0] ?? '').matchAll(/\d+/g)].map(Number);

  test('takes in once what is given twice; the counts sum to the whole', async () => {
    const bad = file('bad2.txt', Uint8Array.from([0x61, 0xff, 0xfe, 0x63]));
    const paths = [file('kept.jsonl', lines(3)), file('none.txt', ' \n'), bad];
    const first = await chancery('add', ...paths);
    expect([first.code, sums(first.out)]).toEqual([3, [5, 3, 0, 1, 1]]);
    expect(first.err).toMatch(/refused: .*bad2\.txt, byte \d+: E_ENCODING/);
    const before = await chancery('list', '--json');
    const second = await chancery('add', ...paths);
    expect([second.code, sums(second.out)]).toEqual([3, [5, 0, 3, 1, 1]]);
    expect((await chancery('list', '--json')).out).toBe(before.out);
  });

  test('nothing found says what was searched', async () => {
    expect((await chancery('list')).err).toMatch(/no ledger at .* chancery add/);
    await chancery('add', file('one.txt', REPORT));
    const { out, code } = await chancery('list', 'visits', '--actor', 'Atlantis');
    expect(code).toBe(0);
    expect(out).toMatch(
      /No visits and meetings found for actor Atlantis. Searched: 1 report of 6 May 2024 to 6 May 2024, \d+ claim/,
    );
  });

  test('lies where `where` says and goes when told twice', async () => {
    expect((await chancery('where')).out).toBe(`${join(home, 'ledger.db')}\n`);
    await chancery('add', file('one.txt', REPORT));
    const asked = await chancery('remove');
    expect([asked.code, existsSync(join(home, 'ledger.db'))]).toEqual([2, true]);
    const { code } = await chancery('remove', '--yes');
    expect([code, existsSync(home)]).toEqual([0, false]);
  });

  test('a ledger that cannot be opened is a fatal fault with a remedy', async () => {
    const { code, err } = await chancery(
      'add',
      file('one.txt', REPORT),
      '--ledger',
      file('no.db', 'no database '.repeat(99)),
    );
    expect(code).toBe(1);
    expect(err).toMatch(/^chancery: ledger .*no\.db: it is not a ledger.*--ledger/);
  });

  test('killed at any moment and run again, it holds what an unbroken run would', async () => {
    const path = file('long.jsonl', lines(150));
    for (const pause of [900, 1700, 2600]) {
      const run = start(['add', path]);
      await new Promise((resolve) => setTimeout(resolve, pause));
      run.kill('SIGKILL');
      await run.ended;
    }
    const last = await chancery('add', path);
    const [all, accepted = 0, already = 0] = sums(last.out);
    expect([last.code, all, accepted + already]).toEqual([0, 150, 150]);
    const mended = await chancery('list', '--json');
    home = join(folder, 'unbroken');
    await chancery('add', path);
    expect((await chancery('list', '--json')).out).toBe(mended.out);
  });

  test('Ctrl-C ends after the report at hand and keeps what was accepted', async () => {
    const path = file('longer.jsonl', lines(400));
    const run = start(['add', path]);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    run.kill('SIGINT');
    const { code, out } = await run.ended;
    // On a machine that is fast enough, or too slow to have begun, there is nothing left to stop or none to tell.
    if (code === 130 && out !== '') expect(out).toMatch(/looked at: \d+ accepted/);
    const last = await chancery('add', path);
    const [all, accepted = 0, already = 0] = sums(last.out);
    expect([last.code, all, accepted + already]).toEqual([0, 400, 400]);
  });

  test('two processes at once add every report once', async () => {
    const path = file('shared.jsonl', lines(80));
    const ended = await Promise.all([chancery('add', path), chancery('add', path)]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(ended.reduce((sum, { out }) => sum + (sums(out)[1] ?? 0), 0)).toBe(80);
  });
});
