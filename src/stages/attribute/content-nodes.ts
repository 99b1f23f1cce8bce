import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt, subtree } from '../../grammar/phrase.ts';
import type { Cue } from './cue.ts';
import { run } from './nodes.ts';
import { LONGEST_NAME, outletNamed } from './outlet.ts';
import type { Scene } from './scene.ts';

/** The content's nodes, without clauses such as ", he said," and without what the same speaker goes on to say. */
export function ownNodes(scene: Scene, tree: Tree, cue: Cue): readonly number[] {
  const nodes = contentNodes(tree, cue);
  if (cue.place.kind === 'host') return nodes;
  const next = scene
    .of(cue.sentence)
    .cues.filter(
      (other) =>
        other.node > cue.node &&
        scene.shared.has(other) &&
        (scene.shared.get(other) === cue || scene.shared.get(other) === scene.shared.get(cue)),
    );
  const end = Math.min(tree.nodes.length, ...next.map(({ node }) => node));
  const asides = scene.asides[cue.sentence];
  const own = nodes.filter((at) => at < end && (scene.shared.has(cue) || asides?.has(at) !== true));
  while (end < tree.nodes.length && own.length > 1 && isLoose(nodeAt(tree, own.at(-1) ?? 0))) own.pop();
  return own;
}

/** What a content cannot end in, once its end was cut off. */
const isLoose = ({ upos, form }: Node): boolean =>
  upos === 'CCONJ' || upos === 'ADV' || upos === 'SCONJ' || /^[,;:.–—-]+$/.test(form);

function contentNodes(tree: Tree, cue: Cue): readonly number[] {
  const { place } = cue;
  if (place.kind === 'open') return [];
  if (place.kind === 'complement') return subtree(tree, place.node);
  if (place.kind !== 'host') return run(place.from, place.to);
  const below = new Set(subtree(tree, cue.node));
  return subtree(tree, place.node).filter((at) => !below.has(at));
}

/** "told AFP the bridge fell": the last node of an outlet's name right behind a verb of telling; -1 where there is none. */
export function outletBehind(scene: Scene, tree: Tree, cue: Cue): number {
  if (cue.word?.addressing !== true || cue.place.kind !== 'following' || cue.place.from > cue.node + 1) return -1;
  const first = tree.nodes[cue.node + 1];
  for (let last = Math.min(cue.node + LONGEST_NAME, cue.place.to); first !== undefined && last > cue.node; last--)
    if (outletNamed(scene, [first.words[0], nodeAt(tree, last).words[1]]) !== null && last >= cue.place.from)
      return last;
  return -1;
}
