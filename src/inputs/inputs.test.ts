import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { english } from '../languages/en.ts';
import { know } from '../testing/know.ts';
import { readInputs, type ReadSettings } from './files.ts';
import type { Taken } from './input.ts';
import { parseJson } from './json.ts';
import { firstInvalidUtf8 } from './utf8.ts';

const language = english(know);
const folder = mkdtempSync(join(tmpdir(), 'chancery-inputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function taken(paths: readonly string[], settings: Partial<ReadSettings> = {}): Promise<readonly Taken[]> {
  const all: Taken[] = [];
  for await (const one of readInputs(paths, { language, ...settings })) all.push(one);
  return all;
}

/** Writes a file and takes it in. */
function takenOf(
  name: string,
  bytes: string | Uint8Array,
  settings: Partial<ReadSettings> = {},
): Promise<readonly Taken[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return taken([path], settings);
}

/** One line for each: what a test wants to know of it. */
const told = (all: readonly Taken[]): readonly string[] =>
  all.map((one) => {
    if (one.kind === 'empty') return 'empty';
    if (one.kind === 'report')
      return [one.report.id, one.report.text, ...one.warnings.map(({ code }) => code)].join(' | ');
    const { code, line, column, byte } = one.refused;
    return [code, line ?? '-', column ?? '-', byte ?? '-'].join(' ');
  });

describe('encodings', () => {
  it('refuses bytes that are no text in any likely encoding, at their offset', async () => {
    const [one] = await takenOf('a.txt', Uint8Array.from([0x61, 0x62, 0xff, 0xfe, 0x63]));
    expect(one).toMatchObject({ kind: 'refused', refused: { code: 'E_ENCODING', byte: 2 } });
    expect(one?.kind === 'refused' && one.refused.next).toContain('--encoding');
  });

  it('reads UTF-16 with its mark, and without by its bytes', async () => {
    expect(told(await takenOf('b.txt', Buffer.from('\ufeffTalks “opened”', 'utf16le')))).toEqual([
      'b | Talks “opened”',
    ]);
    const big = Buffer.from('\ufeffTalks opened', 'utf16le').swap16();
    expect(told(await takenOf('c.txt', big))).toEqual(['c | Talks opened']);
    expect(told(await takenOf('d.txt', Buffer.from('Talks opened', 'utf16le')))).toEqual([
      'd | Talks opened | W_ENCODING',
    ]);
  });

  it('reads windows-1252 by its bytes, with a warning', async () => {
    const text = Buffer.from('The caf\xe9 \x93opened\x94; it\x92s \x80 5', 'latin1');
    expect(told(await takenOf('e.txt', text))).toEqual(['e | The café “opened”; it’s € 5 | W_ENCODING']);
  });

  it('lets the user name the encoding', async () => {
    expect(told(await takenOf('f.txt', Buffer.from('\xff\xfe', 'latin1'), { encoding: 'latin1' }))).toEqual(['f | ÿþ']);
    expect(told(await takenOf('f.txt', 'x', { encoding: 'klingon' }))).toEqual(['E_ENCODING - - -']);
  });

  it('drops a mark of byte order, keeps NFD and astral characters, replaces NUL one for one', async () => {
    expect(told(await takenOf('g.txt', '\ufeffTalks'))).toEqual(['g | Talks']);
    expect(told(await takenOf('g.txt', 'e\u0301 😀 Pe\u200bters'))).toEqual(['g | e\u0301 😀 Pe\u200bters']);
    expect(told(await takenOf('g.txt', `${'a long text '.repeat(4)}\0b`))).toEqual([
      `g | ${'a long text '.repeat(4)}\ufffdb | W_NUL`,
    ]);
  });

  it('finds the first byte that is not UTF-8 wherever the platform does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const fatal = new TextDecoder('utf-8', { fatal: true });
        const valid = (upTo: number): boolean => {
          try {
            fatal.decode(bytes.subarray(0, upTo));
            return true;
          } catch {
            return false;
          }
        };
        const invalid = firstInvalidUtf8(bytes);
        expect(invalid === null).toBe(valid(bytes.length));
        if (invalid !== null) expect(valid(invalid)).toBe(true);
      }),
    );
  });
});

describe('plain text', () => {
  it('counts empty files as empty, and refuses binary ones and those too large', async () => {
    expect(told(await takenOf('h.txt', ''))).toEqual(['empty']);
    expect(told(await takenOf('h.txt', ' \n\t\u00a0\n'))).toEqual(['empty']);
    expect(told(await takenOf('h.txt', 'x'))).toEqual(['h | x']);
    expect(told(await takenOf('h.pdf', '%PDF-1.7 …'))).toEqual(['E_BINARY - - -']);
    expect(
      told(
        await takenOf(
          'h.bin',
          Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 256),
        ),
      ),
    ).toEqual(['E_BINARY - - -']);
    expect(told(await takenOf('h.txt', 'x'.repeat(101), { limits: { report: 100 } }))).toEqual(['E_TOO_LARGE - - -']);
  });

  it('refuses ten megabytes and a line of five, and takes them in where the limit is raised', async () => {
    const line = 'word '.repeat(1_000_000);
    const large = 'The talks went on.\n'.repeat(550_000);
    const limits = { report: 12_000_000 };
    for (const text of [line, large]) {
      expect(told(await takenOf('i.txt', text))).toEqual(['E_TOO_LARGE - - -']);
      const [taken] = await takenOf('i.txt', text, { limits });
      expect(taken?.kind).toBe('report');
    }
  });
});

describe('JSON lines', () => {
  it('takes in each record, bad lines beside good ones', async () => {
    const lines = [
      '{"id":12345678901234567890,"text":"a"}',
      '{"text":"b","text":"c"}',
      '{"text":"\\ud800"}',
      '{"text":"x" "y"}',
      '[1]',
      '{"title":"x"}',
      '{"__proto__":{"polluted":1},"constructor":2,"text":"d"}',
      '{"text":""}',
      '',
      '['.repeat(100_000),
      '{"text":"ok","date":"10/11/2025"}',
      '{"text":"torn',
    ];
    expect(told(await takenOf('k.jsonl', lines.join('\n')))).toEqual([
      '12345678901234567890 | a',
      'k-2 | c | W_DUPLICATE_KEY',
      'E_SURROGATE 3 1 63',
      'E_JSON 4 13 93',
      'E_FIELD 5 1 98',
      'E_FIELD 6 1 102',
      'k-7 | d',
      'empty',
      'E_DEPTH 10 65 249',
      'k-11 | ok | W_DATE',
      'E_TRUNCATED 12 14 100233',
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes a whole last line without its line end, and a torn line in the middle is just wrong', async () => {
    expect(told(await takenOf('l.jsonl', '{"text":"a"}'))).toEqual(['l-1 | a']);
    expect(told(await takenOf('l.jsonl', '{"text":"a\n{"text":"b"}\r\n'))).toEqual(['E_JSON 1 11 10', 'l-2 | b']);
  });

  it('refuses a line that is too long, and goes on behind it', async () => {
    const lines = `{"text":"${'x'.repeat(300_000)}"}\n{"text":"b"}\n`;
    expect(told(await takenOf('m.jsonl', lines, { limits: { line: 1000 } }))).toEqual([
      'E_LINE_TOO_LONG 1 - 0',
      'm-2 | b',
    ]);
  });

  it('reads UTF-8 with its mark, UTF-16, and single lines of windows-1252', async () => {
    expect(told(await takenOf('n.jsonl', '\ufeff{"text":"a"}\n!'))).toEqual(['n-1 | a', 'E_JSON 2 1 16']);
    expect(told(await takenOf('n.jsonl', Buffer.from('\ufeff{"text":"ö"}\n{"text":"b"}\n', 'utf16le')))).toEqual([
      'n-1 | ö',
      'n-2 | b',
    ]);
    const mixed = Buffer.concat([Buffer.from('{"text":"caf\xe9"}\n', 'latin1'), Buffer.from('{"text":"é"}\n')]);
    expect(told(await takenOf('n.jsonl', mixed))).toEqual(['n-1 | café | W_ENCODING', 'n-2 | é']);
  });

  it('fills the fields, under the names that sources use', async () => {
    const record = {
      guid: 7,
      headline: 'T',
      body: 'Talks opened.',
      pubDate: '18 March 2024',
      source: { name: 'S' },
      link: 'u',
      lang: 'en',
    };
    const [one] = await takenOf('o.jsonl', JSON.stringify(record));
    expect(one).toMatchObject({
      report: {
        id: '7',
        title: 'T',
        text: 'Talks opened.',
        published: '2024-03-18',
        publisher: 'S',
        url: 'u',
        language: 'en',
      },
    });
  });

  it('tells one bad line of ten thousand, and takes in the rest', async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => (at === 4212 ? '{"text":' : `{"text":"Report ${at}"}`));
    const all = await takenOf('p.jsonl', `${lines.join('\n')}\n`);
    expect(all.filter(({ kind }) => kind === 'report')).toHaveLength(9999);
    expect(told(all)[4212]).toMatch(/^E_JSON 4213 9 /);
  });

  it('parses what the platform parses, to the same', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const parsed = parseJson(text, 100);
        expect('value' in parsed).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0e-1tx \n') }), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect('value' in parseJson(text, 1000)).toBe(valid);
      }),
    );
  });
});

describe('files', () => {
  it('walks folders in order, past loops, pipes and what is missing', async () => {
    const root = join(folder, 'walk');
    mkdirSync(join(root, 'b'), { recursive: true });
    writeFileSync(join(root, 'b', 'two.txt'), 'Two.');
    writeFileSync(join(root, 'a.txt'), 'One.');
    writeFileSync(join(root, '.hidden'), 'No.');
    symlinkSync('..', join(root, 'b', 'up'));
    symlinkSync('y', join(root, 'x'));
    symlinkSync('x', join(root, 'y'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(told(await taken([root, join(root, 'none')]))).toEqual([
      'a | One.',
      'two | Two.',
      'E_LOOP - - -',
      'E_NOT_A_FILE - - -',
      'E_LOOP - - -',
      'E_LOOP - - -',
      'E_MISSING - - -',
    ]);
    expect(told(await taken(['/dev/zero']))).toEqual(['E_NOT_A_FILE - - -']);
  });

  it('tells JSON lines by their first byte where the name says nothing', async () => {
    const stdin = (async function* () {
      yield new TextEncoder().encode(' {"text":"a"}\n');
    })();
    expect(told(await taken(['-'], { stdin }))).toEqual(['stdin-1 | a']);
    expect(told(await takenOf('q.log', '{"text":"a"}', { from: 'plain' }))).toEqual(['q | {"text":"a"}']);
  });

  it('warns of a day on which nothing was published', async () => {
    for (const day of ['0012-03-04', '2104-06-01'])
      expect(told(await takenOf('t.json', `{"text":"a","published":"${day}"}`))).toEqual(['t-1 | a | W_DATE']);
    expect(told(await takenOf('t.json', '{"text":"a","published":"1815-06-22"}'))).toEqual(['t-1 | a']);
  });
});
