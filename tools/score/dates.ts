import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { meantimeScore } from './dates-meantime.ts';
import { recognizersScore } from './dates-recognizers.ts';
import type { Score } from './kind.ts';

/**
 * Expressions of time: MEANTIME files (`.xml`) as TempEval-3 measures them, cases of Recognizers-Text (`.json`) by their share
 * right. Of either a fifth stays unread: it has its own figure, and no misses of it are listed.
 */
export function scoreDates(paths: readonly string[]): Score {
  const files = paths.flatMap(filesIn);
  const scores = [
    meantimeScore(files.filter((path) => path.endsWith('.xml'))),
    recognizersScore(files.filter((path) => path.endsWith('.json'))),
  ].filter((score) => score !== null);
  return {
    json: Object.assign({}, ...scores.map(({ json }) => json)) as Score['json'],
    table: scores.flatMap(({ table }) => table),
    misses: scores.flatMap(({ misses }) => misses),
  };
}

const filesIn = (path: string): readonly string[] =>
  /\.(?:xml|json)$/.test(path)
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:xml|json)$/.test(name))
        .map((name) => join(path, name))
        .sort();
