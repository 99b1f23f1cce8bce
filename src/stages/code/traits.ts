import { contains } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { dependent, dependents, governors, nodeAt } from '../../grammar/phrase.ts';
import { isPassive, verbForm } from '../../grammar/verb-form.ts';
import type { Language } from '../../languages/language.ts';
import type { Candidate } from './between.ts';
import { type Pair, placeOf } from './pair.ts';
import type { Needs } from './scene.ts';

/** What a judge sees of a sentence and two participants: named traits, each with its strength. */
export type Traits = ReadonlyMap<string, number>;

/**
 * Traits of the words between and around two participants, and of the acts that rules find: lemmas on the path through the tree, in the
 * sentence, and in the clause of the path's head; the types of act that the rules know each lemma for; what the best rules say.
 * Words inside the participants' names count only for those that head them.
 */
export function traitsOf(language: Language): (layers: Needs, pair: Pair, acts: readonly Candidate[]) => Traits {
  const typesOf = typesByLemma(language);
  const classesOf = new Map<string, string[]>();
  for (const [name, words] of Object.entries(language.classes))
    for (const word of words) classesOf.set(word, [...(classesOf.get(word) ?? []), name]);
  return (layers, pair, acts) => {
    const traits = new Map<string, number>();
    const add = (name: string, value: number): void => void traits.set(name, (traits.get(name) ?? 0) + value);
    ruled(acts, add);
    const source = placeOf(layers.trees, pair.source);
    const target = pair.target === null ? null : placeOf(layers.trees, pair.target);
    for (const [sentence, tree] of layers.trees.entries()) {
      const named = (node: number): boolean =>
        contains(pair.source, nodeAt(tree, node).words) ||
        (pair.target !== null && contains(pair.target, nodeAt(tree, node).words));
      const path =
        source?.sentence === sentence && target?.sentence === sentence ? pathOf(tree, source.node, target.node) : [];
      const lexical = (node: number, place: string, weight: number): void => {
        const { lemma, upos } = nodeAt(tree, node);
        if (!OPEN.has(upos) || named(node)) return;
        const word = lemma.toLowerCase();
        add(`${place}:${word}`, weight);
        for (const type of typesOf.get(`${upos}:${word}`) ?? []) add(`${place}>${type}`, weight / 2);
        for (const name of classesOf.get(word) ?? []) add(`${place}@${name}`, weight / 2);
      };
      for (const { index } of tree.nodes) lexical(index, 'word', 0.5);
      for (const node of path) lexical(node, 'path', 1);
      for (let at = 0; at + 1 < tree.nodes.length; at++) {
        if (named(at) || named(at + 1)) continue;
        add(`two:${nodeAt(tree, at).lemma} ${nodeAt(tree, at + 1).lemma}`.toLowerCase(), 0.3);
      }
      const top = path.find((node) => path.every((other) => other === node || governors(tree, other).includes(node)));
      for (const verb of top === undefined ? [] : [top]) clause(tree, verb, add);
      if (path.length > 0) add(`steps:${Math.min(path.length, 8)}`, 0.3);
    }
    return traits;
  };
}

const OPEN = new Set(['VERB', 'NOUN', 'ADJ', 'ADV', 'AUX', 'PROPN']);

/** What the rules say: the best act's type, rule and status, and how well the best act of each type fits. */
function ruled(acts: readonly Candidate[], add: (name: string, value: number) => void): void {
  const [best] = acts;
  if (best === undefined) add('no act', 1);
  else {
    add(`best:${best.view.type}`, best.fit > 0 ? 1.5 : 0.5);
    add(`root:${best.view.cameo.slice(0, 2)}`, 0.5);
    add(`code:${best.view.cameo}`, 0.5);
    add(`rule:${best.because[0]?.rule ?? ''}`, 0.7);
    add(`status:${best.status}`, 0.3);
    for (const { rule } of best.because.slice(1)) add(`by:${rule}`, 0.5);
  }
  const seen = new Set<string>();
  for (const { view, fit } of acts) {
    if (seen.has(view.type)) continue;
    seen.add(view.type);
    add(`fit:${view.type}`, Math.max(0, Math.min(1.5, (fit + 4) / 8)));
  }
}

/** The head of the path: its lemma, form, polarity, objects and particles. */
function clause(tree: Tree, verb: number, add: (name: string, value: number) => void): void {
  const { lemma, upos } = nodeAt(tree, verb);
  const form = verbForm(tree, verb);
  add(`top:${lemma.toLowerCase()}`, 1);
  add(`top is ${upos}${isPassive(tree, verb) ? ' passive' : ''}`, 0.3);
  if (form.modal !== null) add(`modal:${form.modal}`, 0.7);
  if (dependents(tree, verb, 'advmod').some((it) => it.lemma === 'not')) add('not', 0.7);
  for (const label of ['obj', 'xcomp', 'ccomp', 'obl', 'compound:prt']) {
    const below = dependent(tree, verb, label);
    if (below !== null) add(`${label}:${below.lemma.toLowerCase()}`, 0.7);
    if (below !== null) add(`pair:${lemma} ${below.lemma}`.toLowerCase(), 0.7);
  }
}

/** The nodes from one to the other through the tree, ends included. */
function pathOf(tree: Tree, from: number, to: number): readonly number[] {
  const up = [from, ...governors(tree, from)];
  const down = [to, ...governors(tree, to)];
  const meeting = up.find((node) => down.includes(node)) ?? tree.root;
  return [...up.slice(0, up.indexOf(meeting) + 1), ...down.slice(0, down.indexOf(meeting)).reverse()];
}

/** For which types of act the rules know a word. */
function typesByLemma({ events }: Language): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const rule of events)
    for (const [upos, list] of [
      ['VERB', rule.verb],
      ['NOUN', rule.noun],
      ['ADJ', rule.adjective],
    ] as const)
      for (const lemma of list) {
        const key = `${upos}:${lemma}`;
        found.set(key, (found.get(key) ?? new Set()).add(rule.type));
      }
  return new Map([...found].map(([key, types]) => [key, [...types]]));
}
