import type { Known } from '../../knowledge/names.ts';
import type { Facts, Scene } from './facts.ts';
import type { Gazetteer, Home } from './home.ts';

/**
 * A name that a state shares with another country's province is the province's where the report is that country's or names its towns
 * beside it, and nothing else in the report is of the state: no adjective, no capital, no full name.
 */
export function isProvince(
  { actor, form }: Known,
  facts: Facts,
  { scene, home, places }: { readonly scene: Scene; readonly home: Home; readonly places: Gazetteer },
): boolean {
  if (actor.kind !== 'state' || form !== 'name') return false;
  if (townIn(facts, scene, places) !== null) return true;
  const country = places.provinceOf(facts.name ?? '');
  if (country === null || country === actor.country) return false;
  const ofState = (other: Facts): boolean =>
    other.name !== facts.name && other.known.some((known) => known.actor.id === actor.id);
  if (scene.facts.some(ofState)) return false;
  return home.dated === country || isBesideTowns(facts, country, places);
}

/** "in Atlanta, Georgia", "Georgia and Arizona": another place of that country stands in the same sentence. */
const isBesideTowns = ({ tree, name }: Facts, country: string, places: Gazetteer): boolean =>
  tree.nodes.some(
    ({ form, upos }) =>
      upos === 'PROPN' && form !== name && places.countryOf(form) === country && !places.isRegion(form),
  );

/** The country of the town that "Lebanon, Ohio" means: another country's province stands behind the state's name; null where none does. */
export function townIn(facts: Facts, scene: Scene, places: Gazetteer): string | null {
  const outer = facts.head.children
    .filter((child) => child === facts.to + 1 && BEHIND.has(facts.tree.nodes[child]?.label ?? ''))
    .map((child) => scene.at(facts.mention.at.sentence, child)?.name ?? null)
    .find((name) => name !== null);
  const country = facts.tree.nodes[facts.to]?.form === ',' && outer != null ? places.provinceOf(outer) : null;
  const isOther = facts.known.every(({ actor }) => actor.country !== country);
  // "Spain, Catalonia and France" are three, "Jordan, Georgia" two states.
  return isOther && outer != null && places.countryOf(outer) === country ? country : null;
}

const BEHIND = new Set(['appos', 'nmod:unmarked']);
