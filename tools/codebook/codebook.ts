// Writes docs/codebook.md from knowledge/: `node dist/tools/codebook/codebook.js`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { openKnowledge } from '../../src/open.ts';

type Rule = Knowledge['languages/en/events/*'][number];
type Type = Knowledge['ontology/plover'][number];

const QUADS = ['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict'] as const;

/** The code book in Markdown: every event type with modes and examples, statuses, predicates, sectors, contexts. */
export function codebook(know: Knowledge): string {
  const rules = know['languages/en/events/*'];
  const table = (head: string, rows: readonly string[]): string[] => [
    head,
    head.replace(/[^|]+/g, ' --- '),
    ...rows,
    '',
  ];
  return [
    '# Code book',
    '',
    'Generated from `knowledge/` by `node dist/tools/codebook/codebook.js`; edit the knowledge, not this page.',
    'Event types and modes are those of PLOVER (manual draft 2.0), told in our own words. A type names the act itself;',
    'what became of it is its [status](#statuses). Examples are those of the rules that code the type, and are run as tests.',
    '',
    '## Event types',
    '',
    ...know['ontology/plover'].flatMap((type) =>
      typeSection(
        type,
        rules.filter((rule) => rule.type === type.id),
      ),
    ),
    '## Statuses',
    '',
    ...table(
      '| status | the report presents the act as |',
      know['ontology/statuses'].map(({ id, definition }) => `| \`${id}\` | ${definition} |`),
    ),
    '## Predicates',
    '',
    ...table(
      '| predicate | subject | object | meaning |',
      know['ontology/predicates'].map(
        (one) => `| \`${one.id}\` | ${one.subject} | ${one.object} | ${one.definition} |`,
      ),
    ),
    '## Sectors',
    '',
    ...table(
      '| sector | name | who |',
      know['ontology/sectors'].map((one) => `| \`${one.id}\` | ${one.name} | ${one.definition} |`),
    ),
    '## Contexts',
    '',
    ...table(
      '| context | about |',
      know['ontology/contexts'].map(({ id, definition }) => `| \`${id}\` | ${definition} |`),
    ),
  ].join('\n');
}

function typeSection(type: Type, rules: readonly Rule[]): string[] {
  const quad = QUADS[type.quad - 1] ?? '';
  return [
    `### ${type.id}`,
    '',
    type.definition,
    '',
    `Class ${type.quad}, ${quad}. CAMEO ${type.cameo.join(', ')}; Goldstein ${type.goldstein.toFixed(1)}.`,
    '',
    ...examples(rules.filter(({ mode }) => mode === null)),
    ...type.modes.flatMap((mode) => [
      `#### ${type.id} ${mode.id}`,
      '',
      mode.definition,
      '',
      ...examples(rules.filter((rule) => rule.mode === mode.id)),
    ]),
  ];
}

/** The first example of each rule, with the rule that codes it; three rules at most. */
function examples(rules: readonly Rule[]): string[] {
  const lines = rules.slice(0, 3).flatMap(({ id, examples: [first] }) => {
    if (first === undefined) return [];
    const who = [first.actors.join(', ') || '–', first.recipients.join(', ') || '–'].join(' → ');
    return [`- “${first.text}” ${who} (\`${id}\`)`];
  });
  return lines.length > 0 ? [...lines, ''] : [];
}

if (process.argv[1]?.endsWith('codebook.js')) {
  const root = new URL('../../../', import.meta.url).pathname;
  writeFileSync(join(root, 'docs/codebook.md'), codebook(openKnowledge()));
}
