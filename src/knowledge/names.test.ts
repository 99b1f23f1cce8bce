import { expect, test } from 'vitest';
import { know } from '../testing/know.ts';
import { namesOf } from './names.ts';

const names = namesOf(know);
const lengthOf = (text: string): number =>
  names.longest(
    text.split(' ').map((form) => ({ form })),
    0,
  )?.length ?? 0;

test('names in capitals are the names as written', () => {
  expect(lengthOf('NEW ZEALAND said')).toBe(2);
  expect(lengthOf('New Zealand said')).toBe(2);
  expect(lengthOf('BARACK OBAMA')).toBe(2);
  expect(names.exact('BARACK OBAMA')[0]?.actor.id).toBe('Barack Obama');
});

test('case tells names from words, and a name of several words from one', () => {
  expect(lengthOf('us')).toBe(0);
  expect(lengthOf('US')).toBe(1);
  expect(lengthOf('Pakistan is')).toBe(1);
});

test('a state is found by its code, and nothing else is', () => {
  expect(names.state('NZL')?.name).toBe('New Zealand');
  expect(names.state('aukus')).toBe(null);
});
