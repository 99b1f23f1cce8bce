import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { Watch } from '../pipe.ts';

/** One case of a case file: a title, an input, and what is expected of it. */
export interface Case {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

/**
 * Makes one test of each case in a file that stands beside the test: `cases(import.meta.url, 'time.cases.txt', run)`.
 * `run` gives the text that the case expects; what it tells its `Watch` is printed when the case fails.
 * With `UPDATE=1` the file is rewritten with what was found. A title that begins with `WRONG:` keeps an answer that is
 * known to be wrong: the case fails when the answer changes, for better or worse.
 */
export function cases(test: string, file: string, run: (input: string, watch: Watch) => string): void {
  const path = fileURLToPath(new URL(file, test));
  const text = readFileSync(path, 'utf8');
  const { preamble, cases: all } = parseCases(text);
  const found = new Map<Case, string>();
  describe(basename(file), () => {
    for (const one of all)
      it(one.title, () => {
        const trace: string[] = [];
        const actual = watched(trace, (watch) => trimmed(run(one.input, watch)));
        found.set(one, actual);
        if (process.env['UPDATE'] === undefined) expect(actual, explanation(one, trace)).toBe(one.expected);
      });
    afterAll(() => {
      if (process.env['UPDATE'] === undefined) return;
      const updated = formatCases(
        preamble,
        all.map((one) => ({ ...one, expected: found.get(one) ?? one.expected })),
      );
      if (updated !== text) writeFileSync(path, updated);
    });
  });
}

/** A case file's text as cases, and the lines before the first. Throws where a case has no `==>` or a title is used twice. */
export function parseCases(text: string): { readonly preamble: string; readonly cases: readonly Case[] } {
  const [preamble = '', ...parts] = `\n${text}`.split(/\n# (?=\S)/);
  const all = parts.map((part) => {
    const [title = '', ...lines] = part.split('\n');
    const arrow = lines.indexOf('==>');
    if (arrow < 0) throw new Error(`case "${title}" has no line "==>"`);
    return {
      title: title.trim(),
      input: trimmed(lines.slice(0, arrow).join('\n')),
      expected: trimmed(lines.slice(arrow + 1).join('\n')),
    };
  });
  const twice = all.find((one, at) => all.findIndex(({ title }) => title === one.title) !== at);
  if (twice !== undefined) throw new Error(`two cases are called "${twice.title}"`);
  return { preamble: trimmed(preamble), cases: all };
}

export const formatCases = (preamble: string, all: readonly Case[]): string =>
  [
    ...(preamble === '' ? [] : [`${preamble}\n`]),
    ...all.map(({ title, input, expected }) => `# ${title}\n${input}\n==>\n${expected === '' ? '' : `${expected}\n`}`),
  ].join('\n');

/** Blank lines around are layout; blanks at the ends of lines would be lost by editors. */
const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');

function watched(trace: string[], run: (watch: Watch) => string): string {
  const step = (stage: string, layer: unknown): void => {
    trace.push(`${stage}: ${shown(layer)}`);
  };
  try {
    return run({ clock: () => 0, step });
  } catch (error) {
    throw new Error(`failed after ${trace.length} stages\n${trace.join('\n')}`, { cause: error });
  }
}

const LONGEST_LAYER = 3000;

function shown(layer: unknown): string {
  const text = inspect(layer, { depth: 5, breakLength: 160, maxArrayLength: 60 });
  return text.length > LONGEST_LAYER ? `${text.slice(0, LONGEST_LAYER)} …` : text;
}

const explanation = ({ title, input }: Case, trace: readonly string[]): string =>
  [
    title.startsWith('WRONG:') ? 'An answer known to be wrong has changed: if it is right now, drop "WRONG:".' : title,
    input,
    ...trace,
    'UPDATE=1 rewrites what is expected.',
  ].join('\n');
