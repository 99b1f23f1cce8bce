// Lints the meaning of knowledge/: `node dist/tools/tidy/tidy.js`; with --all it prints what is doubtful too.
import { join } from 'node:path';
import { readKnowledge } from '../../src/knowledge/compile.ts';
import type { Source } from '../../src/knowledge/knowledge.ts';
import { tidyActors } from './actors.ts';
import { show, type Finding } from './finding.ts';
import { tidyOffices } from './offices.ts';
import { tidyOntology } from './ontology.ts';

/** All that is wrong or doubtful in the knowledge, in the order of its files. Schemas have seen to the form already. */
export function tidy(know: Source): readonly Finding[] {
  return [...tidyActors(know), ...tidyOffices(know), ...tidyOntology(know)].sort((a, b) =>
    `${a.file} ${a.key}` < `${b.file} ${b.key}` ? -1 : 1,
  );
}

if (process.argv[1]?.endsWith('tidy.js')) {
  const root = new URL('../../../', import.meta.url).pathname;
  const findings = tidy(readKnowledge(join(root, 'knowledge')));
  const bad = findings.filter(({ weight }) => weight === 'wrong');
  for (const finding of process.argv.includes('--all') ? findings : bad) console.log(show(finding));
  console.log(`${bad.length} wrong, ${findings.length - bad.length} doubtful`);
  process.exitCode = bad.length > 0 ? 1 : 0;
}
