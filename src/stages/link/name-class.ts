import type { Mention } from '../../document/reading.ts';
import { wordsAt, type Span } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';

/** What the network takes a name for; null where it sees no name of these. */
export type NameClass = 'person' | 'organisation' | 'place' | null;

/** What the network takes each name of a report for: what most words of the name, in most of its mentions, say. */
export function nameClasses(
  text: string,
  trees: readonly Tree[],
  mentions: readonly Mention[],
): (name: string) => NameClass {
  const votes = new Map<string, Map<NameClass, number>>();
  for (const { name, at } of mentions) {
    const tree = trees[at.sentence];
    if (name === null || tree === undefined) continue;
    const key = wordsAt(text, name);
    const counts = votes.get(key) ?? new Map<NameClass, number>();
    const voted = classOf(tree, name);
    counts.set(voted, (counts.get(voted) ?? 0) + 1);
    votes.set(key, counts);
  }
  return (name) => most(votes.get(name) ?? new Map<NameClass, number>());
}

function classOf(tree: Tree, [start, end]: Span): NameClass {
  const counts = new Map<NameClass, number>();
  for (const { words, name } of tree.nodes) {
    if (words[0] >= end) break;
    if (words[0] < start) continue;
    const voted = CLASSES[name.slice(2)] ?? null;
    counts.set(voted, (counts.get(voted) ?? 0) + 1);
  }
  return most(counts);
}

const CLASSES: Readonly<Record<string, NameClass>> = { person: 'person', organisation: 'organisation', place: 'place' };

/** The class of more than half of the votes; null where none has so many. */
function most(counts: ReadonlyMap<NameClass, number>): NameClass {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts].find(([, count]) => count * 2 > all)?.[0] ?? null;
}
