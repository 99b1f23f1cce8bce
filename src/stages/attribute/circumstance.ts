import type { Channel, When, Where } from '../../document/claim.ts';
import { overlaps, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { whereOf } from '../../document/where.ts';
import { dependent, dependents, hasLabel, nodeAt } from '../../grammar/phrase.ts';
import { addresseeOf, addresseeWords, between } from './addressee.ts';
import { channelAround, channelOfSource, channelTo } from './channel.ts';
import { citationOf } from './citation.ts';
import type { Cue } from './cue.ts';
import { isBehind } from './nodes.ts';
import { outletAt, printedBy, wordsOf } from './outlet.ts';
import type { Scene } from './scene.ts';
import type { Speaker } from './speaker.ts';

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
  const around = aroundCue(tree, cue.node);
  const phrases = cue.form === 'according' ? [node] : around.filter(outside);
  const spokenTo =
    cue.form === 'verb' ? (addresseeOf(scene, tree, cue.node, phrases) ?? between(scene, node, pieces, speaker)) : null;
  const outlet = spokenTo === null ? null : outletAt(scene, tree, spokenTo);
  const printed = printedBy(scene, tree, node, around) ?? citingOutlet(scene, tree, node);
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

function citingOutlet(scene: Scene, tree: Tree, node: Node): string | null {
  const outlet = citationOf(scene, tree, node)?.outlet ?? null;
  return outlet === null ? null : (outletAt(scene, tree, outlet) ?? wordsOf(scene, tree, outlet));
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

function timeOf(scene: Scene, tree: Tree, cue: Cue, phrases: readonly Node[]): When | null {
  const reach = below(tree, phrases);
  const time = scene.of(cue.sentence).times.find(({ at }) => reach.has(at.node)) ?? null;
  if (time === null) return null;
  const { earliest, latest, granularity, basis, words } = time;
  return { earliest, latest, granularity, basis, words };
}

function placeOf(scene: Scene, tree: Tree, cue: Cue, phrases: readonly Node[]): Where | null {
  const where = phrases.filter((it) => hasLabel(it, 'obl', 'nmod') && isBehind(tree, it, scene.speech.places));
  const reach = below(tree, where);
  const place = scene.of(cue.sentence).places.find(({ at }) => reach.has(at.node)) ?? null;
  return place === null ? null : whereOf(place);
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
