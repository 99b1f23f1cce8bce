// Runs once before all tests: what a reader loads must be no older than its sources.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import type { Source } from '../knowledge/knowledge.ts';
import { saySkipped } from './server.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kernels = join(root, 'src/network/kernels');

/** Says what is not tested here, and compiles into `dist/` what a reader loads, where it is missing or older than its sources. */
export async function setup(): Promise<void> {
  saySkipped();
  mkdirSync(join(root, 'dist'), { recursive: true });
  if (existsSync(join(kernels, 'kernels.ts')) && isStale(kernelsTarget(), [kernels])) compileKernels();
  if (isStale(knowledgeTarget, [join(root, 'knowledge'), join(root, 'src/knowledge')])) await compile();
}

const knowledgeTarget = join(root, 'dist/knowledge.json');

/** Also where files were taken away: their folder is then newer. */
function isStale(target: string, folders: readonly string[]): boolean {
  if (!existsSync(target)) return true;
  const built = statSync(target).mtimeMs;
  const sources = folders.flatMap((folder) => [
    folder,
    ...readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
  ]);
  return sources.some((source) => statSync(source).mtimeMs > built);
}

function kernelsTarget(): string {
  const config = JSON.parse(readFileSync(join(kernels, 'asconfig.json'), 'utf8')) as AscConfig;
  return join(root, config.options.outFile);
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

/** Malformed knowledge fails the test that reads it (tools/house/knowledge.test.ts), not every other one too: those go on with the files that are well formed. */
async function compile(): Promise<void> {
  // Loaded only when it is needed: the schemas are slow to load, and most runs find the knowledge fresh.
  const { readKnowledge, compileKnowledge } = await import('../knowledge/compile.ts');
  compileKnowledge(readAsFarAsItGoes(readKnowledge), join(root, 'dist'));
}

function readAsFarAsItGoes(read: (folder: string) => Source): Source {
  try {
    return read(join(root, 'knowledge'));
  } catch (error) {
    if (!(error instanceof Error) || error.cause === undefined) throw error;
    console.error(error.message);
    return error.cause as Source;
  }
}
