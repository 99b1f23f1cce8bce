import type { Tree } from '../../document/tree.ts';
import type { Speech } from '../../languages/speech.ts';
import { accordingCue } from './according.ts';
import type { Cue } from './cue.ts';
import { isQuotationMark } from './marks.ts';
import { nominalCue } from './nominal-cue.ts';
import { verbCue } from './verb-cue.ts';

/** All cues of a sentence. A verb of no known class is one only with its content still open, for a quotation to fill. */
export function findCues(tree: Tree, sentence: number, speech: Speech): readonly Cue[] {
  const quoted = tree.nodes.some(isQuotationMark);
  const found = tree.nodes.flatMap((node) => verbCue(tree, node, speech, quoted) ?? []);
  const taken = new Set(
    found.flatMap(({ place }) => (place.kind === 'complement' || place.kind === 'following' ? [place.node] : [])),
  );
  const others = tree.nodes.flatMap(
    (node) => nominalCue(tree, node, speech, taken) ?? accordingCue(tree, node, speech) ?? [],
  );
  return [...found, ...others].map((cue) => ({ ...cue, sentence }));
}
