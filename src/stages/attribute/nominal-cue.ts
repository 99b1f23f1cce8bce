import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt, subtree } from '../../grammar/phrase.ts';
import type { Speech } from '../../languages/speech.ts';
import { isThatClause, opensWithThat } from './complement.ts';
import type { Found } from './cue.ts';

/** A noun or adjective with a clause that says what was said: "the claim that …", "adamant that …". */
export function nominalCue(tree: Tree, node: Node, speech: Speech, taken: ReadonlySet<number>): Found | null {
  const noun = node.upos === 'NOUN' || node.xpos.startsWith('NN');
  const word = noun
    ? speech.nouns.get(node.lemma.toLowerCase())
    : node.upos === 'ADJ'
      ? speech.adjectives.get(node.lemma.toLowerCase())
      : undefined;
  if (word === undefined) return null;
  const below = dependents(tree, node.index, 'nmod').flatMap((it) =>
    dependents(tree, it.index, 'acl', 'ccomp').filter((clause) => opensWithThat(tree, clause, speech)),
  );
  const clause = [...dependents(tree, node.index, 'acl', 'ccomp'), ...below, ...extraposed(tree, node)].find(
    (it) =>
      !taken.has(it.index) &&
      isThatClause(tree, it, speech) &&
      dependent(tree, it.index, 'nsubj', 'csubj', 'expl', 'cop') !== null,
  );
  if (clause === undefined) return null;
  const base = { node: node.index, form: noun ? 'noun' : 'adjective', word, words: [node.index] } as const;
  const lost = noun ? mainVerbInside(tree, node, clause) : null;
  if (lost === null) return { ...base, place: { kind: 'complement', node: clause.index } };
  const [from = clause.index] = subtree(tree, clause.index);
  return { ...base, place: { kind: 'following', node: clause.index, from, to: lost - 1 } };
}

/**
 * "A claim that it would close the port alarmed Oslo": where the noun has no verb above it, the sentence's own verb was taken
 * for a participle in the clause, although participles of that sort take no object.
 */
function mainVerbInside(tree: Tree, noun: Node, clause: Node): number | null {
  if (noun.head >= 0) return null;
  const verb = tree.nodes.find(
    ({ index, xpos, label }) =>
      index > clause.index &&
      (xpos === 'VBN' || xpos === 'VBD') &&
      label !== 'conj' &&
      nodeAt(tree, index - 1).upos !== 'AUX' &&
      dependent(tree, index, 'obj', 'flat') !== null &&
      dependent(tree, index, 'aux', 'nsubj', 'mark') === null,
  );
  return verb?.index ?? null;
}

/** "Reports emerged that …": the clause stands behind the verb of which the noun is the subject. */
const extraposed = (tree: Tree, node: Node): readonly Node[] =>
  hasLabel(node, 'nsubj') && node.head >= 0 && dependent(tree, node.head, 'obj') === null
    ? dependents(tree, node.head, 'ccomp', 'advcl', 'acl')
    : [];
