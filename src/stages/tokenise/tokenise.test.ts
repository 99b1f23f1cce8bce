import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../languages/en.ts';
import { cases } from '../../testing/cases.ts';
import { know } from '../../testing/know.ts';
import { sentencesOf } from '../split/split.ts';
import { tokensOf } from './tokenise.ts';

const language = english(know);
const tokens = tokensOf(language);

cases(import.meta.url, 'tokenise.cases.txt', (input) => {
  let last = 0;
  return tokens(input, { words: [0, input.length] })
    .map(({ words: [start, end], form }) => {
      const gap = start === last ? (start === 0 ? '' : '|') : ' ';
      last = end;
      return gap + form;
    })
    .join('');
});

const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "n't",
        "'s",
        '’',
        '-',
        '--',
        '.',
        '...',
        '$',
        '%',
        '(',
        ')',
        '"',
        '@',
        '://',
        'www.',
        'U.S.',
        '\u00a0',
        '\u200b',
        '😀',
        ' ',
        '5',
        '7:30pm',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('tokenise', () => {
  it('covers every character that can be seen, with exact offsets, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { words, form } of tokens(text, { words: [0, text.length] })) {
          expect(text.slice(...words)).toBe(form);
          expect(form.length).toBeGreaterThan(0);
          expect(words[0]).toBeGreaterThanOrEqual(at);
          expect(/^[\p{Cc}\p{Cf}\s]*$/u.test(text.slice(at, words[0]))).toBe(true);
          at = words[1];
        }
        expect(/^[\p{Cc}\p{Cf}\s]*$/u.test(text.slice(at))).toBe(true);
      }),
    );
  });

  it('finds at least one token in every sentence, and cuts no surrogate pair', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const sentence of sentencesOf(text, [], language)) {
          const found = tokens(text, sentence);
          expect(found.length).toBeGreaterThan(0);
          if (!/\p{Cs}/u.test(text)) for (const { form } of found) expect(/\p{Cs}/u.test(form)).toBe(false);
        }
      }),
    );
  });

  it('keeps what is invisible inside a word, and leaves it off its edges', () => {
    const text = '\u200bPe\u200bters\u00a0said\u00ad.';
    expect(tokens(text, { words: [0, text.length] }).map(({ form }) => form)).toEqual([
      'Pe\u200bters',
      'said\u00ad',
      '.',
    ]);
  });
});
