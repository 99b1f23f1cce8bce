import type { Tree } from '../../src/document/tree.ts';
import { hasLabel, nodeAt } from '../../src/grammar/phrase.ts';
import type { Opened } from '../../src/open.ts';
import { coderOf } from '../../src/stages/code/coder.ts';
import type { Trigger } from '../../src/stages/code/slots.ts';
import type { Stand } from '../../src/stages/code/standing.ts';
import { parse } from '../../src/stages/parse/parse.ts';
import { readFactuality, type Target } from './factuality-files.ts';

/** A word that annotators judged, in its tree, and how far the rules take its act to have come. */
export interface JudgedWord {
  readonly forms: readonly string[];
  readonly tree: Tree;
  readonly target: Target;
  readonly trigger: Trigger;
  readonly stand: Stand;
}

/** The judged words of some files that have a word in a tree. */
export function judgedWords(
  paths: readonly string[],
  { network, language, know }: Pick<Opened, 'network' | 'language' | 'know'>,
): readonly JudgedWord[] {
  const coder = coderOf(language);
  const sentences = paths.flatMap(readFactuality);
  const tokens = sentences.map(({ forms }) => forms.map((form) => ({ form, words: [0, 0] as const })));
  const trees = parse(network, language, know)({ tokens });
  return sentences.flatMap(({ forms, targets }, at) =>
    targets.flatMap((target): readonly JudgedWord[] => {
      const tree = trees[at];
      const node = tree === undefined ? null : headOf(tree, target.nodes);
      if (tree === undefined || node === null) return [];
      const trigger = coder.trigger(tree, at, node);
      return [{ forms, tree, target, trigger, stand: coder.stand(tree, trigger) }];
    }),
  );
}

/** Of the words that name an act, the one on which the others hang; of a copula or auxiliary, the word that it helps. */
function headOf(tree: Tree, nodes: readonly number[]): number | null {
  const inside = nodes.filter((node) => tree.nodes[node] !== undefined);
  const head = inside.find((node) => !nodes.includes(nodeAt(tree, node).head)) ?? null;
  return head !== null && hasLabel(nodeAt(tree, head), 'cop', 'aux') ? nodeAt(tree, head).head : head;
}
