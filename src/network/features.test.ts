import { describe, expect, test } from 'vitest';
import { wordFeatures } from './features.ts';

// training/train.cpp prints the same with `features=WORD`.
describe('word features', () => {
  test.each([
    ['Said', 'said'],
    ['1,250', '0,000'],
    ['n’t', "n't"],
    ['``', '"'],
    ['”', '"'],
    ['ÉLYSÉE', 'élysée'],
    ['Łódź', 'łódź'],
    ['МОСКВА', 'москва'],
    ['…', '...'],
  ])('%s has the key %s', (token, key) => {
    expect(wordFeatures(token, 16384).key).toBe(key);
  });

  test('are as many as fit', () => {
    expect(wordFeatures('negotiated', 16384).buckets.length).toBe(11);
    expect(wordFeatures('a', 16384).buckets.length).toBe(4);
    expect(wordFeatures('', 16384).buckets.length).toBe(2);
    expect(wordFeatures('x'.repeat(100_000), 16384)).toEqual(wordFeatures('x'.repeat(80), 16384));
  });

  test('are the numbers that the trainer makes', () => {
    expect(wordFeatures('Zürich', 16384).buckets).toEqual([
      16154, 6512, 3476, 5647, 15546, 5274, 1976, 15552, 15675, 1861, 9400,
    ]);
    expect(wordFeatures('U.S.', 16384).buckets).toEqual([10727, 10684, 9266, 4475, 7005, 748, 7087, 11689, 4793, 7553]);
  });
});
