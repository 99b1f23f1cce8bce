// Runs once before all tests: what a reader loads must be no older than its sources.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileKnowledge } from '../knowledge/compile.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kernels = join(root, 'src/network/kernels');

/** Compiles the network's kernels where they are missing or stale, and the knowledge afresh, into `dist/`. */
export function setup(): void {
  mkdirSync(join(root, 'dist'), { recursive: true });
  if (kernelsAreStale()) compileKernels();
  writeKnowledge();
}

function kernelsAreStale(): boolean {
  if (!existsSync(join(kernels, 'kernels.ts'))) return false;
  const config = JSON.parse(readFileSync(join(kernels, 'asconfig.json'), 'utf8')) as AscConfig;
  const built = join(root, config.options.outFile);
  if (!existsSync(built)) return true;
  const builtAt = statSync(built).mtimeMs;
  return readdirSync(kernels).some((name) => statSync(join(kernels, name)).mtimeMs > builtAt);
}

interface AscConfig {
  readonly options: { readonly outFile: string };
}

const compileKernels = (): unknown =>
  execFileSync(
    process.execPath,
    [
      'node_modules/assemblyscript/bin/asc.js',
      'src/network/kernels/kernels.ts',
      '--config',
      'src/network/kernels/asconfig.json',
    ],
    { cwd: root, stdio: 'inherit' },
  );

/**
 * Malformed knowledge fails the test that compiles it (tools/house/knowledge.test.ts), not every other one too: those go
 * on with the files that are well formed. Written beside and renamed, so that two runs at once never see half a file.
 */
function writeKnowledge(): void {
  const target = join(root, 'dist/knowledge.json');
  const beside = `${target}.${process.pid}`;
  writeFileSync(beside, JSON.stringify(compiledAsFarAsItGoes()));
  renameSync(beside, target);
}

function compiledAsFarAsItGoes(): unknown {
  try {
    return compileKnowledge(join(root, 'knowledge'));
  } catch (error) {
    if (!(error instanceof Error) || error.cause === undefined) throw error;
    console.error(error.message);
    return error.cause;
  }
}
