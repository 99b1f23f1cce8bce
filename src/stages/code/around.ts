import type { Actor } from '../../document/claim.ts';
import type { Tree } from '../../document/tree.ts';
import { obliquesOf, undergoersOf } from '../../grammar/clause.ts';
import { dependent, dependents, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import { isPassive, verbForm } from '../../grammar/verb-form.ts';
import { type Cast, partiesIn } from './cast.ts';
import { complementsOf, particleObjectsOf, type Trigger } from './slots.ts';

/** What stands around a word that may set off rules: looked up once, however many rules ask. */
export interface Around {
  readonly trigger: Trigger;
  /** Lemmas in lower case of what stands in a place of the grammar. */
  readonly lemmas: (place: LemmaPlace) => readonly string[];
  /** Lemmas of objects that a particle seems to introduce ("handed over the suspects"). */
  readonly behind: (particles: ReadonlySet<string>) => readonly string[];
  /** Nodes that fill a slot. */
  readonly nodes: (slot: string) => readonly number[];
  /** Actors that fill a slot. */
  readonly parties: (slot: string) => readonly Actor[];
  readonly has: (slot: string) => boolean;
}

export type LemmaPlace = 'particle' | 'doer' | 'object' | 'complement' | 'modifier' | 'phrase';

/** @param amounts nouns that count what stands behind "of" */
export function around(tree: Tree, trigger: Trigger, cast: Cast, amounts: ReadonlySet<string>): Around {
  const { node, kind } = trigger;
  const nodes = kept((slot: string) => cast.fill(tree, trigger, slot));
  const parties = kept((slot: string) => partiesIn(cast, tree, trigger, slot));
  const countedOf = (list: readonly number[]): readonly number[] => list.flatMap((it) => counted(tree, it, amounts));
  const lemmasOf = (list: readonly number[]): readonly string[] =>
    list.map((it) => nodeAt(tree, it).lemma.toLowerCase());
  const objects = kept((_: 'object') =>
    kind === 'verb' ? countedOf([...undergoersOf(tree, node), ...keptObjects(tree, node)]) : [],
  );
  const places: Readonly<Record<LemmaPlace, () => readonly number[]>> = {
    particle: () => particlesOf(tree, node),
    doer: () => countedOf(nodes('subject')),
    object: () => objects('object'),
    complement: () => predicatesOf(tree, node),
    modifier: () =>
      (kind === 'verb' ? objects('object') : [node]).flatMap((noun) =>
        dependents(tree, noun, 'amod', 'compound', 'nmod').map((it) => it.index),
      ),
    phrase: () =>
      [node, ...(kind === 'verb' ? undergoersOf(tree, node) : [])].flatMap((it) =>
        countedOf(obliquesOf(tree, it).map((oblique) => oblique.node)),
      ),
  };
  return {
    trigger,
    lemmas: kept((place: LemmaPlace) => lemmasOf(places[place]())),
    behind: (particles) => lemmasOf(countedOf(particleObjectsOf(tree, node, particles))),
    nodes,
    parties,
    has: kept((slot: string) => has(tree, trigger, slot, { nodes, purposes: cast.roles.purposes })),
  };
}

/** Answers are kept by what was asked. */
function kept<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = answer(key);
    known.set(key, found);
    return found;
  };
}

interface Filled {
  readonly nodes: (slot: string) => readonly number[];
  readonly purposes: readonly string[];
}

function has(tree: Tree, { node, carrier }: Trigger, slot: string, { nodes, purposes }: Filled): boolean {
  switch (slot) {
    case 'clause':
      return complementsOf(tree, node).length > 0;
    case 'infinitive':
      return complementsOf(tree, node).some(
        (at) => verbForm(tree, at).infinitive || (nodeAt(tree, at).xpos === 'VB' && !verbForm(tree, at).finite),
      );
    case 'wish':
      return complementsOf(tree, node).some((at) => isWished(tree, at));
    case 'purpose':
      return (
        carrier === null && hasLabel(nodeAt(tree, node), 'obl') && purposes.includes(preposition(tree, node) ?? '')
      );
    case 'carrier':
      return carrier !== null;
    default:
      return nodes(slot).length > 0;
  }
}

/** "insisted that it leave", "that it should leave": the clause of what is wanted, not of what is so. */
function isWished(tree: Tree, index: number): boolean {
  const { infinitive, modal } = verbForm(tree, index);
  const subject = dependent(tree, index, 'nsubj');
  if (subject === null || infinitive) return false;
  if (modal !== null) return OUGHT.has(modal);
  const { xpos } = nodeAt(tree, index);
  const single = subject.xpos === 'NN' || subject.xpos === 'NNP';
  return (
    (xpos === 'VB' && dependent(tree, index, 'aux') === null) ||
    (xpos === 'VBP' && single) ||
    dependents(tree, index, 'aux:pass', 'cop').some((it) => it.xpos === 'VB')
  );
}

const OUGHT = new Set(['should', 'must']);

/** Complements, and the second object that a parser makes of a noun ("called him a liar"). */
const predicatesOf = (tree: Tree, node: number): readonly number[] => [
  ...complementsOf(tree, node),
  ...dependents(tree, node, 'obj')
    .map((it) => it.index)
    .slice(1),
];

/** "was refused a visa": the object that a passive keeps, which parsers also take for a predicate. */
const keptObjects = (tree: Tree, node: number): readonly number[] =>
  isPassive(tree, node)
    ? dependents(tree, node, 'xcomp')
        .filter((it) => it.upos === 'NOUN' || it.upos === 'PROPN')
        .map((it) => it.index)
    : [];

/** Particles, and the prepositions and adverbs that a parser sometimes makes of them. */
const particlesOf = (tree: Tree, node: number): readonly number[] =>
  dependents(tree, node, 'compound:prt', 'advmod', 'obl', 'xcomp').flatMap((it) =>
    hasLabel(it, 'obl', 'xcomp') ? dependents(tree, it.index, 'case').map((marker) => marker.index) : [it.index],
  );

/** "a third of the prisoners", "$5 million of aid": an amount, and what it is of. */
const counted = (tree: Tree, index: number, amounts: ReadonlySet<string>): readonly number[] => {
  const { upos, lemma } = nodeAt(tree, index);
  if (upos !== 'NUM' && upos !== 'SYM' && !amounts.has(lemma)) return [index];
  return [
    index,
    ...dependents(tree, index, 'nmod')
      .filter((it) => preposition(tree, it.index) === 'of' || preposition(tree, it.index) === 'in')
      .map((it) => it.index),
  ];
};
