import type { Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt } from '../../grammar/phrase.ts';
import { isPassive } from '../../grammar/verb-form.ts';
import { accordingNodes } from './according.ts';
import { candidates, mentionOf } from './candidates.ts';
import { clauseNodes } from './clause-nodes.ts';
import type { Cue } from './cue.ts';
import { isBehind } from './nodes.ts';
import type { Scene } from './scene.ts';
import { type Speaker, speakerAt, together } from './speaker.ts';

/** The source of a cue, or null where it has none ("it was reported that"). */
export function sourceOf(scene: Scene, given: Cue): Speaker | null {
  const cue = scene.shared.get(given) ?? given;
  const tree = scene.trees[cue.sentence];
  if (tree === undefined) return null;
  const [first, ...more] = candidates(scene, tree, cue);
  if (first === undefined) return null;
  const node = nodeAt(tree, first);
  if (scene.speech.expletive.has(node.lemma) && dependent(tree, cue.node, 'expl') === null && isPassive(tree, cue.node))
    return null;
  if (hasLabel(node, 'expl')) return null;
  const owner = ownerOf(scene, tree, node);
  const found = speakerAt(scene, tree, cue.sentence, owner ?? node, owner === null ? null : node);
  const speaker = withName(tree, cue, withTail(scene, tree, cue, found));
  return more.length === 0 || owner !== null ? speaker : together(scene, tree, speaker, [first, ...more]);
}

/** Of "the newspaper Aftenposten reported" the whole name, whatever part of it the tree took for the subject. */
function withName(tree: Tree, cue: Cue, speaker: Speaker): Speaker {
  const [first] = cue.place.kind === 'host' && cue.form === 'verb' ? clauseNodes(tree, cue.node, []) : [];
  const start = first === undefined ? undefined : tree.nodes[first]?.words[0];
  const ahead = start !== undefined && start < speaker.words[0] && speaker.node.index < cue.node;
  return ahead ? { ...speaker, words: [start, speaker.words[1]] } : speaker;
}

/** Of "according to two people familiar with the matter" the whole, whatever the tree made of its end. */
function withTail(scene: Scene, tree: Tree, cue: Cue, speaker: Speaker): Speaker {
  if (cue.form !== 'according' || speaker.actor !== null || speaker.open) return speaker;
  const clause = accordingNodes(tree, cue);
  const stop = clause.find((at) => at > speaker.node.index && nodeAt(tree, at).upos === 'PUNCT');
  const last = nodeAt(tree, stop === undefined ? (clause.at(-1) ?? cue.node) : stop - 1);
  const words: Span = [speaker.words[0], Math.max(speaker.words[1], last.words[1])];
  return { ...speaker, words, description: scene.report.text.slice(speaker.words[0], last.words[1]) };
}

/** "a statement from the ministry", "the ministry's report": texts have authors. */
function ownerOf(scene: Scene, tree: Tree, node: Node): Node | null {
  const channel = scene.speech.channelOf(tree.nodes, node.index);
  if (channel === null || !scene.speech.speaking.has(channel)) return null;
  const holders = dependents(tree, node.index, 'nmod').filter(
    (it) => it.label === 'nmod:poss' || isBehind(tree, it, scene.speech.authors),
  );
  const before = dependents(tree, node.index, 'compound', 'amod').filter((it) => mentionOf(scene, tree, it) !== null);
  return [...holders, ...before].find((it) => mentionOf(scene, tree, it) !== null) ?? holders[0] ?? null;
}
