import type { Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Title } from '../../languages/titles.ts';
import type { Chunk } from './chunk.ts';
import type { Hit } from './phrase.ts';
import { type Range, isNamePart } from './proper.ts';
import { reachOf } from './reach.ts';

/**
 * Chunks as names and titles correct them: a known name or a title that the tree split draws its phrases together, and a
 * title takes in the name that follows it.
 */
export function joined(
  chunks: readonly Chunk[],
  tree: Tree,
  hits: readonly Hit[],
  titles: readonly Title[],
): readonly Chunk[] {
  const reaching = titles.map((title) => reachingOut(title, tree, hits));
  const wholes: readonly Range[] = [...hits, ...reaching].filter((whole) => whole.to - whole.from > 1);
  const result: Chunk[] = [];
  for (const chunk of chunks) {
    const last = result.at(-1);
    if (last !== undefined && last.from <= chunk.from && chunk.to <= last.to && !endsInClitic(tree, chunk, last))
      continue;
    // Two cores that overlap in part: the first ends where the second begins.
    if (
      last !== undefined &&
      last.from < chunk.from &&
      chunk.from < last.to &&
      last.to < chunk.to &&
      last.head < chunk.from
    )
      result[result.length - 1] = { ...last, to: chunk.from };
    const whole = wholes.find(
      (one) => one.from < chunk.to && chunk.from < one.to && (one.from < chunk.from || one.to > chunk.to),
    );
    const grown = whole === undefined ? chunk : stretch(chunk, whole, tree);
    if (last !== undefined && shouldJoin(last, grown, tree, reaching, wholes)) {
      const range = { from: Math.min(last.from, grown.from), to: Math.max(last.to, grown.to) };
      result[result.length - 1] = { ...range, head: topOf(tree, range) };
    } else result.push(grown);
  }
  return result;
}

/** A title with the phrase that divides it from its bearer; one that holds a phrase also has what stands before it ("the UN envoy in Chad"). */
function reachingOut(title: Title, tree: Tree, hits: readonly Hit[]): Range {
  const to = reachOf(title, tree, hits);
  let { from } = title;
  const belongs = (at: number): boolean => {
    const { head, label } = nodeAt(tree, at);
    return head >= at && head < title.to && !label.startsWith('nmod:poss') && label !== 'case';
  };
  const phrased = tree.nodes.slice(from, to).some(({ upos }) => upos === 'ADP');
  if (phrased) while (from > 0 && belongs(from - 1)) from--;
  return { from, to };
}

/** A possessor stays a phrase of its own inside another: what follows it is "'s" or an apostrophe. */
const endsInClitic = (tree: Tree, inner: Chunk, outer: Chunk): boolean =>
  inner.head !== outer.head && (tree.nodes[inner.head]?.label === 'nmod:poss' || tree.nodes[inner.to]?.xpos === 'POS');

const stretch = (chunk: Chunk, whole: Range, tree: Tree): Chunk => {
  const range = { from: Math.min(chunk.from, whole.from), to: Math.max(chunk.to, whole.to) };
  return { ...range, head: topOf(tree, range) };
};

function shouldJoin(a: Chunk, b: Chunk, tree: Tree, titles: readonly Range[], wholes: readonly Range[]): boolean {
  if (b.from < a.to) return !(b.to <= a.to) && wholes.some((whole) => whole.from < a.to && b.from < whole.to);
  if (b.from !== a.to) return false;
  const title = titles.find((one) => one.to === a.to && one.from >= a.from);
  const first = tree.nodes[b.from];
  return title !== undefined && first !== undefined && first.upos === 'PROPN' && isNamePart(first);
}

/** The node of a range whose governor lies outside it: where the rest of the sentence takes hold of it. */
export function topOf(tree: Tree, { from, to }: Range): number {
  for (let at = from; at < to; at++) {
    const node = nodeAt(tree, at);
    if ((node.head < from || node.head >= to) && node.upos !== 'PUNCT' && node.upos !== 'ADP' && node.upos !== 'DET')
      return at;
  }
  return to - 1;
}
