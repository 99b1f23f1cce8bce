import type { Tree } from '../../document/tree.ts';
import { surfaceSubjects } from '../../grammar/clause.ts';
import { dependent, governors, hasLabel, nodeAt } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Cue } from './cue.ts';

/**
 * Cues that go on another's saying although the tree hangs them inside its content: "said the plan was dead and added that
 * …", "said the deal was off, adding that …". By cue, the one whose source it shares. `acts` tells of a node whether it
 * means somebody who can speak: a plan does not add anything.
 */
export function sharedSources(
  tree: Tree,
  cues: readonly Cue[],
  acts: (node: number) => boolean,
): ReadonlyMap<Cue, Cue> {
  const shared = new Map<Cue, Cue>();
  for (const cue of cues) {
    const node = nodeAt(tree, cue.node);
    if (cue.form !== 'verb' || cue.word === null || dependent(tree, cue.node, 'nsubj') !== null) continue;
    if (!hasLabel(node, 'conj', 'advcl', 'parataxis', 'acl') || node.label === 'acl:relcl' || cue.place.kind === 'host')
      continue;
    const above = governors(tree, cue.node);
    const first = cues.find(
      (other) =>
        other !== cue &&
        other.form === 'verb' &&
        other.node < cue.node &&
        other.place.kind === 'following' &&
        above.includes(other.place.node) &&
        (node.xpos === 'VBG' || node.xpos === 'VBN' || nodeAt(tree, other.node).xpos === node.xpos),
    );
    if (first === undefined || cues.some((other) => other.node === node.head && other.word !== null)) continue;
    // "a letter saying that …" stays with the letter.
    if (node.label === 'acl' && !cue.word.continuing) continue;
    // "said the pact had failed and claimed …": the finite verb matches the cue's tense, not the perfect of the content.
    const content = verbForm(tree, node.head);
    const matches =
      node.label === 'conj' &&
      (content.perfect || content.modal !== null) &&
      !verbForm(tree, first.node).perfect &&
      dependent(tree, cue.node, 'aux') === null;
    const goesOn = cue.word.continuing || matches || !surfaceSubjects(tree, cue.node).some(acts);
    if (goesOn) shared.set(cue, shared.get(first) ?? first);
  }
  return shared;
}
