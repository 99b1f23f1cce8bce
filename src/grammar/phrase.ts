import type { Span } from '../document/span.ts';
import type { Node, Tree } from '../document/tree.ts';

/** The node at an index that the tree itself gave; throws when the tree is broken. */
export function nodeAt(tree: Tree, index: number): Node {
  const node = tree.nodes[index];
  if (node === undefined) throw new RangeError(`no node ${index} in a tree of ${tree.nodes.length}`);
  return node;
}

/** Does a label equal one of the given, or is it a subtype of it ("nsubj" takes "nsubj:pass")? */
export const hasLabel = (node: Node, ...labels: readonly string[]): boolean => isOneOf(node, labels);

function isOneOf({ label }: Node, labels: readonly string[]): boolean {
  for (const one of labels)
    if (label === one || (label.charCodeAt(one.length) === COLON && label.startsWith(one))) return true;
  return false;
}

const COLON = 0x3a;

/** Dependents with one of the labels, in the order of the text. */
export function dependents(tree: Tree, index: number, ...labels: readonly string[]): readonly Node[] {
  const found: Node[] = [];
  for (const child of nodeAt(tree, index).children) {
    const node = nodeAt(tree, child);
    if (isOneOf(node, labels)) found.push(node);
  }
  return found;
}

/** The first dependent with one of the labels, or null. */
export function dependent(tree: Tree, index: number, ...labels: readonly string[]): Node | null {
  for (const child of nodeAt(tree, index).children) {
    const node = nodeAt(tree, child);
    if (isOneOf(node, labels)) return node;
  }
  return null;
}

/** A node and everything below it, as ascending indices; dependents of `without` labels are left out with all they hold. */
export function subtree(tree: Tree, index: number, without: readonly string[] = []): readonly number[] {
  const found: number[] = [];
  const enter = (at: number): void => {
    let before = true;
    for (const child of nodeAt(tree, at).children) {
      if (at === index && without.length > 0 && isOneOf(nodeAt(tree, child), without)) continue;
      if (before && child > at) {
        found.push(at);
        before = false;
      }
      enter(child);
    }
    if (before) found.push(at);
  };
  enter(index);
  // In order already but where branches cross.
  return found.sort((a, b) => a - b);
}

/** The stretch of text that a node's phrase covers, punctuation at its edges left out. */
export function phraseSpan(tree: Tree, index: number, without: readonly string[] = []): Span {
  const inside = subtree(tree, index, without);
  const edge = (order: readonly number[]): Node =>
    nodeAt(tree, order.find((at) => nodeAt(tree, at).upos !== 'PUNCT') ?? index);
  const first = edge(inside);
  const last = edge([...inside].reverse());
  return [first.words[0], Math.max(last.words[1], first.words[1])];
}

/** A node and those coordinated with it: "Hungary, Romania and Serbia"; not those that are shut out: "but not Cyprus". */
export function conjuncts(tree: Tree, index: number): readonly number[] {
  const others = dependents(tree, index, 'conj').filter((node) => !isShutOut(tree, node));
  return others.length === 0 ? [index] : [index, ...others.flatMap((node) => conjuncts(tree, node.index))];
}

/** A noun in a list with which its conjunction or adverb does away: "Oslo, not Bern", "the cabinet minus its head". */
const isShutOut = (tree: Tree, { index, upos }: Node): boolean =>
  NOMINAL.has(upos) &&
  dependent(tree, index, 'cop') === null &&
  dependents(tree, index, 'cc', 'advmod', 'case').some((it) => SHUTTING_OUT.has(it.lemma));

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const SHUTTING_OUT = new Set(['not', 'minus', 'except', 'excluding', 'without']);

/** The first member of the coordination that a node belongs to; itself where there is none. */
export function firstConjunct(tree: Tree, index: number): number {
  let at = index;
  while (nodeAt(tree, at).label === 'conj' && nodeAt(tree, at).head >= 0) at = nodeAt(tree, at).head;
  return at;
}

/** The adposition that introduces a phrase, lower-cased, several words joined ("because of"); null where there is none. */
export function preposition(tree: Tree, index: number): string | null {
  const node = nodeAt(tree, index);
  const own = introducers(tree, index);
  const markers = own.length > 0 || node.xpos !== 'VBG' ? own : gerundIntroducers(tree, index);
  if (markers.length > 0) return markers.map((marker) => marker.form.toLowerCase()).join(' ');
  return node.label === 'conj' ? preposition(tree, firstConjunct(tree, index)) : null;
}

/** The words that introduce a phrase: the first marker, with those that follow it at once ("out of") or are fixed to it. */
function introducers(tree: Tree, index: number): readonly Node[] {
  const [first, ...others] = dependents(tree, index, 'case', 'mark').filter((it) => it.xpos !== 'POS');
  if (first === undefined) return [];
  const found = [first, ...dependents(tree, first.index, 'fixed')];
  for (const other of others) if (other.index === (found.at(-1)?.index ?? 0) + 1) found.push(other);
  return found;
}

/** "about Wellington exploring …": parsers hang the preposition on the gerund's subject. */
function gerundIntroducers(tree: Tree, index: number): readonly Node[] {
  const subject = dependent(tree, index, 'nsubj');
  return subject === null ? [] : introducers(tree, subject.index);
}

/** Indices of the governors of a node, nearest first, up to the root. */
export function governors(tree: Tree, index: number): readonly number[] {
  const chain: number[] = [];
  for (let at = nodeAt(tree, index).head; at >= 0 && chain.length <= tree.nodes.length; at = nodeAt(tree, at).head)
    chain.push(at);
  return chain;
}
