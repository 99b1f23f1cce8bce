import type { Standing } from '../../document/reading.ts';
import type { Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Gazetteer, Hit, Known } from './gazetteer.ts';
import type { Locative } from './locative.ts';

/** A name of a place in a sentence: tokens `[from, to)`, what it may mean (none: no gazetteer has it), what stands behind its comma. */
export interface Toponym {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly places: readonly Known[];
  /** States' divisions among all that the name may mean, also where it means a city alone. */
  readonly divisions: readonly Known[];
  readonly within: Known | null;
  readonly stands: Standing;
  /** `likely`: a place only if the report names it elsewhere as one. */
  readonly trust: 'told' | 'likely';
}

export interface Means {
  readonly gazetteer: Gazetteer;
  readonly isLocative: (tree: Tree, index: number) => Locative | null;
  /** Nouns of areas and spots that carry names. */
  readonly areas: ReadonlySet<string>;
  /** Nouns of areas whose name means the area itself: "Kandahar city". */
  readonly parts: ReadonlySet<string>;
  /** Nouns of what states are divided into: "Kandahar province" is not the city. */
  readonly divisions: ReadonlySet<string>;
  /** Nouns of offices that only these have: "Georgia Governor". */
  readonly offices: ReadonlySet<string>;
  /** Lower-case names of months and weekdays. */
  readonly dates: ReadonlySet<string>;
}

/** A toponym of some tokens, of which the gazetteer has `hit`. */
export function named(
  tree: Tree,
  from: number,
  to: number,
  { hit, means }: { readonly hit: Hit | null; readonly means: Means },
): Toponym {
  const head = headOf(tree, from, to);
  const behind = tree.nodes[to]?.form === ',' ? means.gazetteer.longest(tree.nodes, to + 1) : null;
  const noun = (tree.nodes[to]?.form ?? '').toLowerCase();
  const all = hit?.places ?? [];
  const divided = means.divisions.has(noun) || means.offices.has(noun) || isDivided(tree, from, to, means);
  const places = divided ? partsOf(all) : behind === null ? narrowed(all) : withoutProvinces(all);
  const within = places.flatMap((place) =>
    (behind?.places ?? []).filter(
      (outer) =>
        (outer.sort === 'state' && outer.country === place.country && place.sort !== 'state') ||
        ((outer.sort === 'division' || outer.sort === 'county') &&
          outer.division === place.division &&
          (place.sort === 'town' || (place.sort === 'county' && outer.sort === 'division'))),
    ),
  );
  return {
    from,
    to,
    head,
    places,
    divisions: all.filter(({ sort }) => sort === 'division'),
    within: within[0] ?? null,
    trust: 'told',
    stands: means.isLocative(tree, head) === null ? 'named' : 'where',
  };
}

const isDivided = (tree: Tree, from: number, to: number, { divisions }: Means): boolean =>
  to > from + 1 && divisions.has(nodeAt(tree, to - 1).form.toLowerCase());

/** "Kandahar province", "Georgia Governor": what is a part of a state, else what is wider than a town. */
function partsOf(places: readonly Known[]): readonly Known[] {
  const wide = places.filter(({ sort }) => sort !== 'town');
  const parts = wide.filter(({ sort }) => sort !== 'state');
  return [parts, wide, places].find((some) => some.length > 0) ?? [];
}

/** A name that is a state's means the state, and no city or province in it: of "Mexico", "Luxembourg". */
function narrowed(places: readonly Known[]): readonly Known[] {
  const states = places.filter(({ sort }) => sort === 'state');
  return withoutProvinces(
    places.filter(({ sort, country }) => sort === 'state' || !states.some((state) => state.country === country)),
  );
}

/** A city that gives a province its name is meant by it. */
function withoutProvinces(places: readonly Known[]): readonly Known[] {
  const towns = places.filter(({ sort }) => sort === 'town');
  return places.filter(
    (place) => (place.sort !== 'division' && place.sort !== 'county') || !towns.some((town) => isMostly(place, town)),
  );
}

/** Is the province, for those who use its name, its city? */
const isMostly = (province: Known, town: Known): boolean =>
  (town.division === province.division || (town.country === province.country && isAround(province, town))) &&
  (town.population ?? 0) * MOSTLY > (province.population ?? 0);

const isAround = ({ coordinates: a }: Known, { coordinates: b }: Known): boolean =>
  a !== null && b !== null && Math.hypot(a[0] - b[0], a[1] - b[1]) < 1;

/** A province with fewer people than so many times its city's is mostly that city. */
const MOSTLY = 5;

function headOf(tree: Tree, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const { head } = nodeAt(tree, at);
    if (head < from || head >= to) return at;
  }
  return from;
}
