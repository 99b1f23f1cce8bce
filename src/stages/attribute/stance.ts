import type { Stance } from '../../document/claim.ts';
import type { Tree } from '../../document/tree.ts';
import { dependent, nodeAt } from '../../grammar/phrase.ts';
import type { Cue } from './cue.ts';
import type { Scene } from './scene.ts';

/** How the speaker stands to the content: by the cue ("denied"), or by the verb that heads what is said ("said it hoped that …"). */
export function stanceOf({ speech }: Pick<Scene, 'speech'>, tree: Tree, { word, place }: Cue): Stance {
  const own = word === null ? undefined : speech.stances.get(word.class);
  if (own !== undefined) return own;
  const head = place.kind === 'open' ? null : nodeAt(tree, place.node);
  // Only the speaker's own: "said Peru had promised a ship" promises nothing.
  const theirs = head !== null && dependent(tree, head.index, 'nsubj')?.upos === 'PRON';
  return (theirs ? speech.attitudes.get(head.lemma.toLowerCase()) : undefined) ?? 'asserted';
}
