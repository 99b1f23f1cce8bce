import type { Node, Tree } from '../document/tree.ts';
import { conjuncts, dependent, dependents, firstConjunct, hasLabel, nodeAt, preposition, subtree } from './phrase.ts';
import { isPassive, verbForm } from './verb-form.ts';

/*
 * Who is subject and object of a verb, as the grammar of Universal Dependencies lets one say it without knowing words:
 * through passives, control, coordination, participles and relative clauses.
 * Labels: de Marneffe, Manning, Nivre, Zeman, "Universal Dependencies", Computational Linguistics 47 (2021).
 */

/** Those who do what the verb says, in the deep sense: the subject of an active verb, the by-phrase of a passive one. */
export function doersOf(tree: Tree, index: number): readonly number[] {
  if (!isPassive(tree, index)) return surfaceSubjects(tree, index);
  const agent = agentOf(tree, index);
  return agent === null ? [] : conjuncts(tree, agent);
}

/** Those to whom it is done: objects of an active verb, the subject of a passive one. */
export function undergoersOf(tree: Tree, index: number): readonly number[] {
  if (isPassive(tree, index)) {
    const kept = dependents(tree, index, 'obj').flatMap((node) => conjuncts(tree, node.index));
    return [...surfaceSubjects(tree, index), ...kept];
  }
  const own = dependents(tree, index, 'obj')
    .filter((node) => !isDisplaced(tree, index, node))
    .flatMap((node) => conjuncts(tree, node.index));
  if (own.length > 0) return own.map((at) => antecedentOf(tree, at));
  const displaced = dependents(tree, index, 'xcomp').flatMap((it) => displacedObject(tree, it.index));
  if (displaced.length > 0) return displaced;
  const indirect = dependents(tree, index, 'iobj').flatMap((node) => conjuncts(tree, node.index));
  if (indirect.length > 0) return indirect;
  return relativeGap(tree, index);
}

/** "told them to leave": parsers hang "them" on the infinitive before which it stands. */
const isDisplaced = (tree: Tree, infinitive: number, object: Node): boolean =>
  hasLabel(nodeAt(tree, infinitive), 'xcomp') &&
  dependents(tree, infinitive, 'mark', 'aux').some((mark) => mark.xpos === 'TO' && object.index < mark.index);

const displacedObject = (tree: Tree, infinitive: number): readonly number[] =>
  dependents(tree, infinitive, 'obj')
    .filter((object) => isDisplaced(tree, infinitive, object))
    .flatMap((object) => conjuncts(tree, object.index));

/** The by-phrase of a passive. */
function agentOf(tree: Tree, index: number): number | null {
  const own =
    dependent(tree, index, 'obl:agent') ??
    dependents(tree, index, 'obl').find((node) => preposition(tree, node.index) === 'by') ??
    null;
  if (own !== null) return own.index;
  const node = nodeAt(tree, index);
  return node.label === 'conj' && isPassive(tree, node.head) ? agentOf(tree, node.head) : null;
}

/** The grammatical subject, one's own or the one that the construction lends; coordination is opened, relatives resolved. */
export function surfaceSubjects(tree: Tree, index: number, depth = 0): readonly number[] {
  if (depth > 12) return [];
  const own = dependents(tree, index, 'nsubj');
  if (own.length > 0)
    return own.slice(0, 1).flatMap((node) => conjuncts(tree, node.index).map((at) => antecedentOf(tree, at)));
  const node = nodeAt(tree, index);
  if (node.head < 0) return [];
  const up = node.head;
  if (node.label === 'conj') return surfaceSubjects(tree, up, depth + 1);
  if (hasLabel(node, 'xcomp')) {
    const displaced = displacedObject(tree, index);
    return displaced.length > 0 ? displaced : controllersOf(tree, up, depth);
  }
  const before = node.label === 'advcl' && node.xpos === 'VBG' ? dependent(tree, up, 'obj') : null;
  if (before !== null && touches(tree, before.index, index)) return conjuncts(tree, before.index);
  if (node.label === 'advcl' || node.label === 'parataxis' || node.label === 'dep')
    return node.xpos === 'VBG' || node.xpos === 'VBN' || node.xpos === 'VB' ? surfaceSubjects(tree, up, depth + 1) : [];
  if (hasLabel(node, 'acl:relcl')) return [];
  if (node.label === 'acl')
    return verbForm(tree, index).infinitive || preposition(tree, index) !== null
      ? holdersOf(tree, up, depth + 1)
      : conjuncts(tree, up);
  if (hasLabel(node, 'obl', 'ccomp', 'csubj') && isGerund(tree, index)) return surfaceSubjects(tree, up, depth + 1);
  return [];
}

/** "signing", "having signed". */
const isGerund = (tree: Tree, index: number): boolean =>
  nodeAt(tree, index).xpos === 'VBG' || dependents(tree, index, 'aux').some((it) => it.xpos === 'VBG');

/** "involves London helping Canberra": an object right before a gerund, with no comma between, is its subject. */
function touches(tree: Tree, object: number, gerund: number): boolean {
  const last = Math.max(...subtree(tree, object).filter((at) => at < gerund));
  return last === gerund - 1 && dependent(tree, gerund, 'mark') === null;
}

/** Who is understood as the subject of a complement: the object of the governing verb where it has one, else its subject. */
function controllersOf(tree: Tree, up: number, depth: number): readonly number[] {
  const object = dependent(tree, up, 'obj', 'iobj');
  if (object !== null && !isPassive(tree, up) && nodeAt(tree, up).upos === 'VERB') {
    const opened = conjuncts(tree, object.index);
    return opened.map((at) => antecedentOf(tree, at));
  }
  const recipient = dependents(tree, up, 'obl').find(
    (node) => preposition(tree, node.index) === 'on' || preposition(tree, node.index) === 'for',
  );
  if (recipient !== undefined && nodeAt(tree, up).upos === 'VERB' && !isPassive(tree, up))
    return conjuncts(tree, recipient.index);
  return surfaceSubjects(tree, up, depth + 1);
}

/**
 * Whose a noun is: its possessor, its "by" or "of" phrase, or the subject of the verb that governs it ("gave a pledge to …").
 */
export function holdersOf(tree: Tree, noun: number, depth = 0): readonly number[] {
  const owner = dependent(tree, noun, 'nmod:poss');
  if (owner !== null) return conjuncts(tree, owner.index);
  const by = dependents(tree, noun, 'nmod').find((node) =>
    ['by', 'from'].includes(preposition(tree, node.index) ?? ''),
  );
  if (by !== undefined) return conjuncts(tree, by.index);
  const node = nodeAt(tree, noun);
  if (node.head >= 0 && hasLabel(node, 'obj') && depth < 12) return doersOf(tree, node.head);
  return [];
}

/** The noun that a relative pronoun stands for; the node itself where it is none. */
export function antecedentOf(tree: Tree, index: number): number {
  const node = nodeAt(tree, index);
  if (!['WP', 'WDT', 'WP$'].includes(node.xpos) && !(node.xpos === 'IN' && node.upos === 'PRON')) return index;
  for (let at = node.head; at >= 0; at = nodeAt(tree, at).head) {
    const clause = nodeAt(tree, at);
    if (hasLabel(clause, 'acl') && clause.head >= 0) return clause.head;
  }
  return index;
}

/** "the pact Wellington signed": the object that a relative clause leaves out is the noun it hangs on. */
function relativeGap(tree: Tree, index: number): readonly number[] {
  const node = nodeAt(tree, index);
  const clause = firstConjunct(tree, index);
  const gap = nodeAt(tree, clause);
  if (!hasLabel(gap, 'acl:relcl') || gap.head < 0 || node.upos !== 'VERB') return [];
  const subject = dependent(tree, clause, 'nsubj');
  if (subject === null || antecedentOf(tree, subject.index) !== subject.index) return [];
  if (dependents(tree, index, 'obl', 'ccomp', 'xcomp').some((o) => antecedentOf(tree, o.index) !== o.index)) return [];
  return [gap.head];
}

/** A phrase that a preposition introduces, below a verb or a noun. */
export interface Oblique {
  readonly preposition: string;
  readonly node: number;
}

/** The prepositional phrases of a verb or noun, gerunds after a preposition included ("about Wellington exploring …"). */
export function obliquesOf(tree: Tree, index: number): readonly Oblique[] {
  return dependents(tree, index, 'obl', 'nmod', 'advcl', 'acl').flatMap((node: Node) => {
    if (node.label === 'nmod:poss') return [];
    const word = preposition(tree, node.index);
    if (word === null || (hasLabel(node, 'advcl', 'acl') && node.xpos !== 'VBG' && !hasLabel(node, 'obl', 'nmod')))
      return [];
    return conjuncts(tree, node.index)
      .filter((at) => at === node.index || preposition(tree, at) === word || dependent(tree, at, 'case') === null)
      .map((at) => ({ preposition: word, node: antecedentOf(tree, at) }));
  });
}
