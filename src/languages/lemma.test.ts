import { describe, expect, it } from 'vitest';
import { cases } from '../testing/cases.ts';
import { know } from '../testing/know.ts';
import { english } from './en.ts';

const { lemma } = english(know);

cases(import.meta.url, 'lemma.cases.txt', (input) =>
  input
    .split(/\s+/)
    .map((word) => {
      const slash = word.lastIndexOf('/');
      return lemma(word.slice(0, slash), word.slice(slash + 1));
    })
    .join(' '),
);

describe('lemma', () => {
  it('tells the auxiliaries that share a clitic by the word they help', () => {
    expect(lemma("'s", 'VBZ', 'VBN')).toBe('have');
    expect(lemma('’s', 'VBZ', 'VBG')).toBe('be');
    expect(lemma("'d", 'VBD')).toBe('have');
  });
});
