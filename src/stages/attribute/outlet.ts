import type { Node, Tree } from '../../document/tree.ts';
import { dependents, hasLabel, nodeAt, phraseSpan, preposition } from '../../grammar/phrase.ts';
import { isPassive } from '../../grammar/verb-form.ts';
import { outletNamed, type Scene } from './scene.ts';

/** "told the Herald": an outlet that is named. */
export const outletAt = (scene: Scene, tree: Tree, node: Node): string | null =>
  outletNamed(scene, phraseSpan(tree, node.index, APART));

const APART = ['acl', 'acl:relcl', 'appos', 'case', 'punct', 'conj', 'cc', 'parataxis', 'ccomp', 'nmod'];

/** "was quoted by Xinhua as saying", "in an interview with the Herald". */
export function printedBy(scene: Scene, tree: Tree, node: Node, around: readonly Node[]): string | null {
  const above = node.head >= 0 ? nodeAt(tree, node.head) : null;
  const relays = above !== null && node.xpos === 'VBG' && scene.speech.relaying.has(above.lemma);
  const named = relays
    ? isPassive(tree, above.index)
      ? [...dependents(tree, above.index, 'obl'), ...dependents(tree, node.index, 'obl')].filter(
          (it) => preposition(tree, it.index) === 'by',
        )
      : dependents(tree, above.index, 'nsubj')
    : around.filter(
        (it) =>
          hasLabel(it, 'nmod', 'obl') && ['with', 'to', 'on', 'by', 'in'].includes(preposition(tree, it.index) ?? ''),
      );
  for (const it of named) {
    const outlet = outletAt(scene, tree, it);
    if (outlet !== null) return outlet;
    if (relays) return wordsOf(scene, tree, it);
  }
  return null;
}

/** A phrase without its article and relative clauses. */
export function wordsOf(scene: Scene, tree: Tree, node: Node): string {
  const [start, end] = phraseSpan(tree, node.index, [
    'acl',
    'acl:relcl',
    'appos',
    'case',
    'det',
    'punct',
    'conj',
    'cc',
    'parataxis',
    'ccomp',
  ]);
  return scene.report.text.slice(start, end);
}
