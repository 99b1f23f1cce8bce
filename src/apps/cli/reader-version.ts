import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageRoot } from '../../package.ts';
import { version } from './version.ts';

const DATA = [
  'dist/knowledge.json',
  'dist/tables.bin',
  'dist/kernels.wasm',
  'model/network.bin',
  'model/attributions.bin',
  'model/factuality.bin',
];

// What stands above the reader cannot change a reading.
const ABOVE = ['apps', 'outputs', 'store', 'ledger', 'inputs', 'testing'];

/**
 * Names the reader: the package's version and a digest of all that a reading depends on, so that a ledger knows which
 * readings an older reader made, even between two versions.
 * @param own digest of the user's own knowledge; null where there is none
 */
export function readerVersion(own: string | null): string {
  const root = packageRoot();
  const hash = createHash('sha256');
  const sources = join(root, 'dist/src');
  const code = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js') && !entry.name.endsWith('.test.js'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !ABOVE.includes(relative(sources, path).split(/[/\\]/)[0] ?? ''));
  const data = DATA.map((path) => join(root, path));
  for (const path of [...code, ...data].sort()) hash.update(relative(root, path)).update(readFileSync(path));
  if (own !== null) hash.update(own);
  return `${version()}+${hash.digest('hex').slice(0, 12)}`;
}
