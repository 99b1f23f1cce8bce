// What a change of rules does: claims gained, lost and changed in the samples or in any reports, against another commit.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareReadings, type ReadingLine } from './compare.ts';

const USAGE = `npm run -s diff -- [PATH…] [--against COMMIT|SNAPSHOT] [--save SNAPSHOT]
  PATH defaults to samples, COMMIT to HEAD; a snapshot is a file that --save has written.
  npm run -s diff                                   what the working tree changes in the samples
  npm run -s diff -- reports/ --save before.jsonl   keep what is read now
  npm run -s diff -- reports/ --against before.jsonl`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' }, save: { type: 'string' }, help: { type: 'boolean' } },
});
const root = process.cwd();
const paths = (positionals.length > 0 ? positionals : ['samples']).map((path) => resolve(path));

if (values.help === true) console.log(USAGE);
else if (values.save !== undefined) writeFileSync(values.save, readWith(root));
else report(readingsIn(before(values.against ?? 'HEAD')), readingsIn(readWith(root)));

function before(against: string): string {
  return existsSync(against) ? readFileSync(against, 'utf8') : readWithCommit(against);
}

/** Everything the program of a folder reads in the paths, as JSON lines. */
function readWith(folder: string): string {
  const command = [join(folder, 'dist/bin/chancery.cjs'), 'read', '--json', ...paths];
  return execFileSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 2 ** 30 });
}

/** Builds the commit in a folder of its own, with the packages that are installed here. */
function readWithCommit(commit: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-diff-'));
  try {
    execFileSync('git', ['worktree', 'add', '--quiet', '--detach', folder, commit], { stdio: 'inherit' });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    execFileSync(process.execPath, ['build.mjs'], { cwd: folder, stdio: 'inherit' });
    return readWith(folder);
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function readingsIn(lines: string): readonly ReadingLine[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReadingLine);
}

function report(old: readonly ReadingLine[], now: readonly ReadingLine[]): void {
  const { gained, lost, changed } = compareReadings(old, now);
  for (const line of lost) console.log(`- ${line}`);
  for (const line of gained) console.log(`+ ${line}`);
  for (const [was, is] of changed) console.log(`~ ${was}\n  ${is}`);
  console.log(`${gained.length} gained, ${lost.length} lost, ${changed.length} changed in ${now.length} reports`);
}
