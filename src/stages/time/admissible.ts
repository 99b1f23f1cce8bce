import type { Node, Tree } from '../../document/tree.ts';
import { dependent, firstConjunct, nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Bit } from './bits.ts';
import type { Expression, Point } from './expression.ts';
import type { Lexicon } from './lexicon.ts';

/** Where an expression stands: its bits `[start, end)` of the sentence and its head in the tree. */
export interface Standing {
  readonly tree: Tree;
  readonly node: number;
  readonly bits: readonly Bit[];
  readonly start: number;
  readonly end: number;
}

/** An expression that the sentence bears out, and how many of its first bits do not belong to it. */
interface Admitted {
  readonly expression: Expression;
  readonly cut: number;
}

/**
 * Is this a time in this sentence? "May" may be a person, "2015" a number of people, "march" what soldiers do.
 * A bound in front holds only for a time that is the object of that preposition: in "after Monday's attack" the attack is.
 */
export function admissible(expression: Expression, standing: Standing, lex: Lexicon): Admitted | null {
  const { tree, node, bits, start, end } = standing;
  if (expression.is === 'range' || expression.is === 'duration') return { expression, cut: 0 };
  if (expression.is === 'set') return { expression, cut: 0 };
  if (expression.is !== 'bound') return plausible(expression, standing, lex) ? { expression, cut: 0 } : null;
  if (expression.bound === 'in' || expression.bound === 'within') {
    const head = nodeAt(tree, node);
    if (head.head >= 0 && tellsWhen(tree, head.head) && !followedBy(bits, end, lex.calendar.of))
      return { expression, cut: 0 };
    return expression.of.is === 'stretch'
      ? { expression: { is: 'duration', length: expression.of.length }, cut: 1 }
      : null;
  }
  if (expression.bound === 'since' && isRecord(tree, node, bits[start])) return null;
  const opening = bits
    .slice(start, end)
    .findIndex(({ node: at }) => nodeAt(tree, at).upos !== 'ADP' && nodeAt(tree, at).upos !== 'SCONJ');
  const cut = Math.max(1, opening);
  if (!plausible(expression.of, { ...standing, start: start + cut }, lex)) return null;
  return modifiesNext(tree, node, bits, end) || fromNoun(expression.bound, tree, node)
    ? { expression: expression.of, cut }
    : { expression, cut: 0 };
}

/** Does a time below this node tell when something is done? "be back in two days" as much as a verb. */
const tellsWhen = (tree: Tree, index: number): boolean =>
  ['VERB', 'AUX', 'ADJ', 'ADV'].includes(nodeAt(tree, index).upos) ||
  dependent(tree, index, 'cop') !== null ||
  (nodeAt(tree, index).upos === 'NOUN' && dependent(tree, index, 'nummod') === null && !isRanked(tree, index));

/** "his first visit since 2017", "the worst year since the war": a time that ranks, not one when anything happened. */
function isRecord(tree: Tree, node: number, since: Bit | undefined): boolean {
  const governor = nodeAt(tree, node).head;
  const before = since === undefined ? -1 : since.node - 1;
  return [governor, before].some((at) => at >= 0 && isRanked(tree, at));
}

/** "the first visit", "the worst year". */
const isRanked = (tree: Tree, index: number): boolean =>
  nodeAt(tree, index).children.some((child) => {
    const { xpos, lemma, label } = nodeAt(tree, child);
    return label === 'amod' && (xpos === 'JJS' || RANKS.has(lemma));
  });

// Ordinals and "only" have no tag of their own in the treebanks of English.
const RANKS = new Set(['first', 'second', 'third', 'only', 'last']);

/** "Monday's attack", "the 2015 coup": the words qualify a noun that follows. */
function modifiesNext(tree: Tree, node: number, bits: readonly Bit[], end: number): boolean {
  const head = nodeAt(tree, node);
  if (/^['’]s?$/.test(bits[end]?.text ?? '')) return true;
  return head.head > node && ['compound', 'nmod:poss', 'nmod', 'nummod', 'amod', 'nmod:unmarked'].includes(head.label);
}

/** "a report from 2017": the noun's own date. */
const fromNoun = (bound: string, tree: Tree, node: number): boolean =>
  bound === 'from' && nodeAt(tree, node).label === 'nmod';

function plausible(point: Point, { tree, node, bits, start, end }: Standing, lex: Lexicon): boolean {
  const head = nodeAt(tree, node);
  // "the late May" may be a person, "early May" and "mid-May" are none.
  if (point.is === 'part' && point.third < 3 && point.of.is === 'date' && point.of.month !== null) return true;
  if (point.is === 'part' || point.is === 'side')
    return plausible(point.of, { tree, node, bits, start: end - 1, end }, lex);
  if (point.is === 'date' && point.year === null && point.day === null) {
    // Behind a bound ("beginning in May") the head of all the words is another.
    const own = nodeAt(tree, bits[end - 1]?.node ?? node);
    return isMonth(own.form === '.' ? head : own, tree, bits[end]);
  }
  if (point.is === 'date' && point.month === null && point.day === null)
    return isYear({ tree, node, bits, start, end }, lex);
  if (point.is === 'months' && point.count === 3 && point.year === null)
    return /^q$/i.test(bits[start]?.text ?? '') || preposition(tree, node) !== null;
  return true;
}

const MONTH_LABELS = [
  'obl',
  'nmod',
  'obl:tmod',
  'obl:unmarked',
  'nmod:tmod',
  'nmod:unmarked',
  'compound',
  'nmod:poss',
  'conj',
  'obj',
  'root',
  'dep',
  'appos',
];

/** A month's bare name: an adjunct or modifier, never a doer, nor a first name before a surname. */
function isMonth(head: Node, tree: Tree, next: Bit | undefined): boolean {
  if (head.upos !== 'PROPN' && head.upos !== 'NOUN') return false;
  if (!MONTH_LABELS.includes(head.label)) return false;
  const marker = preposition(tree, head.index);
  if (head.label === 'obj' || head.label === 'appos' || head.label === 'root') return false;
  if (head.label === 'compound') return !/^\p{Lu}/u.test(next?.text ?? '');
  if (head.children.some((child) => nodeAt(tree, child).label === 'flat')) return false;
  const name = head.children.some(
    (child) => ['compound', 'amod'].includes(nodeAt(tree, child).label) && nodeAt(tree, child).upos === 'PROPN',
  );
  if (name) return false;
  return marker === null || !['with', 'to', 'for', 'against', 'on', 'about'].includes(marker);
}

/** Four figures count what follows them unless something makes them one particular year, and number the noun before them. */
function isYear({ tree, bits, start, end }: Standing, lex: Lexicon): boolean {
  const bit = bits[start];
  const next = bits[end];
  if (bit === undefined) return false;
  if (lex.calendar.numbers[bit.lower] !== undefined || lex.units.has(bit.lower)) return true;
  const node = nodeAt(tree, bit.node);
  const after = next === undefined ? null : nodeAt(tree, next.node);
  const before = bits[start - 1] === undefined ? null : nodeAt(tree, bits[start - 1]?.node ?? 0);
  if (isNumber(tree, node, lex)) return false;
  if (['compound', 'flat', 'nmod:npmod'].includes(node.label) && before?.upos === 'PROPN' && node.head < node.index)
    return true;
  if (after?.xpos === 'NNS' && node.head === after.index && before?.upos === 'DET' && !isArticle(before, lex))
    return false;
  if (node.label === 'nummod' || (after?.xpos === 'NNS' && node.head === after.index))
    return before !== null && before.upos !== 'VERB' && ['DET', 'PRON', 'ADJ', 'PROPN', 'PART'].includes(before.upos);
  if (node.label === 'obj' || node.label === 'nsubj') return before?.upos === 'ADP';
  return true;
}

/** "some 2000 soldiers" counts, "the 2016 elections" does not. */
const isArticle = ({ form }: Node, { calendar }: Lexicon): boolean => calendar.articles.includes(form.toLowerCase());

/** "resolution 1701", "cases 1001 and 1002": the figures say which of many; "Elections 2024" and "the year 2016" tell when. */
function isNumber(tree: Tree, node: Node, { counted, units }: Lexicon): boolean {
  const first = nodeAt(tree, firstConjunct(tree, node.index));
  const noun = tree.nodes[first.index - 1];
  if (noun === undefined || first.head !== noun.index || preposition(tree, first.index) !== null) return false;
  if (!['nmod:unmarked', 'nmod:desc', 'nummod', 'flat', 'compound', 'dep', 'appos'].includes(first.label)) return false;
  if (counted.has(noun.lemma.toLowerCase())) return true;
  return noun.upos === 'NOUN' && !/^\p{Lu}/u.test(noun.form) && !units.has(noun.form);
}

const followedBy = (bits: readonly Bit[], at: number, words: readonly string[]): boolean =>
  words.includes(bits[at]?.lower ?? '');
