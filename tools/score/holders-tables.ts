import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTable } from '../../src/knowledge/parsed.ts';
import { holders } from '../../src/knowledge/holders.ts';
import type { Source } from '../../src/knowledge/knowledge.ts';
import { layOut, openTables } from '../../src/knowledge/tables/tables.ts';
import { tabulateTerms } from '../../src/knowledge/tables/terms.ts';
import { packageRoot } from '../../src/package.ts';
import { holdersIn, type Holders } from '../../src/stages/link/holders.ts';

export type Terms = Source['offices/holders'];
export type Fact = 'wikidata' | 'reign';

/** The terms of office that the build script makes of one source alone, or of all but one. @param leaders folder of its lists */
export function termsFrom(leaders: string, use: '--only' | '--without', source: Fact): Terms {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-terms-'));
  const file = join(folder, 'holders.tsv');
  try {
    const script = join(packageRoot(), 'tools/knowledge/holders.mjs');
    execFileSync(process.execPath, [script, leaders, use, source, '--out', file], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return holders.parse(parseTable(readFileSync(file, 'utf8')).value);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The reader's own look-up over some terms of office. */
export function lookUpIn(know: Source, terms: Terms): Holders {
  const file = layOut(tabulateTerms({ ...know, 'offices/holders': terms, 'offices/organisation-heads': [] }));
  const tables = openTables((from, length) => file.subarray(from, from + length));
  return holdersIn(tables, { articled: new Set(), styles: new Set() });
}
