import { expect, test } from 'vitest';
import { openKnowledge } from '../../open.ts';
import { contextsBy } from './contexts.ts';

const contexts = openKnowledge()['languages/en/contexts'];
const contextsOf = contextsBy(contexts);

for (const { id, examples, 'but not': others } of contexts)
  test(`${id}: its examples stand in it, and what is said not to does not`, () => {
    for (const one of examples) expect(contextsOf([one]), one).toContain(id);
    for (const one of others) expect(contextsOf([one]), one).not.toContain(id);
  });

test('an act stands in several contexts, told by any of its reports, and in none where no word tells one', () => {
  expect(contextsOf(['Hackers broke in.', 'The foreign ministry’s network was down.'])).toEqual([
    'diplomatic',
    'cyber',
  ]);
  expect(contextsOf(['They spoke for an hour.'])).toEqual([]);
});
