import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../src/knowledge/parsed.ts';
import { states, type State } from '../../src/knowledge/states.ts';
import { packageRoot } from '../../src/package.ts';
import { fold } from './fold.ts';

/** States and territories by their codes, and their codes by the names that lists give them. */
export interface States {
  readonly get: (code: string) => State | null;
  readonly codeOf: (name: string) => string | null;
}

/** Reads knowledge/actors/states.yaml. */
export function readStates(): States {
  const all = states.parse(parseYaml(readFileSync(join(packageRoot(), 'knowledge/actors/states.yaml'), 'utf8')).value);
  const byCode = new Map(all.map((state) => [state.id, state]));
  const codes = new Map(all.flatMap(({ id, name, also }) => [name, ...also].map((one) => [slug(one), id] as const)));
  return { get: (code) => byCode.get(code) ?? null, codeOf: (name) => codes.get(slug(name)) ?? null };
}

/** "The Bahamas" → "bahamas", "Trinidad & Tobago" → "trinidad-and-tobago". */
const slug = (name: string): string =>
  fold(name)
    .toLowerCase()
    .replace(/^the /, '')
    .replaceAll('&', 'and')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
