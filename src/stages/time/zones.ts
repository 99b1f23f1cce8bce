import { citiesOf } from '../../knowledge/rows.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Tree } from '../../document/tree.ts';

/** Hours east of Greenwich by the names of places. Standard time: an hour of summer time moves no day but at midnight. */
export interface Zones {
  readonly offsetOf: (name: string) => number | null;
  /** The offset of the state that a report names most; null where it names none. */
  readonly mostNamed: (trees: readonly Tree[]) => number | null;
}

export function zonesOf(know: Pick<Knowledge, 'actors/states' | 'places/cities'>): Zones {
  const byName = new Map<string, number>();
  const byWord = new Map<string, { state: string; utc: number }[]>();
  // The larger of two places that share a name speaks for it, and states for capitals.
  const cities = [...citiesOf(know)].sort((a, b) => a.population - b.population);
  for (const { name, also, utc } of cities) for (const it of [name, ...also]) byName.set(it.toLowerCase(), utc);
  for (const { name, also, adjectives, metonyms, capital, utc } of know['actors/states']) {
    if (utc === null) continue;
    for (const it of [name, ...also, ...(capital === null ? [] : [capital])]) byName.set(it.toLowerCase(), utc);
    for (const it of [name, ...also, ...adjectives, ...metonyms]) {
      const first = it.split(' ')[0] ?? it;
      byWord.set(first, [...(byWord.get(first) ?? []), { state: it, utc }]);
    }
  }
  return {
    offsetOf: (name) => byName.get(name.toLowerCase()) ?? byName.get(name.toLowerCase().replace(/,.*$/, '')) ?? null,
    mostNamed: (trees) => mostNamed(trees, byWord),
  };
}

function mostNamed(
  trees: readonly Tree[],
  byWord: ReadonlyMap<string, readonly { state: string; utc: number }[]>,
): number | null {
  const counts = new Map<number, number>();
  for (const { nodes } of trees)
    nodes.forEach((node, at) => {
      const name = byWord
        .get(node.form)
        ?.find(({ state }) => state.split(' ').every((word, step) => nodes[at + step]?.form === word));
      if (name !== undefined) counts.set(name.utc, (counts.get(name.utc) ?? 0) + 1);
    });
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
