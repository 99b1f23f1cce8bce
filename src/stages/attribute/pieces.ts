import type { Span } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { nodeAt, subtree } from '../../grammar/phrase.ts';
import type { Cue } from './cue.ts';
import { spanOf } from './nodes.ts';
import type { Scene } from './scene.ts';

/** The content's stretches before and behind the cue's clause, as the tree has them. */
export function rawPieces(
  scene: Scene,
  tree: Tree,
  cue: Cue,
  own: readonly number[],
  clause: readonly number[],
): readonly Span[] {
  if (cue.place.kind === 'open') return [];
  const first = clause[0] ?? cue.node;
  const last = clause.at(-1) ?? cue.node;
  const left = own.filter((at) => at < first);
  const right = own.filter((at) => at > last);
  const sentence = scene.sentences[cue.sentence]?.words ?? [0, 0];
  const pieces: Span[] = [];
  const parenthetical = cue.place.kind === 'host' || (cue.place.kind === 'complement' && cue.place.node < cue.node);
  if (parenthetical) {
    const ends = cue.form === 'according' && tree.nodes.slice(last + 1).every(({ upos }) => upos === 'PUNCT');
    const whole = ends || (cue.place.kind === 'host' && cue.place.scope === 'sentence');
    const trailing = isTrailing(tree, cue, last, right);
    // What comes last speaks of the whole sentence; what stands within, of its own clause.
    const opening = trailing || whole ? 0 : (subtree(tree, cue.place.node)[0] ?? 0);
    if (opening < first)
      pieces.push([opening === 0 ? sentence[0] : nodeAt(tree, opening).words[0], nodeAt(tree, first - 1).words[1]]);
    if (!trailing && (right.length > 0 || whole)) {
      const next = tree.nodes[last + 1];
      if (next !== undefined) pieces.push([next.words[0], whole ? sentence[1] : spanOf(tree, right)[1]]);
    }
    return pieces;
  }
  if (right.length > 0) {
    const opener = tree.nodes[(right[0] ?? last) - 1]?.form.toLowerCase() ?? '';
    const own = tree.nodes[right[0] ?? last]?.form.toLowerCase() ?? '';
    const exact =
      left.length > 0 || cue.form !== 'verb' || [opener, own].some((word) => scene.speech.complementisers.has(word));
    const start = exact ? (right[0] ?? last) : last + 1;
    pieces.push([nodeAt(tree, start).words[0], spanOf(tree, right)[1]]);
  }
  if (left.length > 1 && cue.form === 'verb') pieces.unshift([spanOf(tree, left)[0], nodeAt(tree, first - 1).words[1]]);
  return pieces;
}

/** Nothing of the content follows the cue: the sentence ends, or goes on with "adding that …". */
function isTrailing(tree: Tree, cue: Cue, last: number, right: readonly number[]): boolean {
  const below = new Set(subtree(tree, cue.node));
  const rest = tree.nodes.slice(last + 1).filter(({ upos }) => upos !== 'PUNCT');
  if (tree.nodes[last + 1]?.form === ';') return true;
  if (cue.place.kind === 'host' && cue.place.scope === 'sentence')
    return rest.length === 0 || rest[0]?.xpos === 'VBG' || !rest.some(({ upos }) => upos === 'VERB' || upos === 'AUX');
  return rest.every((node) => below.has(node.index)) || right.every((at) => nodeAt(tree, at).upos === 'PUNCT');
}
