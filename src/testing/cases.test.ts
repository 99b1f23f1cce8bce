import { describe, expect, it } from 'vitest';
import { cases, formatCases, parseCases } from './cases.ts';
import { underline } from './carets.ts';

describe('case files', () => {
  it('survive reading and writing', () => {
    const text = 'Some prose.\n\n# first\na\n==>\nb\n\n# WRONG: second\nc\nd\n==>\n';
    const { preamble, cases: all } = parseCases(text);
    expect(all).toEqual([
      { title: 'first', input: 'a', expected: 'b' },
      { title: 'WRONG: second', input: 'c\nd', expected: '' },
    ]);
    expect(formatCases(preamble, all)).toBe(text);
  });

  it('refuse a case without an arrow and a title used twice', () => {
    expect(() => parseCases('# one\nb\n')).toThrow('"one" has no line "==>"');
    expect(() => parseCases('# one\n==>\n\n# one\n==>\n')).toThrow('two cases are called "one"');
  });
});

/** Marks what stands in square brackets, so that the file shows what carets look like. */
cases(import.meta.url, 'carets.cases.txt', (input) =>
  underline(
    input,
    [...input.matchAll(/\[(?<inside>[^\]]*)\]/g)].map((match) => ({
      words: [match.index, match.index + match[0].length],
      label: match.groups?.['inside']?.replaceAll('\n', ' ') ?? '',
    })),
  ),
);
