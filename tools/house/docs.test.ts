import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLOVER_TYPES, PREDICATES, STATUSES } from '../../src/document/claim.ts';
import { root } from './sources.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const headings = (page: string): ReadonlySet<string> =>
  new Set([...page.matchAll(/^#+ (?<heading>.+)$/gm)].map(({ groups }) => groups?.['heading'] ?? ''));
const all = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
];

const program = read('src/apps/cli/program.ts');
const commands = all(program, /\.command\('(\w+)/g);
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .map((name) => `docs/${String(name)}`)
    .filter((name) => name.endsWith('.md')),
];

describe('docs', () => {
  it('have a heading for every command and every code', () => {
    const codes = all(read('src/inputs/input.ts'), /'([EW]_[A-Z_]+)'/g);
    expect(commands.filter((command) => !headings(read('docs/commands.md')).has(command))).toEqual([]);
    expect(codes.filter((code) => !headings(read('docs/errors.md')).has(code))).toEqual([]);
  });

  it('name every status, predicate, channel and doubt', () => {
    const claim = read('src/document/claim.ts');
    const channels = all(
      claim.slice(claim.indexOf('type Channel'), claim.indexOf('interface Source')),
      /\| '([^']+)'/g,
    );
    const doubts = all(claim.slice(claim.indexOf('interface Doubt')), /\| '([^']+)'/g);
    const page = read('docs/reading.md');
    expect(channels.length * doubts.length * PLOVER_TYPES.length).toBeGreaterThan(0);
    expect([...STATUSES, ...PREDICATES, ...channels, ...doubts].filter((word) => !page.includes(word))).toEqual([]);
  });

  it.each(pages)('%s links to what exists', (page) => {
    const links = all(read(page), /\]\((?!https?:|#|mailto:)([^)#]+)/g);
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it.each(pages)('%s shows commands, options and files that exist', (page) => {
    const code = all(read(page), /`([^`\n]+)`/g).concat(all(read(page), /^ {0,4}\$? ?((?:npx chancery|npm) .+)$/gm));
    const wrong = code.flatMap((line) => [
      ...all(line, /\bchancery ([a-z]+)\b(?! (?:is|reads|keeps))/g).filter((name) => !commands.includes(name)),
      ...all(line, /\bnpm run (?:-s )?([a-z]+)/g).filter((name) => !scripts.includes(name)),
      ...(/\bchancery [a-z]+/.test(line) ? all(line, /(--[a-z]+)/g) : []).filter(
        (flag) => !program.includes(flag) && flag !== '--help',
      ),
      ...all(line, /((?:[\w-]+\/)*samples\/[\w.-]+\.(?:txt|jsonl))/g).filter(
        (file) => !file.includes('DATE') && !existsSync(join(root, file)),
      ),
    ]);
    expect(wrong).toEqual([]);
  });
});
