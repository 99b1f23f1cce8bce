import type { Predicate, RelationClaim } from '../document/claim.ts';
import { isRelation } from './standings.ts';
import { byPublication, compare, type Sourced } from './rows.ts';

const POSITIONS: ReadonlySet<Predicate> = new Set<Predicate>([
  'supports',
  'opposes',
  'interested-in',
  'seeks-to-join',
  'has-policy',
]);

/** Who stands where on what: one list for each holder, predicate and matter, its reports in order of publication. */
export function positionsOf(rows: readonly Sourced[]): readonly (readonly Sourced<RelationClaim>[])[] {
  const positions = new Map<string, Sourced<RelationClaim>[]>();
  for (const row of rows.filter(isRelation).sort(byPublication)) {
    const { subject, predicate, object } = row.claim;
    if (!POSITIONS.has(predicate)) continue;
    const key = [subject.name, predicate, object.name.toLowerCase()].join('\t');
    positions.set(key, [...(positions.get(key) ?? []), row]);
  }
  return [...positions].sort(([a], [b]) => compare(a, b)).map(([, found]) => found);
}
