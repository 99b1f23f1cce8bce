import type { Channel } from '../../document/claim.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { dependents, nodeAt, preposition, subtree } from '../../grammar/phrase.ts';
import type { Scene } from './scene.ts';
import type { Speaker } from './speaker.ts';

/** The channel that those spoken to make: "told reporters", "told a news conference". */
export function channelTo(scene: Scene, tree: Tree, node: Node): Channel | null {
  const channel = scene.speech.channelOf(tree.nodes, node.index);
  if (channel === null) return null;
  return scene.speech.addressees.has(channel) || channel === 'news conference' || channel === 'speech' ? channel : null;
}

/** The channel that phrases around a cue name: "in an interview", "on condition of anonymity". */
export function channelAround(scene: Scene, tree: Tree, phrases: readonly Node[]): Channel | null {
  for (const node of phrases) {
    if (dependents(tree, node.index, 'amod', 'compound').some((it) => scene.speech.nameless.has(it.lemma)))
      return 'anonymous';
    if (scene.speech.nameless.has(node.lemma)) return 'anonymous';
    const word = preposition(tree, node.index);
    if (word === null || !scene.speech.prepositions.has(word)) continue;
    const channel = scene.speech.channelOf(tree.nodes, node.index);
    if (channel !== null && channel !== 'spokesperson' && !scene.speech.addressees.has(channel)) return channel;
    if (channel !== null && scene.speech.addressees.has(channel) && !scene.speech.agents.has(word)) return channel;
  }
  return null;
}

/** A spokesman's office, a text, media of the state, people who keep their names back: what the source says of itself. */
export function channelOfSource(scene: Scene, speaker: Speaker): Channel | null {
  const tree = scene.trees[speaker.sentence];
  if (tree === undefined) return null;
  const { channelOf } = scene.speech;
  if (speaker.text !== null) return channelOf(tree.nodes, speaker.text.index);
  const below = subtree(tree, speaker.node.index, ['acl:relcl', 'conj']).map((at) => nodeAt(tree, at));
  if (below.some((node) => channelOf(tree.nodes, node.index) === 'spokesperson')) return 'spokesperson';
  if (below.some((node) => scene.speech.nameless.has(node.lemma))) return 'anonymous';
  // "who asked for anonymity": what they do about their names; "who blamed anonymous critics" tells of others.
  const said = subtree(tree, speaker.node.index).map((at) => nodeAt(tree, at));
  if (said.some(({ upos, lemma }) => upos === 'NOUN' && scene.speech.nameless.has(lemma))) return 'anonymous';
  const own = channelOf(tree.nodes, speaker.node.index);
  if (own === 'state media' || own === 'local media' || own === 'anonymous') return own;
  if (own !== null && scene.speech.speaking.has(own) && speaker.actor === null) return own;
  const as = speaker.actor?.as?.toLowerCase().split(/[^\p{L}]+/u) ?? [];
  return as.some((word) => scene.speech.spokespeople.has(word)) ? 'spokesperson' : null;
}
