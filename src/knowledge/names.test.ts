import { expect, test } from 'vitest';
import { know } from '../testing/know.ts';
import { indexNames, type Names } from './names.ts';

const tokens = (text: string): readonly { readonly form: string }[] => text.split(' ').map((form) => ({ form }));
/** An index that has met nobody yet. */
const fresh = (): Names => indexNames({ ...know });
const lengthOf = (names: Names, text: string): number => names.longest(tokens(text), 0)?.length ?? 0;

test('what a name in capitals means does not depend on what was read before', () => {
  const holder = 'BARACK OBAMA';
  const alone = lengthOf(fresh(), holder);
  const after = fresh();
  for (const earlier of ['UNITED NATIONS COUNCIL', 'XYZZY QUUX', 'Angela Merkel']) lengthOf(after, earlier);
  expect(alone).toBe(2);
  expect(lengthOf(after, holder)).toBe(alone);
  expect(after.exact(holder)).toEqual(fresh().exact(holder));
});

test('names in capitals are the names as written', () => {
  expect(lengthOf(fresh(), 'NEW ZEALAND said')).toBe(2);
  expect(lengthOf(fresh(), 'New Zealand said')).toBe(2);
});
