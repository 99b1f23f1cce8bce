import type { Node, Tree } from '../../document/tree.ts';
import { conjuncts, dependent, dependents } from '../../grammar/phrase.ts';
import { isPassive } from '../../grammar/verb-form.ts';
import { outletAt } from './outlet.ts';
import type { Scene } from './scene.ts';

/** "The agency, citing a diplomat, reported that …": media pass on what those whom they cite have said. */
export function citationOf(
  scene: Scene,
  tree: Tree,
  node: Node,
): { readonly cited: readonly number[]; readonly outlet: Node } | null {
  if (scene.speech.verbs.get(node.lemma)?.outlet !== true || isPassive(tree, node.index)) return null;
  const outlet = dependent(tree, node.index, 'nsubj');
  if (outlet === null || !isOutlet(scene, tree, outlet)) return null;
  const citing = [node, outlet]
    .flatMap(({ index }) => dependents(tree, index, 'advcl', 'acl'))
    .find((it) => it.xpos === 'VBG' && scene.speech.relaying.has(it.lemma));
  const cited = citing === undefined ? null : dependent(tree, citing.index, 'obj');
  return cited === null ? null : { cited: conjuncts(tree, cited.index), outlet };
}

const isOutlet = (scene: Scene, tree: Tree, node: Node): boolean =>
  scene.speech.outlets.has(node.lemma.toLowerCase()) || outletAt(scene, tree, node) !== null;
