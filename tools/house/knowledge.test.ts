import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readKnowledge } from '../../src/knowledge/compile.ts';
import { root } from './sources.ts';

it('knowledge is well formed', () => {
  expect(Object.keys(readKnowledge(join(root, 'knowledge'))).length).toBeGreaterThan(0);
});
