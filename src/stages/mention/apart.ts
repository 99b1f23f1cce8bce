import type { Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Language } from '../../languages/language.ts';
import type { Chunk } from './chunk.ts';

/**
 * Parts cores in which the parser took two participants for one: before "and" stands a noun of agents, behind it what begins a phrase of
 * its own: "the Turkish military and Syrian rebels", but not "the Interior and Defence ministers".
 */
export function apart(chunks: readonly Chunk[], tree: Tree, { agents }: Language): readonly Chunk[] {
  return chunks.flatMap((chunk) => {
    for (let at = chunk.head - 2; at > chunk.from; at--) {
      if (nodeAt(tree, at).upos !== 'CCONJ') continue;
      const before = agents.endingAt(tree.nodes, at - 1);
      const between = chunk.head - at - 1;
      if (before === null || before.from === chunk.from || between < 1 || !isNational(tree, at + 1)) continue;
      return [
        { from: chunk.from, to: at, head: at - 1 },
        { ...chunk, from: at + 1 },
      ];
    }
    return [chunk];
  });
}

/** "Syrian rebels": an adjective with a capital. */
const isNational = (tree: Tree, at: number): boolean =>
  nodeAt(tree, at).upos === 'ADJ' && /^\p{Lu}/u.test(nodeAt(tree, at).form);
