import type { Channel, When, Where } from '../../document/claim.ts';
import { overlaps, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt, phraseSpan, preposition, subtree } from '../../grammar/phrase.ts';
import { isPassive } from '../../grammar/verb-form.ts';
import type { Cue } from './cues.ts';
import { mentionAt, nodesIn, outletNamed, type Scene } from './scene.ts';
import type { Speaker } from './source.ts';

/** How, to whom, when and where something was said. */
export interface Circumstance {
  readonly channel: Channel | null;
  readonly addressee: string | null;
  /** The outlet to which it was said, or that printed it. */
  readonly via: string | null;
  readonly when: When | null;
  readonly where: Where | null;
}

/** Reads the phrases around a cue that are no part of its content; the source adds what it says of itself. */
export function circumstanceOf(scene: Scene, cue: Cue, pieces: readonly Span[], speaker: Speaker | null): Circumstance {
  const tree = scene.trees[cue.sentence];
  const node = tree === undefined ? undefined : tree.nodes[cue.node];
  if (tree === undefined || node === undefined)
    return { channel: null, addressee: null, via: null, when: null, where: null };
  const outside = (it: Node): boolean =>
    it.index !== speaker?.node.index && !pieces.some((piece) => overlaps(piece, it.words));
  const phrases = cue.form === 'according' ? [node] : aroundCue(tree, cue.node).filter(outside);
  const spokenTo =
    cue.form === 'verb' ? (addresseeOf(scene, tree, cue.node, phrases) ?? between(scene, node, pieces, speaker)) : null;
  const outlet = spokenTo === null ? null : outletAt(scene, tree, spokenTo);
  const printed = printedBy(scene, tree, cue, node);
  return {
    channel:
      (spokenTo === null ? null : channelTo(scene, tree, spokenTo)) ??
      channelAround(scene, tree, phrases) ??
      (speaker === null ? null : channelOfSource(scene, speaker)) ??
      (cue.word?.channel as Channel | null | undefined) ??
      null,
    addressee: spokenTo === null || outlet !== null ? null : addresseeWords(scene, tree, cue.sentence, spokenTo),
    via: outlet ?? printed,
    when: timeOf(scene, tree, cue, phrases),
    where: placeOf(scene, tree, cue, phrases),
  };
}

/** The phrases that hang on a cue, and those that hang on these; one level is enough for "in a speech to parliament on Monday". */
function aroundCue(tree: Tree, cue: number): readonly Node[] {
  const own = dependents(tree, cue, 'obj', 'iobj', 'obl', 'advmod');
  const lower = own.flatMap((it) => dependents(tree, it.index, 'nmod', 'acl'));
  const speaking = dependents(tree, cue, 'advcl').filter(
    (it) => it.xpos === 'VBG' && dependent(tree, it.index, 'ccomp') === null,
  );
  return [...own, ...lower, ...speaking.flatMap((it) => dependents(tree, it.index, 'obl', 'obj'))];
}

/** To whom: the object of telling, or "to reporters". In the passive ("the court was told that …") the subject. */
function addresseeOf(scene: Scene, tree: Tree, cue: number, phrases: readonly Node[]): Node | null {
  if (isPassive(tree, cue))
    return dependents(tree, cue, 'nsubj:pass').find(({ lemma }) => !scene.speech.expletive.has(lemma)) ?? null;
  const object = phrases.find((it) => it.head === cue && hasLabel(it, 'obj', 'iobj'));
  if (object !== undefined && isAnimate(scene, tree, cue, object)) return object;
  return (
    phrases.find(
      (it) => it.head === cue && hasLabel(it, 'obl') && preposition(tree, it.index) === 'to' && !/\d/.test(it.form),
    ) ?? null
  );
}

/** "told local media Tuesday that …": media between the cue and its content, wherever the tree hangs them. */
function between(scene: Scene, cue: Node, pieces: readonly Span[], speaker: Speaker | null): Node | null {
  const next = pieces.find(([start]) => start >= cue.words[1]);
  if (next === undefined || scene.speech.verbs.get(cue.lemma)?.id !== 'tell') return null;
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
  scene.speech.verbs.get(nodeAt(tree, cue).lemma)?.id === 'tell' ||
  mentionAt(scene, scene.sentenceAt(node.words[0]), node) !== null ||
  scene.speech.channelOf(tree.nodes, node.index) !== null;

/** Who is spoken to in words; a pronoun by the name of whom it means, an occasion not at all. */
function addresseeWords(scene: Scene, tree: Tree, sentence: number, node: Node): string | null {
  if (node.upos === 'PRON') return mentionAt(scene, sentence, node)?.actor?.name ?? null;
  const channel = scene.speech.channelOf(tree.nodes, node.index);
  return channel === null || scene.speech.addressees.has(channel) ? wordsOf(scene, tree, node) : null;
}

function channelTo(scene: Scene, tree: Tree, node: Node): Channel | null {
  const channel = scene.speech.channelOf(tree.nodes, node.index);
  if (channel === null) return null;
  return scene.speech.addressees.has(channel) || channel === 'news conference' || channel === 'speech' ? channel : null;
}

function channelAround(scene: Scene, tree: Tree, phrases: readonly Node[]): Channel | null {
  for (const node of phrases) {
    if (dependents(tree, node.index, 'amod', 'compound').some((it) => scene.speech.nameless.has(it.lemma)))
      return 'anonymous';
    if (scene.speech.nameless.has(node.lemma)) return 'anonymous';
    const word = preposition(tree, node.index);
    if (word === null || !scene.speech.prepositions.has(word)) continue;
    const channel = scene.speech.channelOf(tree.nodes, node.index);
    if (channel !== null && channel !== 'spokesperson' && !scene.speech.addressees.has(channel)) return channel;
    if (channel !== null && scene.speech.addressees.has(channel) && word !== 'by') return channel;
  }
  return null;
}

/** A spokesman's office, a text, media of the state, people who keep their names back: what the source says of itself. */
function channelOfSource(scene: Scene, speaker: Speaker): Channel | null {
  const tree = scene.trees[speaker.sentence];
  if (tree === undefined) return null;
  const { channelOf } = scene.speech;
  if (speaker.text !== null) return channelOf(tree.nodes, speaker.text.index);
  const below = subtree(tree, speaker.node.index, ['acl:relcl', 'conj']).map((at) => nodeAt(tree, at));
  if (below.some((node) => channelOf(tree.nodes, node.index) === 'spokesperson')) return 'spokesperson';
  if (below.some((node) => scene.speech.nameless.has(node.lemma))) return 'anonymous';
  const own = channelOf(tree.nodes, speaker.node.index);
  if (own === 'state media' || own === 'local media' || own === 'anonymous') return own;
  if (own !== null && scene.speech.speaking.has(own) && speaker.actor === null) return own;
  const as = speaker.actor?.as?.toLowerCase().split(/[^\p{L}]+/u) ?? [];
  return as.some((word) => scene.speech.spokespeople.has(word)) ? 'spokesperson' : null;
}

/** "told the Herald": an outlet that is named. */
const outletAt = (scene: Scene, tree: Tree, node: Node): string | null =>
  outletNamed(scene, phraseSpan(tree, node.index, APART));

const APART = ['acl', 'acl:relcl', 'appos', 'case', 'punct', 'conj', 'cc', 'parataxis', 'ccomp', 'nmod'];

/** "was quoted by Xinhua as saying", "in an interview with the Herald". */
function printedBy(scene: Scene, tree: Tree, cue: Cue, node: Node): string | null {
  const above = node.head >= 0 ? nodeAt(tree, node.head) : null;
  const relays = above !== null && node.xpos === 'VBG' && scene.speech.relaying.has(above.lemma);
  const named = relays
    ? isPassive(tree, above.index)
      ? [...dependents(tree, above.index, 'obl'), ...dependents(tree, node.index, 'obl')].filter(
          (it) => preposition(tree, it.index) === 'by',
        )
      : dependents(tree, above.index, 'nsubj')
    : aroundCue(tree, cue.node).filter(
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
function wordsOf(scene: Scene, tree: Tree, node: Node): string {
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

function timeOf(scene: Scene, tree: Tree, cue: Cue, phrases: readonly Node[]): When | null {
  const reach = below(tree, phrases);
  const time = scene.of(cue.sentence).times.find(({ at }) => reach.has(at.node)) ?? null;
  if (time === null) return null;
  const { earliest, latest, granularity, basis, words } = time;
  return { earliest, latest, granularity, basis, words };
}

function placeOf(scene: Scene, tree: Tree, cue: Cue, phrases: readonly Node[]): Where | null {
  const where = phrases.filter(
    (it) => hasLabel(it, 'obl', 'nmod') && ['in', 'at', 'from'].includes(preposition(tree, it.index) ?? ''),
  );
  const reach = below(tree, where);
  const place = scene.of(cue.sentence).places.find(({ at }) => reach.has(at.node)) ?? null;
  if (place === null) return null;
  const { name, country, coordinates, words } = place;
  return { name, country, coordinates, words };
}

/** Nodes below phrases, clauses with a subject of their own left out: these tell of other times and places. */
function below(tree: Tree, phrases: readonly Node[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = phrases.map(({ index }) => index);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    reached.add(at);
    for (const child of nodeAt(tree, at).children)
      if (!hasLabel(nodeAt(tree, child), 'acl', 'ccomp', 'advcl') || dependent(tree, child, 'nsubj') === null)
        open.push(child);
  }
  return reached;
}
