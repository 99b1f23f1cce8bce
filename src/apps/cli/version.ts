import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package: this file lies in dist/src/apps/cli (or src/apps/cli in a test). */
export function packageRoot(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return join(here, here.includes(join('dist', 'src', 'apps')) ? '../../../..' : '../../..');
}

/** The version of the package. */
export function version(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return version;
}

// What stands above the reader cannot change a reading.
const ABOVE = ['apps', 'outputs', 'store', 'ledger', 'inputs', 'testing'];

/**
 * Names the reader: the package's version and a digest of all that a reading depends on, so that a ledger knows which
 * readings an older reader made, even between two versions.
 */
export function readerVersion(): string {
  const root = packageRoot();
  const hash = createHash('sha256');
  const sources = join(root, 'dist/src');
  const code = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js') && !entry.name.endsWith('.test.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !ABOVE.includes(relative(sources, path).split(/[/\\]/)[0] ?? ''));
  const data = ['dist/knowledge.json', 'dist/kernels.wasm', 'model/network.bin'].map((path) => join(root, path));
  for (const path of [...code, ...data].sort()) hash.update(relative(root, path)).update(readFileSync(path));
  return `${version()}+${hash.digest('hex').slice(0, 12)}`;
}
