import type { Actor } from '../../document/claim.ts';
import { hull, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { dependents, nodeAt, phraseSpan, subtree } from '../../grammar/phrase.ts';
import { mentionAt, type Scene } from './scene.ts';

/** Who speaks: the head of the words that say so, and whom they mean. */
export interface Speaker {
  readonly sentence: number;
  readonly node: Node;
  readonly actor: Actor | null;
  /** The describing words where nobody known is meant; null with an actor. */
  readonly description: string | null;
  /** The whole noun phrase, for `because`. */
  readonly words: Span;
  /** A pronoun or "the minister" that the text leaves open, to be filled from what was said before. */
  readonly open: boolean;
  /** "the statement", "a letter": a text in the place of its author. */
  readonly text: Node | null;
}

/** The speaker whom a noun phrase means, `text` being what stands in its place. */
export function speakerAt(scene: Scene, tree: Tree, sentence: number, node: Node, text: Node | null): Speaker {
  const known = mentionAt(scene, sentence, node);
  const appositive = dependents(tree, node.index, 'appos', 'flat')
    .map((it) => mentionAt(scene, sentence, it)?.actor ?? null)
    .find((actor) => actor !== null);
  const heads = known === null || known.mention.at.node === node.index || known.mention.words[1] >= node.words[1];
  const actor = (heads ? (known?.actor ?? null) : null) ?? appositive ?? null;
  const words = closed(scene, phraseSpan(tree, node.index, ['case', 'fixed', 'cc']));
  const core = phraseSpan(tree, node.index, [
    'case',
    'fixed',
    'acl:relcl',
    'appos',
    'parataxis',
    'conj',
    'cc',
    'punct',
  ]);
  const anaphor =
    scene.speech.anaphors.has(node.lemma.toLowerCase()) || scene.speech.anaphors.has(node.form.toLowerCase());
  const definite =
    dependents(tree, node.index, 'det').some((it) => scene.speech.articles.has(it.form.toLowerCase())) &&
    subtree(tree, node.index).length === 2;
  return {
    sentence,
    node,
    actor,
    description: actor === null ? scene.report.text.slice(...core) : null,
    words,
    open: actor === null && (anaphor || definite),
    text,
  };
}

/** "Ann Lee (D-Ohio)" with its closing bracket. */
function closed(scene: Scene, [start, end]: Span): Span {
  const words = scene.report.text.slice(start, end);
  const behind = /^\.?\)/.exec(scene.report.text.slice(end, end + 2));
  return words.lastIndexOf('(') > words.lastIndexOf(')') && behind !== null
    ? [start, end + behind[0].length]
    : [start, end];
}

/** "Wellington and Canberra said": one voice of several, described as such. */
export function together(scene: Scene, tree: Tree, first: Speaker, nodes: readonly number[]): Speaker {
  const actors = nodes.map((at) => mentionAt(scene, first.sentence, nodeAt(tree, at))?.actor?.id ?? null);
  if (new Set(actors).size === 1 && actors[0] !== null) return first;
  const words = hull(
    nodes.map((at) => phraseSpan(tree, at, ['case', 'fixed', 'acl:relcl', 'appos', 'conj', 'cc', 'punct'])),
  );
  return { ...first, actor: null, description: scene.report.text.slice(...words), words, open: false };
}
