import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { visibleName } from '../../outputs/visible.ts';
import { packageRoot } from '../../package.ts';
import { EXIT, Failure, say } from './streams.ts';

/** Knowledge of one's own, laid over that of the package and compiled. */
export interface OwnKnowledge {
  /** Folder of knowledge.json and tables.bin. */
  readonly compiled: string;
  /** Names what went in. */
  readonly digest: string;
}

/** Where compiled knowledge is kept, in the folder that it was made of. */
const KEPT = '.compiled';

/**
 * Compiles a folder of one's own over the knowledge of the package, once for each state of both. The compiler is a process of its
 * own, so that a reader never loads it. Fails with file, line and key where something is malformed.
 */
export function ownKnowledge(given: string): OwnKnowledge {
  const folder = resolve(given);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Failure(
      `${visibleName(folder)} is no folder: --knowledge takes a folder laid out like knowledge/`,
      EXIT.usage,
    );
  const digest = digestOf(folder);
  const compiled = join(folder, KEPT, digest);
  if (!existsSync(join(compiled, 'knowledge.json'))) {
    say(`chancery: compiling ${visibleName(folder)} …`);
    compile(folder, compiled);
    for (const old of readdirSync(join(folder, KEPT)))
      if (old !== digest) rmSync(join(folder, KEPT, old), { recursive: true, force: true });
  }
  return { compiled, digest };
}

function compile(folder: string, compiled: string): void {
  try {
    mkdirSync(compiled, { recursive: true });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Failure(
      `cannot keep the compiled knowledge in ${visibleName(compiled)} (${String(error.code)}): let somebody who may write there run this once`,
    );
  }
  const compiler = join(packageRoot(), 'dist/src/knowledge/compile.js');
  const { status, stderr } = spawnSync(process.execPath, [compiler, folder, compiled], { encoding: 'utf8' });
  if (status === 0) return;
  rmSync(compiled, { recursive: true, force: true });
  throw new Failure(stderr.trim());
}

/** A digest of the files of a folder and of which knowledge the package was built with. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of ['knowledge.json', 'tables.bin']) {
    const { size, mtimeMs } = statSync(join(packageRoot(), 'dist', file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|tsv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`${relative(folder, file)}\n`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
