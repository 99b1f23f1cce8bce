import type { Actor } from '../../document/claim.ts';
import { hull, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { antecedentOf, doersOf, holdersOf, surfaceSubjects } from '../../grammar/clause.ts';
import {
  conjuncts,
  firstConjunct,
  governors,
  dependent,
  dependents,
  hasLabel,
  nodeAt,
  phraseSpan,
  preposition,
  subtree,
} from '../../grammar/phrase.ts';
import { isPassive } from '../../grammar/verb-form.ts';
import { accordingNodes } from './content.ts';
import { clauseNodes, subjectOf, type Cue } from './cues.ts';
import { mentionAt, type Known, type Scene } from './scene.ts';

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
  const speaker = withName(scene, tree, cue, withTail(scene, tree, cue, found));
  return more.length === 0 || owner !== null ? speaker : together(scene, tree, speaker, [first, ...more]);
}

/** Of "the newspaper Aftenposten reported" the whole name, whatever part of it the tree took for the subject. */
function withName(scene: Scene, tree: Tree, cue: Cue, speaker: Speaker): Speaker {
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

function candidates(scene: Scene, tree: Tree, cue: Cue): readonly number[] {
  if (cue.form === 'according') return conjuncts(tree, cue.node);
  const node = nodeAt(tree, cue.node);
  if (cue.form === 'noun') return nounSource(scene, tree, node);
  if (cue.form === 'adjective') return surfaceSubjects(tree, cue.node);
  // The content governs its own cue: the source is that of the clause above.
  const lost = cue.place.kind === 'following' && cue.place.node === node.head;
  if (lost && nodeAt(tree, node.head).head >= 0) return doersOf(tree, nodeAt(tree, node.head).head);
  const relayed = relayedBy(scene, tree, node);
  if (relayed !== null) return relayed;
  const inverted =
    cue.place.kind === 'host' && !isPassive(tree, cue.node) && dependent(tree, cue.node, 'nsubj') === null;
  // "said the ministry's envoy": a parser may take who stands behind the verb for its object.
  const behind = inverted ? dependent(tree, cue.node, 'obj', 'iobj') : null;
  if (behind !== null && behind.index > cue.node) return conjuncts(tree, behind.index);
  const own = isPassive(tree, cue.node) ? null : subjectOf(tree, cue.node);
  // Of a cue between stops the subject stands between them too, whatever the tree says.
  const astray = cue.place.kind === 'host' && own !== null && !clauseNodes(tree, cue.node, []).includes(own.index);
  const nearest = astray ? null : own;
  if (cue.place.kind === 'host' && nearest === null && !isPassive(tree, cue.node)) {
    const [beside] = nearby(scene, tree, cue);
    if (beside !== undefined) return conjuncts(tree, beside);
  }
  const doers =
    nearest === null
      ? doersOf(tree, cue.node)
      : conjuncts(tree, nearest.index).flatMap((at) => whoBefore(scene, tree, cue, at) ?? [antecedentOf(tree, at)]);
  if (doers.length > 0 || isPassive(tree, cue.node)) return doers;
  if (node.xpos === 'VBG') {
    const above = governors(tree, cue.node)
      .map((at) => doersOf(tree, at))
      .find((found) => found.length > 0);
    if (above !== undefined) return above;
  }
  return nearby(scene, tree, cue);
}

/** ", who warned": whoever stands right before, even where the tree hangs the clause on a thing ("a rebuke by the envoys, who …"). */
function whoBefore(scene: Scene, tree: Tree, cue: Cue, at: number): readonly number[] | null {
  const pronoun = nodeAt(tree, at);
  if (pronoun.xpos !== 'WP' || antecedentOf(tree, at) === at) return null;
  const before = tree.nodes.slice(0, at).findLast(({ upos }) => upos !== 'PUNCT' && upos !== 'ADP');
  const mention = before === undefined ? null : (mentionAt(scene, cue.sentence, before)?.mention ?? null);
  if (mention === null || mention.at.node === antecedentOf(tree, at)) return null;
  const head = nodeAt(tree, mention.at.node);
  const above = nodeAt(tree, antecedentOf(tree, at));
  if (mentionAt(scene, cue.sentence, above)?.mention.at.node === above.index) return null;
  return conjuncts(tree, firstConjunct(tree, head.index));
}

/** "The daily quoted the envoy as saying": the object of quoting speaks. */
function relayedBy(scene: Scene, tree: Tree, node: Node): readonly number[] | null {
  if (node.head < 0 || node.xpos !== 'VBG') return null;
  const above = nodeAt(tree, node.head);
  if (!scene.speech.relaying.has(above.lemma) || isPassive(tree, above.index)) return null;
  const object = dependent(tree, above.index, 'obj');
  return object === null ? null : conjuncts(tree, object.index);
}

/** Whose report, claim or warning it is: owner, "by", "from", "on state radio", or a name before the noun. */
function nounSource(scene: Scene, tree: Tree, node: Node): readonly number[] {
  const holders = holdersOf(tree, node.index);
  if (holders.length > 0) return holders;
  const phrase = dependents(tree, node.index, 'nmod').find((it) => {
    const word = preposition(tree, it.index);
    return word === 'of' || scene.speech.channelOf(tree.nodes, it.index) !== null;
  });
  if (phrase !== undefined) return conjuncts(tree, phrase.index);
  const modifier = dependents(tree, node.index, 'compound', 'amod').find((it) => mentionOf(scene, tree, it) !== null);
  if (modifier !== undefined) return [modifier.index];
  return [node.index];
}

const mentionOf = (scene: Scene, tree: Tree, node: Node): Actor | null => {
  const sentence = tree.nodes[0] === undefined ? -1 : scene.sentenceAt(tree.nodes[0].words[0]);
  return mentionAt(scene, sentence, node)?.actor ?? null;
};

/** Where the tree gives a cue no subject: the widest mention in its clause, or the noun phrase before it. */
function nearby(scene: Scene, tree: Tree, cue: Cue): readonly number[] {
  const clause = clauseNodes(tree, cue.node, []).map((at) => nodeAt(tree, at));
  const mentions = clause
    .filter(({ index }) => index !== cue.node)
    .flatMap((node) => mentionAt(scene, cue.sentence, node) ?? []);
  const width = ({ mention: { words } }: Known): number => words[1] - words[0];
  const [widest] = mentions.filter(({ mention }) => mention.at.node !== cue.node).sort((a, b) => width(b) - width(a));
  if (widest !== undefined) return [widest.mention.at.node];
  const noun = clause.findLast(
    ({ upos, index }) => index < cue.node && (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON'),
  );
  return noun === undefined ? [] : [noun.index];
}

/** "a statement from the ministry", "the ministry's report": texts have authors. */
function ownerOf(scene: Scene, tree: Tree, node: Node): Node | null {
  const channel = scene.speech.channelOf(tree.nodes, node.index);
  if (channel === null || !scene.speech.speaking.has(channel)) return null;
  const holders = dependents(tree, node.index, 'nmod').filter(
    (it) => it.label === 'nmod:poss' || ['by', 'from', 'of'].includes(preposition(tree, it.index) ?? ''),
  );
  const before = dependents(tree, node.index, 'compound', 'amod').filter((it) => mentionOf(scene, tree, it) !== null);
  return [...holders, ...before].find((it) => mentionOf(scene, tree, it) !== null) ?? holders[0] ?? null;
}

function speakerAt(scene: Scene, tree: Tree, sentence: number, node: Node, text: Node | null): Speaker {
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
    dependents(tree, node.index, 'det').some((it) => it.form.toLowerCase() === 'the') &&
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
function together(scene: Scene, tree: Tree, first: Speaker, nodes: readonly number[]): Speaker {
  const actors = nodes.map((at) => mentionAt(scene, first.sentence, nodeAt(tree, at))?.actor?.id ?? null);
  if (new Set(actors).size === 1 && actors[0] !== null) return first;
  const words = hull(
    nodes.map((at) => phraseSpan(tree, at, ['case', 'fixed', 'acl:relcl', 'appos', 'conj', 'cc', 'punct'])),
  );
  return { ...first, actor: null, description: scene.report.text.slice(...words), words, open: false };
}
