import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Tree } from '../../document/tree.ts';

/** Hours east of Greenwich by the names of places. Standard time: an hour of summer time moves no day but at midnight. */
export interface Zones {
  readonly offsetOf: (name: string) => number | null;
  /** The offset of the state that a report names most; null where it names none. */
  readonly mostNamed: (trees: readonly Tree[]) => number | null;
}

/** Opens the zones; a state speaks for its capital. */
export function zonesOf(know: Pick<Knowledge, 'actors/states' | 'tables'>): Zones {
  const byName = new Map<string, number>();
  const byWord = new Map<string, { state: string; utc: number }[]>();
  for (const { name, also, adjectives, metonyms, capital, utc } of know['actors/states']) {
    if (utc === null) continue;
    for (const it of [name, ...also, ...(capital === null ? [] : [capital])]) byName.set(it.toLowerCase(), utc);
    for (const it of [name, ...also, ...adjectives, ...metonyms]) {
      const first = it.split(' ')[0] ?? it;
      byWord.set(first, [...(byWord.get(first) ?? []), { state: it, utc }]);
    }
  }
  const offsetOf = (key: string): number | null => byName.get(key) ?? know.tables.town(key)?.[1] ?? null;
  return {
    offsetOf: (name) => offsetOf(name.toLowerCase()) ?? offsetOf(name.toLowerCase().replace(/,.*$/, '')),
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
