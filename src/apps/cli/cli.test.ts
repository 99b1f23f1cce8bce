// Runs the built command as users run it: a process with its own streams and exit code.
import { DatabaseSync } from '@photostructure/sqlite';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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

function start(words: readonly string[], input = '', user: { uid?: number; gid?: number } = {}): Running {
  const child = spawn(process.execPath, [main, ...words], {
    cwd: root,
    env: { ...process.env, CHANCERY_HOME: home, NO_COLOR: '1', DATABASE_URL: '' },
    ...user,
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

/** Runs as one who may not write everywhere: the superuser would not notice that a file is read-only. */
const asNobody = (...words: readonly string[]): Promise<Ended> => {
  chmodSync(folder, 0o755);
  return start(words, '', process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}).ended;
};

const shell = (command: string, cwd = root): Promise<Ended> => {
  const script = `chancery() { ${JSON.stringify(process.execPath)} ${JSON.stringify(main)} "$@"; }\n${command}`;
  return new Promise((resolve) => {
    const child = spawn('bash', ['-c', script], {
      cwd,
      env: { ...process.env, CHANCERY_HOME: home, NO_COLOR: '1', DATABASE_URL: '' },
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

const LEDGER_COMMANDS =
  'list visits meetings statements between pact person timeline search why changes review decide takedown reread export'.split(
    ' ',
  );

describe('help', () => {
  const COMMANDS = ['', 'read', 'explain', 'relate', 'add', ...LEDGER_COMMANDS, 'demo', 'where', 'remove'];
  const examplesOf = (help: string): readonly string[] =>
    (help.split('Usage:')[0] ?? '')
      .split('\n')
      .flatMap((line) => /^ {2}(?<command>\S.*?)(?: {2,}.*)?$/.exec(line)?.groups?.['command'] ?? []);

  test('opens with examples of the command at hand, and every one of them runs', async () => {
    const here = join(folder, 'newcomer');
    mkdirSync(here);
    symlinkSync(join(root, 'samples'), join(here, 'samples'));
    const seen = new Set<string>();
    for (const command of COMMANDS) {
      const { out, code } = await chancery(...(command === '' ? [] : [command]), '--help');
      const examples = examplesOf(out);
      expect([command, code, examples.length > 0]).toEqual([command, 0, true]);
      for (const example of examples) {
        expect(example).toContain(`chancery ${command}`);
        if (seen.has(example)) continue;
        seen.add(example);
        const ended = await shell(example, here);
        expect({ example, code: ended.code, err: ended.err }).toEqual({ example, code: 0, err: '' });
      }
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
    [['list', '--top', '0'], /--top 0: not a whole number from 1/],
    [['list', '--top', '-3'], /--top -3: not a whole number from 1/],
    [['list', '--since', '2024-02-01', '--until', '2024-01-01'], /--since 2024-02-01 is later than --until 2024-01-01/],
    [['list', 'pacts', '--status', 'occurred'], /--status goes with visits, meetings, events or all/],
    [['list', '--actor', ''], /--actor is empty/],
    [['add', 'x', '--ledger', ''], /--ledger is empty/],
    [['remove', '--yes', '--ledger', ' '], /--ledger is empty/],
    [['read', 'x', '--encoding', ''], /--encoding is empty/],
    [['li\u001B[31m'], /unknown command 'li‹U\+001B›/],
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
  test('ends with 1 where nothing went through, and says where nothing was', async () => {
    const none = await chancery('read', 'nosuch.txt', '--html');
    expect([none.code, none.out]).toEqual([1, '']);
    expect(none.err).toMatch(/^refused: nosuch\.txt: E_MISSING/);
    const bare = join(folder, 'bare');
    mkdirSync(join(bare, 'below'), { recursive: true });
    const empty = await chancery('read', bare, file('blank.jsonl', '{"text":"x"}\n{"text":" "}\n'));
    expect(empty.code).toBe(0);
    expect(empty.err).toMatch(/bare: empty, nothing to read\n.*blank\.jsonl, line 2: empty/);
    const blanks = await chancery('read', file('blanks.jsonl', '\n \n'));
    expect(blanks.err).toMatch(/blanks\.jsonl: empty/);
    expect((await start(['read'], ' \n').ended).err).toBe('standard input: empty, nothing to read\n');
  });
  test('shows names of files as marks where they could command the terminal', async () => {
    const { err } = await chancery('read', 'a\u001B[31m\nb  c.txt', '');
    expect(err).toBe(
      'refused: a‹U+001B›[31m‹U+000A›b  c.txt: E_MISSING no such file. Check the name.\nrefused: "": E_MISSING no such file. Check the name.\n',
    );
  });
  test('says once how large a report may be', async () => {
    const { err } = await chancery('read', file('large.txt', 'word '.repeat(1_000_000)));
    expect(err).toMatch(/E_TOO_LARGE more than 4 MiB, the most for one report\. Split/);
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
      /No visits found for actor Atlantis. Searched: 1 report of 6 May 2024 to 6 May 2024, 1 publisher, \d+ claim/,
    );
  });

  test('is not made by work of which nothing comes', async () => {
    const { code, out } = await chancery('add', 'nosuch.txt');
    expect([code, existsSync(join(home, 'ledger.db'))]).toEqual([1, false]);
    expect(out).toMatch(/^1 input looked at: 0 accepted.*1 refused\nNo ledger was made/);
    await chancery('add', file('one.txt', REPORT), 'nosuch.txt');
    const again = await chancery('add', file('one.txt', REPORT), 'nosuch.txt');
    expect([again.code, sums(again.out)]).toEqual([3, [2, 0, 1, 0, 1]]);
    expect((await chancery('list', 'visits', '--actor', 'Atlantis')).out).toMatch(/1 refused input not searched/);
  });

  test('only a ledger is removed, listed or added to; all else stays as it was', async () => {
    const text = file('letter.txt', 'Dear reader');
    const other = join(folder, 'other.db');
    const database = new DatabaseSync(other);
    database.exec('create table reports (a integer); insert into reports values (1)');
    database.close();
    const one = file('one.txt', REPORT);
    for (const path of [text, other]) {
      const before = readFileSync(path);
      for (const words of [['remove', '--yes'], ['list'], ['add', one]]) {
        const { code, err } = await chancery(...words, '--ledger', path);
        expect([words[0], code]).toEqual([words[0], 1]);
        expect(err).toMatch(/^chancery: .*not a ledger, and was left as it is: .*--ledger\n$/);
      }
      expect(readFileSync(path).equals(before)).toBe(true);
    }
    for (const words of [['remove', '--yes'], ['list'], ['add', one]]) {
      const { code, err } = await chancery(...words, '--ledger', folder);
      expect(code).toBe(1);
      expect(err).toMatch(/^chancery: [^\n]+\n$/);
    }
  });

  test('that may only be read can be listed, not added to or removed, and nothing is left beside it', async () => {
    await chancery('add', file('one.txt', REPORT));
    const kept = join(folder, 'kept');
    mkdirSync(kept);
    copyFileSync(join(home, 'ledger.db'), join(kept, 'ledger.db'));
    expect((await chancery('list', '--json', '--ledger', join(kept, 'ledger.db'))).code).toBe(0);
    expect(readdirSync(kept)).toEqual(['ledger.db']);
    chmodSync(join(kept, 'ledger.db'), 0o444);
    chmodSync(kept, 0o555);
    const listed = await asNobody('list', '--json', '--ledger', join(kept, 'ledger.db'));
    expect([listed.code, listed.err]).toEqual([0, '']);
    expect(listed.out).toBe((await chancery('list', '--json')).out);
    const added = await asNobody('add', file('two.txt', `${REPORT} More.`), '--ledger', join(kept, 'ledger.db'));
    expect([added.code, added.err.split('\n').length]).toEqual([1, 2]);
    expect(added.err).toMatch(/cannot be opened or written/);
    const removed = await asNobody('remove', '--yes', '--ledger', join(kept, 'ledger.db'));
    expect([removed.code, removed.err]).toEqual([
      1,
      expect.stringMatching(/^chancery: cannot remove .*ledger\.db \(E[A-Z]+\): check who may write[^\n]+\n$/),
    ]);
    chmodSync(kept, 0o755);
  });

  test('in a folder that the system refuses is told at once', async () => {
    const { code, err } = await chancery('add', file('one.txt', REPORT), '--ledger', '/proc/chancery/ledger.db');
    expect(code).toBe(1);
    expect(err).toMatch(/^chancery: ledger \/proc\/chancery\/ledger\.db: it cannot be opened or written[^\n]+\n$/);
  });

  test('two texts under one id are told, and both stand', async () => {
    const first = file(
      'first.jsonl',
      '{"id":"a","text":"Modi visited Tokyo."}\n{"id":"b","text":"Modi visited Lima."}',
    );
    expect((await chancery('add', first)).err).toBe('');
    const { code, err, out } = await chancery('add', file('second.jsonl', '{"id":"a","text":"Modi visited Seoul."}'));
    expect([code, sums(out)]).toEqual([0, [1, 1, 0, 0, 0]]);
    expect(err).toMatch(/^warning: report a: W_SAME_ID .*both stand/);
  });

  test('says in good English what was asked, and how to see the rest', async () => {
    await chancery('add', 'samples');
    const none = await chancery('list', 'visits', '--since', '2030-01-01', '--until', '2030-12-31');
    expect(none.out).toMatch(/No visits found since 2030-01-01 until 2030-12-31\. Searched/);
    const some = await chancery('list', 'all', '--top', '1', '--status', 'occurred', '--actor', 'United States');
    expect(some.out).toMatch(/more: chancery list events --status occurred --actor 'United States'\n/);
    expect(some.out).not.toMatch(/^(Statements|Relations|Pacts)/m);
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
