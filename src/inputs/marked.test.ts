import { describe, expect, it } from 'vitest';
import { wordsAt } from '../document/span.ts';
import { cellsOf, unmark } from './marked.ts';

describe('a marked sentence', () => {
  it.each([
    ['<s>Fiji</s> met <t>Tonga</t>.', 'Fiji met Tonga.', 'Fiji', 'Tonga'],
    ['<s> Fiji </s>met <t>Tonga</t> and <t>Samoa</t>.', ' Fiji met Tonga and Samoa.', 'Fiji', 'Tonga'],
    ['<t>Tonga</t> was met by <s>Fiji</s>', 'Tonga was met by Fiji', 'Fiji', 'Tonga'],
    ['<s>Fiji met <t>Tonga', 'Fiji met Tonga', null, null],
    ['Fiji met </s>Tonga<s></s>', 'Fiji met Tonga', null, null],
  ])('%s', (line, text, source, target) => {
    const read = unmark(line);
    const words = (span: typeof read.source): string | null => (span === null ? null : wordsAt(read.text, span));
    expect([read.text, words(read.source), words(read.target)]).toEqual([text, source, target]);
  });

  it('may stand in a cell in quotation marks', () => {
    expect(cellsOf('4\t"He said ""no"" to it."\tx')).toEqual(['4', 'He said "no" to it.', 'x']);
  });
});
