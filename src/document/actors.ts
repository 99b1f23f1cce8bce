import type { Actor } from './claim.ts';

/** People and bodies once each, in the order given. */
export function distinct(actors: readonly Actor[]): readonly Actor[] {
  const seen = new Set<string>();
  return actors.filter(({ id }) => !seen.has(id) && seen.add(id) !== null);
}
