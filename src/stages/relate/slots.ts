import type { Tree } from '../../document/tree.ts';
import { obliquesOf, undergoersOf } from '../../grammar/clause.ts';
import { dependent, dependents, nodeAt, phraseSpan } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Rule } from './draft.ts';
import { gist } from './ends.ts';

/** A word of a rule found in a tree, with the nodes that fill its slots. */
export interface Match {
  readonly rule: Rule;
  readonly node: number;
  readonly subjects: readonly number[];
  readonly objects: readonly Filler[];
}

/** The object's node; `name` where its words alone are the object. */
export interface Filler {
  readonly node: number;
  readonly name: string | null;
}

/** What fills an object's slot: "object", a preposition, or a construction by its name. */
export function objectsAt(rule: Rule, tree: Tree, index: number, slot: string, text: string): readonly Filler[] {
  const fill = (node: number): Filler => ({ node, name: rule['object words'] ? gist(tree, node, text, index) : null });
  switch (slot) {
    case 'object':
      return undergoersOf(tree, index).map(fill);
    case 'policy':
      return undergoersOf(tree, index).flatMap((object) => policyOf(tree, object, text));
    case 'membership':
      return undergoersOf(tree, index)
        .filter((object) => nodeAt(tree, object).lemma === slot)
        .flatMap((object) => [
          ...obliquesOf(tree, object).map(({ node }) => node),
          ...dependents(tree, object, 'compound', 'nmod:poss').map((node) => node.index),
        ])
        .map((node) => ({ node, name: null }));
    case 'judgement':
      return judgementOf(tree, index, text);
    default:
      return [
        ...obliquesOf(tree, index)
          .filter(({ preposition }) => preposition === slot)
          .map(({ node }) => fill(node)),
        ...(slot === 'to' && rule['object words']
          ? dependents(tree, index, 'xcomp', 'advcl').filter((clause) => verbForm(tree, clause.index).infinitive)
          : []
        ).map(({ index: node }) => fill(node)),
      ];
  }
}

/** "a nuclear-free policy": what comes before the noun, where it says which policy and not merely how good or new. */
function policyOf(tree: Tree, object: number, text: string): readonly Filler[] {
  const node = nodeAt(tree, object);
  if (node.lemma !== 'policy') return [];
  const parts = dependents(tree, object, 'compound', 'amod').filter((part) => part.index < object);
  const says = parts.some(
    ({ index, label }) =>
      label === 'compound' || tree.nodes.slice(index - 2, index + 2).some(({ form }) => form === '-'),
  );
  const first = parts[0];
  if (first === undefined || !says) return [];
  const [start] = phraseSpan(tree, first.index);
  const before = nodeAt(tree, object - 1);
  return [{ node: object, name: text.slice(start, before.words[1]) }];
}

/** "regards X as Y", "considers X Y": the object is "X is Y". */
function judgementOf(tree: Tree, index: number, text: string): readonly Filler[] {
  // Two objects, or an object with what is predicated of it.
  const [about, second] = dependents(tree, index, 'obj', 'iobj');
  if (about === undefined || about.xpos.startsWith('W')) return [];
  const as =
    obliquesOf(tree, index).find(({ preposition }) => preposition === 'as')?.node ??
    dependent(tree, index, 'xcomp')?.index ??
    second?.index;
  if (as === undefined || !['NOUN', 'ADJ', 'PROPN'].includes(nodeAt(tree, as).upos)) return [];
  const [start, end] = phraseSpan(tree, about.index, ['acl', 'appos', 'conj']);
  const [from, to] = phraseSpan(tree, as, ['case', 'mark', 'acl:relcl', 'appos', 'cc', 'conj']);
  return [{ node: as, name: `${text.slice(start, end)} is ${text.slice(from, to)}` }];
}
