// Runs the built command as users run it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const relate = (
  input: string,
  ...words: readonly string[]
): { out: readonly string[]; err: string; code: number | null } => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/bin/chancery.cjs', 'relate', ...words], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  return { out: stdout.trimEnd().split('\n'), err: stderr, code: status };
};
const types = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.split('\t').slice(0, 3).join(' '));

test('relate tells the act between two marked participants, a line for each', () => {
  const { out, code } = relate(
    [
      '<s>Fiji</s> has recalled its envoy from <t>Tonga</t>.',
      '<t>Tonga</t> was praised by <s>Fiji</s>.',
      '<s>Fiji</s> will lift the ban on flights from <t>Tonga</t>.',
      '<s>Fiji</s> lies west of <t>Tonga</t>.',
    ].join('\n'),
  );
  expect(types(out)).toEqual(['SANCTION withdraw 4', 'SUPPORT - 1', 'AGREE - 1', '- - -']);
  expect(code).toBe(0);
});

test('relate --force never abstains', () => {
  expect(types(relate('<s>Fiji</s> lies west of <t>Tonga</t>.', '--force').out)).not.toContain('- - -');
});

test('relate reads tables by the name of the column, and names lines that it refuses', () => {
  const { out, err, code } = relate(
    'id\tmarked_sentence\n1\t<s>Fiji</s> thanked <t>Tonga</t>.\n2\tnobody\n',
    '--from',
    'tsv',
  );
  expect([types(out), err.includes('line 3'), code]).toEqual([['SUPPORT - 1', '- - -'], true, 3]);
  const wrong = relate('id\tsentence\n', '--from', 'tsv');
  expect([wrong.err.includes('marked_sentence'), wrong.code]).toEqual([true, 1]);
});
