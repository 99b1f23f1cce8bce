import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { know } from '../../src/testing/know.ts';
import { codebook } from './codebook.ts';

const root = join(import.meta.dirname, '../..');

it('has a heading for every type and mode, and a row for every status and predicate', () => {
  const page = codebook(know);
  for (const { id, modes } of know['ontology/plover']) {
    expect(page).toContain(`\n### ${id}\n`);
    for (const mode of modes) expect(page).toContain(`\n#### ${id} ${mode.id}\n`);
  }
  for (const { id } of [...know['ontology/statuses'], ...know['ontology/predicates'], ...know['ontology/sectors']])
    expect(page).toContain(`\n| \`${id}\` |`);
});

it('is written down as the knowledge now stands, its examples aside', () => {
  const bare = (page: string): string[] => page.split('\n').filter((line) => line !== '' && !line.startsWith('- “'));
  expect(bare(readFileSync(join(root, 'docs/codebook.md'), 'utf8'))).toEqual(bare(codebook(know)));
});
