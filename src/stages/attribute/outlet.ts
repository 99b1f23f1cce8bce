import { contains, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { dependents, hasLabel, nodeAt, phraseSpan } from '../../grammar/phrase.ts';
import { isPassive } from '../../grammar/verb-form.ts';
import type { Speech } from '../../languages/speech.ts';
import { isBehind } from './nodes.ts';
import { nodesIn, type Scene } from './scene.ts';

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
      ? [...dependents(tree, above.index, 'obl'), ...dependents(tree, node.index, 'obl')].filter((it) =>
          isBehind(tree, it, scene.speech.agents),
        )
      : dependents(tree, above.index, 'nsubj')
    : around.filter((it) => hasLabel(it, 'nmod', 'obl') && isBehind(tree, it, scene.speech.printing));
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

/** The outlet that a short noun phrase names ("the Herald", "CNN Turk"), without its article; null where it names none. */
export function outletNamed(scene: Scene, [start, end]: Span): string | null {
  const inside = scene.of(scene.sentenceAt(start)).mentions.flatMap((at) => {
    const words = scene.mentions[at]?.words;
    return words !== undefined && contains([start, end], words) ? [scene.actors[at] ?? null] : [];
  });
  const whole = withoutArticle(scene.report.text.slice(start, end), scene.speech);
  const named = inside.find((actor) => actor?.kind === 'organisation' && scene.isOutlet(actor.name));
  if (named != null && whole.length <= named.name.length + 4) return named.name;
  return named != null && nodesIn(scene, [start, end]).length <= LONGEST_NAME
    ? whole
    : scene.isOutlet(whole)
      ? whole
      : null;
}

/** Names of outlets have so many words at most. */
export const LONGEST_NAME = 4;

/** A name without the article before it. */
export function withoutArticle(name: string, { articles }: Pick<Speech, 'articles'>): string {
  const end = name.indexOf(' ');
  return end > 0 && articles.has(name.slice(0, end).toLowerCase()) ? name.slice(end + 1) : name;
}
