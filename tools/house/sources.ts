import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Source {
  /** From the root, with slashes: "src/stages/time/time.ts". */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** A path from the root, or the name of a package: "src/pipe.ts", "node:fs", "zod". */
  readonly from: string;
  /** Leaves nothing behind at run time. */
  readonly typeOnly: boolean;
}

/** All TypeScript sources under a folder of the repository, but the network's kernels, which are another language. */
export const sourcesUnder = (folder: string): readonly Source[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('network/kernels'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

export const isTest = (path: string): boolean =>
  path.endsWith('.test.ts') ||
  path.startsWith('src/testing/') ||
  path.includes('/fixture') ||
  path.startsWith('tools/');

/** import type { Span } from './span.ts'; export { a } from "b"; import './c.ts' */
const STATIC = /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'"();=]*?\sfrom\s+)?['"](?<from>[^'"]+)['"]/gm;
/** await import('./d.ts') */
const DYNAMIC = /\bimport\(\s*['"](?<from>[^'"]+)['"]/g;

export const importsOf = ({ path, text }: Source): readonly Import[] =>
  [...text.matchAll(STATIC), ...text.matchAll(DYNAMIC)].map(({ groups }) => ({
    from: resolved(path, groups?.['from'] ?? ''),
    typeOnly: groups?.['type'] !== undefined,
  }));

function resolved(path: string, from: string): string {
  if (!from.startsWith('.')) return from;
  return relative(root, join(root, path, '..', from)).replaceAll('\\', '/');
}
