import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge, type Knowledge } from '../knowledge/knowledge.ts';
import { packageRoot } from '../open.ts';

/** The real knowledge, as the set-up compiled it before the tests. */
export const know: Knowledge = loadKnowledge(readFileSync(join(packageRoot(), 'dist/knowledge.json'), 'utf8'));
