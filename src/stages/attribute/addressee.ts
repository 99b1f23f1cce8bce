import type { Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { dependents, hasLabel, nodeAt } from '../../grammar/phrase.ts';
import { isPassive } from '../../grammar/verb-form.ts';
import { isBehind } from './nodes.ts';
import { outletNamed, wordsOf } from './outlet.ts';
import { mentionAt, nodesIn, type Scene } from './scene.ts';
import type { Speaker } from './speaker.ts';

/** To whom: the object of telling, or "to reporters". In the passive ("the court was told that …") the subject. */
export function addresseeOf(scene: Scene, tree: Tree, cue: number, phrases: readonly Node[]): Node | null {
  if (isPassive(tree, cue))
    return dependents(tree, cue, 'nsubj:pass').find(({ lemma }) => !scene.speech.expletive.has(lemma)) ?? null;
  const object = phrases.find((it) => it.head === cue && hasLabel(it, 'obj', 'iobj'));
  if (object !== undefined && isAnimate(scene, tree, cue, object)) return object;
  return (
    phrases.find(
      (it) =>
        it.head === cue && hasLabel(it, 'obl') && isBehind(tree, it, scene.speech.recipients) && !/\d/.test(it.form),
    ) ?? null
  );
}

/** "told local media Tuesday that …": media between the cue and its content, wherever the tree hangs them. */
export function between(scene: Scene, cue: Node, pieces: readonly Span[], speaker: Speaker | null): Node | null {
  const next = pieces.find(([start]) => start >= cue.words[1]);
  if (next === undefined || scene.speech.verbs.get(cue.lemma)?.addressing !== true) return null;
  const nodes = nodesIn(scene, [cue.words[1], next[0]]);
  return (
    nodes.find((node, at) => {
      const channel = scene.speech.channelOf(nodes, at);
      const known = channel !== null && scene.speech.addressees.has(channel);
      return node.index !== speaker?.node.index && (known || outletNamed(scene, node.words) !== null);
    }) ?? null
  );
}

const isAnimate = (scene: Scene, tree: Tree, cue: number, node: Node): boolean =>
  scene.speech.verbs.get(nodeAt(tree, cue).lemma)?.addressing === true ||
  mentionAt(scene, scene.sentenceAt(node.words[0]), node) !== null ||
  scene.speech.channelOf(tree.nodes, node.index) !== null;

/** Who is spoken to in words; a pronoun by the name of whom it means, an occasion not at all. */
export function addresseeWords(scene: Scene, tree: Tree, sentence: number, node: Node): string | null {
  if (node.upos === 'PRON') return mentionAt(scene, sentence, node)?.actor?.name ?? null;
  const channel = scene.speech.channelOf(tree.nodes, node.index);
  return channel === null || scene.speech.addressees.has(channel) ? wordsOf(scene, tree, node) : null;
}
