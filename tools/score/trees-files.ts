import { join } from 'node:path';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { sentencesOf } from '../../src/stages/split/split.ts';
import { tokensOf } from '../../src/stages/tokenise/tokenise.ts';
import { open } from '../../src/open.ts';
import type { Score } from './kind.ts';
import { scoreTrees } from './trees.ts';

/** Scores the network against CoNLL-U files or folders of them, as one corpus. */
export function treesScore(paths: readonly string[]): Score {
  const conllu = paths
    .flatMap((path) => (statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]))
    .filter((path) => path.endsWith('.conllu'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n\n');
  const { network, language } = open();
  const tokensIn = tokensOf(language);
  const segment = (text: string) =>
    sentencesOf(text, [], language).map((sentence) => tokensIn(text, sentence).map(({ words }) => words));
  return { json: { ...scoreTrees(conllu, network, segment) }, table: [], misses: [] };
}
