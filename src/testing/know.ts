import { readFileSync } from 'node:fs';
import { loadKnowledge, type Knowledge } from '../knowledge/knowledge.ts';

/** The real knowledge, as the set-up compiled it before the tests. */
export const know: Knowledge = loadKnowledge(
  readFileSync(new URL('../../dist/knowledge.json', import.meta.url), 'utf8'),
);
