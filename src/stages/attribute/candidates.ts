import type { Actor } from '../../document/claim.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { antecedentOf, doersOf, holdersOf, surfaceSubjects } from '../../grammar/clause.ts';
import { conjuncts, dependent, dependents, firstConjunct, governors, nodeAt } from '../../grammar/phrase.ts';
import { isPassive } from '../../grammar/verb-form.ts';
import { citationOf } from './citation.ts';
import { clauseNodes, subjectOf } from './clause-nodes.ts';
import type { Cue } from './cue.ts';
import { isBehind, isNominal } from './nodes.ts';
import { type Known, mentionAt, type Scene } from './scene.ts';

/** The heads of the words that may mean who speaks, those that speak together all of them. */
export function candidates(scene: Scene, tree: Tree, cue: Cue): readonly number[] {
  if (cue.form === 'according') return conjuncts(tree, cue.node);
  const node = nodeAt(tree, cue.node);
  if (cue.form === 'noun') return nounSource(scene, tree, node);
  if (cue.form === 'adjective') return surfaceSubjects(tree, cue.node);
  // The content governs its own cue: the source is that of the clause above.
  const lost = cue.place.kind === 'following' && cue.place.node === node.head;
  if (lost && nodeAt(tree, node.head).head >= 0) return doersOf(tree, nodeAt(tree, node.head).head);
  const relayed = relayedBy(scene, tree, node) ?? citationOf(scene, tree, node)?.cited ?? null;
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
  const stranded = beforeAside(scene, tree, cue);
  if (stranded !== null) return conjuncts(tree, stranded);
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

/** "The minister, the Herald reported, said that …": parsers give both subjects to the verb between the stops. */
function beforeAside({ of }: Scene, tree: Tree, cue: Cue): number | null {
  const aside = of(cue.sentence).cues.find(
    ({ node, place }) => place.kind === 'host' && node < cue.node && nodeAt(tree, node).head === cue.node,
  );
  if (aside === undefined) return null;
  const clause = clauseNodes(tree, aside.node, []);
  return dependents(tree, aside.node, 'nsubj').find(({ index }) => index < (clause[0] ?? 0))?.index ?? null;
}

/** Whose report, claim or warning it is: owner, "by", "from", "on state radio", or a name before the noun. */
function nounSource(scene: Scene, tree: Tree, node: Node): readonly number[] {
  // "said reports that … were false": the noun is what is spoken of, and no act of the one who speaks.
  const spokenOf = scene
    .of(scene.sentenceAt(node.words[0]))
    .cues.some((cue) => cue.node === node.head && cue.place.kind === 'following' && cue.place.from <= node.index);
  const holders = spokenOf && dependent(tree, node.index, 'nmod:poss') === null ? [] : holdersOf(tree, node.index);
  if (holders.length > 0) return holders;
  const phrase = dependents(tree, node.index, 'nmod').find(
    (it) => isBehind(tree, it, scene.speech.holders) || scene.speech.channelOf(tree.nodes, it.index) !== null,
  );
  if (phrase !== undefined) return conjuncts(tree, phrase.index);
  const modifier = dependents(tree, node.index, 'compound', 'amod').find((it) => mentionOf(scene, tree, it) !== null);
  if (modifier !== undefined) return [modifier.index];
  return [node.index];
}

/** Whom a node of a tree means, as far as that is known. */
export const mentionOf = (scene: Scene, tree: Tree, node: Node): Actor | null => {
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
  const noun = clause.findLast((it) => it.index < cue.node && isNominal(it));
  return noun === undefined ? [] : [noun.index];
}
