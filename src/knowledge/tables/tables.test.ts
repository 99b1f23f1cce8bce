import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut, openTables, type Entry, type Tables } from './tables.ts';

const opened = (entries: readonly Entry[]): Tables => {
  const file = layOut(entries);
  return openTables((from, length) => file.subarray(from, from + length));
};
const key = fc.string({ unit: 'grapheme', maxLength: 12 });

test('every key laid out is found with its row, and no other key is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(key), key, (keys, other) => {
      const tables = opened([
        ...keys.map((one, at) => ['surname', one, [at]] as const),
        ...keys.map((one) => ['given', one, one.length] as const),
      ]);
      keys.forEach((one, at) => expect(tables.surname(one)).toEqual([at]));
      keys.forEach((one) => expect(tables.given(one)).toBe(one.length));
      expect(tables.surname(other) !== null).toBe(keys.includes(other));
      expect(tables.term(other)).toBe(null);
    }),
  );
});

test('rows keep any text', () => {
  const actor = { id: 'x', name: 'Erdoğan\t"\n🕊', kind: 'person', country: null, sector: null, as: null } as const;
  expect(opened([['actor', 'x', actor]]).actor('x')).toEqual(actor);
});

test('a key that stands twice is refused by name', () => {
  expect(() =>
    layOut([
      ['given', 'Ana', 2],
      ['given', 'Ana', 3],
    ]),
  ).toThrow('given/Ana');
});
