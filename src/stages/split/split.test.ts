import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../languages/en.ts';
import { cases } from '../../testing/cases.ts';
import { know } from '../../testing/know.ts';
import { reportOf } from '../../testing/report.ts';
import { LONGEST_SENTENCE, sentencesOf, splitSentences } from './split.ts';

const language = english(know);
const split = splitSentences(language);
const read = { code: 'en', read: true };

cases(import.meta.url, 'split.cases.txt', (input) =>
  sentencesOf(input, [], language)
    .map(({ words, paragraph }) => `${paragraph} ${input.slice(...words).replace(/\s+/g, ' ')}`)
    .join('\n'),
);

/** Text that has much of what the splitter looks at. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '. ',
        '.',
        '!',
        '?"',
        '.”',
        ' “',
        '\n',
        '\n\n',
        ' - ',
        '[1]',
        'U.S.',
        'Mr.',
        '\u200b',
        '😀',
        '\r\n',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('splitSentences', () => {
  it('covers every character that can be seen, in order, without overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { words } of sentencesOf(text, [], language)) {
          expect(words[0]).toBeGreaterThanOrEqual(at);
          expect(words[1]).toBeGreaterThan(words[0]);
          expect(/^[\p{Cc}\p{Cf}\s]*$/u.test(text.slice(at, words[0]))).toBe(true);
          at = words[1];
        }
        expect(/^[\p{Cc}\p{Cf}\s]*$/u.test(text.slice(at))).toBe(true);
      }),
    );
  });

  it('keeps furniture out of sentences', () => {
    const text = 'OSLO -- Talks opened. Read on. They closed.';
    const furniture = [
      { kind: 'dateline', words: [0, 7] },
      { kind: 'promotion', words: [22, 30] },
    ] as const;
    const sentences = split({ report: reportOf(text, { furniture }), language: read });
    expect(sentences.map(({ words }) => text.slice(...words))).toEqual(['Talks opened.', 'They closed.']);
  });

  it('finds none in a language that is not read', () => {
    expect(split({ report: reportOf('Il est parti.'), language: { code: 'fr', read: false } })).toEqual([]);
  });

  it('cuts what goes on too long, and never a surrogate pair', () => {
    for (const text of ['a'.repeat(5001), 'word '.repeat(1500), '😀'.repeat(3001), `a${'😀'.repeat(3001)}`]) {
      const sentences = sentencesOf(text, [], language);
      expect(Math.max(...sentences.map(({ words: [start, end] }) => end - start))).toBeLessThanOrEqual(
        LONGEST_SENTENCE,
      );
      for (const { words } of sentences) expect(/\p{Cs}/u.test(text.slice(...words))).toBe(false);
    }
  });
});
