import { expect, it } from 'vitest';
import type { Claim } from '../../src/document/claim.ts';
import { compareReadings } from './compare.ts';

const relation = (words: readonly [number, number], object: string): Claim => ({
  id: `${words.join('-')} ${object}`,
  kind: 'relation',
  words,
  also: [],
  quote: 'words',
  voice: [],
  statement: null,
  confidence: 1,
  because: [],
  subject: { name: 'Sweden' },
  predicate: 'member-of',
  object: { name: object },
  qualifiers: {},
});
const reading = (...claims: readonly Claim[]) => ({ report: { id: 'r' }, claims });

it('tells what was gained, lost, and changed on the same words', () => {
  const before = reading(relation([0, 5], 'the EU'), relation([9, 14], 'NATO'), relation([20, 25], 'the UN'));
  const after = reading(relation([0, 5], 'the EU'), relation([9, 14], 'the OSCE'), relation([30, 35], 'the IMF'));
  const { gained, lost, changed } = compareReadings([before], [after]);
  expect(gained.map((line) => line.slice(0, 40))).toEqual(['r: relation member-of | Sweden → the IMF']);
  expect(lost.map((line) => line.slice(0, 39))).toEqual(['r: relation member-of | Sweden → the UN']);
  expect(changed).toHaveLength(1);
});

it('counts equal claims', () => {
  const twice = reading(relation([0, 5], 'the EU'), relation([0, 5], 'the EU'));
  const { gained, lost, changed } = compareReadings([twice], [reading(relation([0, 5], 'the EU'))]);
  expect([gained.length, lost.length, changed.length]).toEqual([0, 1, 0]);
});
