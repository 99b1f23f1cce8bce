import type { Node, Tree } from '../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt } from './phrase.ts';

/** How a verb stands: read off its auxiliaries. `modal` is the lemma of the modal verb before it, if any. */
export interface VerbForm {
  readonly finite: boolean;
  readonly tense: 'past' | 'present' | null;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly modal: string | null;
  /** "to" before it. */
  readonly infinitive: boolean;
}

/** Does the word itself carry tense: a finite verb or a modal one? */
export const isFinite = ({ xpos }: Pick<Node, 'xpos'>): boolean => FINITE.has(xpos);

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/** Is this node a verb in the passive, finite ("was invited") or reduced ("forces backed by Ankara")? */
export function isPassive(tree: Tree, index: number): boolean {
  const node = nodeAt(tree, index);
  if (node.upos !== 'VERB' && node.xpos !== 'VBN') return false;
  if (dependent(tree, index, 'aux:pass', 'nsubj:pass', 'csubj:pass') !== null) return true;
  if (node.xpos !== 'VBN')
    return (dependent(tree, index, 'obl:agent') !== null && node.xpos !== 'VBG') || isReducedPast(tree, node);
  if (dependent(tree, index, 'aux') !== null) return false;
  if (node.label === 'conj') return dependent(tree, index, 'nsubj') === null && isPassive(tree, node.head);
  return (
    hasLabel(node, 'acl', 'advcl', 'amod', 'root', 'ccomp', 'xcomp', 'parataxis') &&
    dependent(tree, index, 'nsubj', 'obj') === null
  );
}

/** "activists arrested last week": parsers take the participle for a past tense. */
const isReducedPast = (tree: Tree, { index, xpos, label }: Node): boolean =>
  xpos === 'VBD' && label === 'acl' && dependent(tree, index, 'nsubj', 'obj', 'aux', 'mark', 'ccomp') === null;

/** Tense, aspect, voice and modal of a predicate; of a nominal predicate, those of its copula. */
export function verbForm(tree: Tree, index: number): VerbForm {
  const node = nodeAt(tree, index);
  const shared = node.label === 'conj' && dependent(tree, index, 'aux', 'cop', 'nsubj') === null ? node.head : null;
  const helpers = dependents(tree, index, 'aux', 'cop');
  const passive = isPassive(tree, index);
  if (shared !== null && helpers.length === 0 && nodeAt(tree, shared).xpos === node.xpos)
    return { ...verbForm(tree, shared), passive };
  const plain = helpers.filter((helper) => !hasLabel(helper, 'cop') && helper.label !== 'aux:pass');
  const modal = helpers.find((helper) => helper.xpos === 'MD') ?? null;
  const carriers = [...helpers, ...(helpers.some(isFinite) ? [] : [node])];
  const finite = carriers.find(isFinite) ?? null;
  const participle = node.xpos === 'VBN' || helpers.some((helper) => helper.xpos === 'VBN');
  return {
    finite: finite !== null,
    tense: finite === null || finite.xpos === 'MD' ? null : finite.xpos === 'VBD' ? 'past' : 'present',
    perfect: participle && plain.some((helper) => helper.lemma === 'have'),
    progressive: node.xpos === 'VBG' && plain.some((helper) => helper.lemma === 'be'),
    passive,
    modal: modal?.lemma ?? null,
    infinitive: dependents(tree, index, 'mark', 'aux').some((mark) => mark.xpos === 'TO'),
  };
}
