import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/apps/cli/program.ts';
import { PREDICATES, STATUSES } from '../../src/document/claim.ts';
import { isTest, root, sourcesUnder } from './sources.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const headings = (page: string): ReadonlySet<string> =>
  new Set([...page.matchAll(/^#+ (?<heading>.+)$/gm)].map(({ groups }) => groups?.['heading'] ?? ''));
const all = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
];

const program = commands(() => undefined);
const names = program.commands.map((command) => command.name());
const flagsOf = (name: string): readonly string[] =>
  program.commands.find((command) => command.name() === name)?.options.flatMap(({ long }) => long ?? []) ?? [];
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .map((name) => `docs/${String(name)}`)
    .filter((name) => name.endsWith('.md')),
];

describe('docs', () => {
  it('have a heading for every command, and under it every option', () => {
    const page = read('docs/commands.md');
    const lacking = names.flatMap((name) => {
      const section = sectionOf(page, name);
      return section === null
        ? [name]
        : flagsOf(name)
            .filter((flag) => !codeIn(section).some((code) => wordsOf(code).includes(flag)))
            .map((flag) => `${name} ${flag}`);
    });
    expect(lacking).toEqual([]);
  });

  it('have a heading for every code, and for no other', () => {
    const sources = ['inputs', 'apps']
      .flatMap((room) => sourcesUnder(`src/${room}`))
      .filter(({ path }) => !isTest(path));
    const codes = new Set(sources.flatMap(({ text }) => all(text, /\b([EW]_[A-Z_]{2,})\b/g)));
    const described = [...headings(read('docs/errors.md'))].filter((heading) => /^[EW]_/.test(heading));
    expect(described.sort()).toEqual([...codes].sort());
  });

  it('name every status, predicate, channel and doubt, as code', () => {
    const claim = read('src/document/claim.ts');
    const channels = all(
      claim.slice(claim.indexOf('type Channel'), claim.indexOf('interface Source')),
      /\| '([^']+)'/g,
    );
    const doubts = all(claim.slice(claim.indexOf('interface Doubt')), /\| '([^']+)'/g);
    const code = codeIn(read('docs/reading.md'));
    expect(Math.min(channels.length, doubts.length)).toBeGreaterThan(0);
    expect([...STATUSES, ...PREDICATES, ...channels, ...doubts].filter((word) => !code.includes(word))).toEqual([]);
  });

  it.each(pages)('%s links to what exists', (page) => {
    const links = all(read(page), /\]\((?!https?:|#|mailto:)([^)#]+)/g);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it.each(pages)('%s shows commands, options and files that exist', (page) => {
    const code = [...codeIn(read(page)), ...all(read(page), /^ {0,4}\$? ?((?:npx chancery|npm) .+)$/gm)];
    const wrong = code.flatMap((line) => [
      ...wrongIn(line),
      ...all(line, /\bnpm run (?:-s )?([a-z]+)/g).filter((name) => !scripts.includes(name)),
      ...all(line, /((?:[\w-]+\/)*samples\/[\w.-]+\.(?:txt|jsonl))/g).filter(
        (file) => !file.includes('DATE') && !existsSync(join(root, file)),
      ),
    ]);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['chancery read nosuch.jsonl --json > readings.jsonl', ['nosuch.jsonl']],
    ['chancery read samples --status occurred', ['read --status']],
    ['chancery lsit', ['lsit']],
    ['npx chancery add PATH… [--ledger FILE]', []],
    ['chancery list visits --actor Blinken', []],
  ])('of which `%s` would be told', (line, wrong) => {
    expect(wrongIn(line)).toEqual(wrong);
  });
});

/** What is wrong with a command line as a page shows it: its name, an option that it does not take, an input that is not there. */
function wrongIn(line: string): readonly string[] {
  const [, name, rest = ''] = /\bchancery ([a-z]+)\b(?! (?:is|reads|keeps))([^>]*)/.exec(line) ?? [];
  if (name === undefined) return [];
  if (!names.includes(name)) return [name];
  const taken = [...flagsOf(name), '--help'];
  return [
    ...all(rest, /(--[a-z-]+)/g)
      .filter((flag) => !taken.includes(flag))
      .map((flag) => `${name} ${flag}`),
    ...(name === 'read' || name === 'add' ? rest.split(/\s+/) : []).filter(
      (word) => /^[\w./-]+\.(?:txt|jsonl)$/.test(word) && !existsSync(join(root, word)),
    ),
  ];
}

/** What stands under a heading, as far as the next one. */
function sectionOf(page: string, heading: string): string | null {
  const [, after] = page.split(new RegExp(`^## ${heading}$`, 'm'));
  return after?.split(/^#/m)[0] ?? null;
}

function codeIn(page: string): readonly string[] {
  return all(page, /`([^`\n]+)`/g);
}

function wordsOf(code: string): readonly string[] {
  return code.split(/[\s[\]|]+/);
}
