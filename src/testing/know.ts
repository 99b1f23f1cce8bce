import type { Knowledge } from '../knowledge/knowledge.ts';
import { openKnowledge } from '../open.ts';

/** The real knowledge, as the set-up compiled it before the tests. */
export const know: Knowledge = openKnowledge();
