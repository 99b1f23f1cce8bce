import type { Tree } from '../../document/tree.ts';
import { dependent, dependents, firstConjunct, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Language } from '../../languages/language.ts';

/** How a name stands as a place: after a preposition that takes little else ("in"), after one of going, or as what is visited. */
export type Locative = 'in' | 'to' | 'reached';

/** Makes the test whether the noun at a node is told as a place; null where it acts, owns or qualifies. */
export function locative(words: Language['whereabouts']): (tree: Tree, index: number) => Locative | null {
  const at = new Set(words.at);
  const to = new Set(words.to);
  const movers = new Set(words.movers);
  const reaching = new Set(words.reaching);
  const notIn = new Set(words['not in']);
  const parts = new Set(words.parts);
  const spots = new Set([...words.parts, ...words.areas]);

  return function test(tree: Tree, index: number, depth = 0): Locative | null {
    const node = nodeAt(tree, firstConjunct(tree, index));
    if (depth > 4) return null;
    // "The minister was in Tunis."
    if (node.head < 0) return dependent(tree, index, 'cop') !== null && preposition(tree, index) === 'in' ? 'in' : null;
    const up = nodeAt(tree, node.head);
    if (hasLabel(node, 'obj')) return reaching.has(up.lemma) ? 'reached' : null;
    if (hasLabel(node, 'nsubj:pass')) return reaching.has(up.lemma) ? 'reached' : null;
    // "the city of Arusha", "Kabul airport": the noun's own place is the name's; "the Red Sea city of Neom" is Neom.
    if (hasLabel(node, 'compound', 'nmod:desc', 'flat') && spots.has(up.lemma) && up.index > node.index)
      return dependents(tree, up.index, 'nmod').some((it) => preposition(tree, it.index) === 'of')
        ? null
        : test(tree, up.index, depth + 1);
    if (hasLabel(node, 'appos') && parts.has(up.lemma)) return test(tree, up.index, depth + 1);
    if (node.label === 'nmod:poss' || !hasLabel(node, 'obl', 'nmod')) return null;
    const word = preposition(tree, node.index);
    if (word === null) return null;
    if (word === 'of') return parts.has(up.lemma) ? test(tree, up.index, depth + 1) : null;
    if (at.has(word)) return notIn.has(up.lemma) ? null : word === 'in' || word === 'near' ? 'in' : 'to';
    if (!to.has(word)) return null;
    const object = dependent(tree, up.index, 'obj');
    return movers.has(up.lemma) || (object !== null && movers.has(object.lemma)) ? 'to' : null;
  };
}
