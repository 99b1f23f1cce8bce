import type { Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import { isPassive, verbForm } from '../../grammar/verb-form.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

type Words = Knowledge['languages/en/standing'];
export type Governor = Words['governors'][number];

/** The governor that a word is for an act below it, or null. */
export type FindGovernor = (
  tree: Tree,
  index: number,
  below: { readonly act: number; readonly over: 'nouns' | 'clauses' | 'contents' | 'requests' },
) => Governor | null;

/** Indexes the words that decide the standing of acts below them. */
export function governorsOf({ governors }: Words): FindGovernor {
  const index = new Map<string, Governor[]>();
  for (const governor of governors)
    for (const [kind, lemmas] of [
      ['VERB', governor.verb],
      ['NOUN', governor.noun],
      ['ADJ', governor.adjective],
    ] as const)
      for (const lemma of lemmas) index.set(`${kind}:${lemma}`, [...(index.get(`${kind}:${lemma}`) ?? []), governor]);
  return (tree, at, { act, over }) => {
    const node = nodeAt(tree, at);
    const kind = node.upos === 'AUX' ? 'VERB' : node.upos === 'PROPN' ? 'NOUN' : node.upos;
    const mine = [
      ...(index.get(`${kind}:${node.lemma}`) ?? []),
      ...(node.xpos === 'VBN' ? (index.get(`ADJ:${node.lemma}`) ?? []) : []),
    ];
    const particles = dependents(tree, at, 'compound:prt', 'advmod').map((it) => it.lemma);
    const through = over === 'contents' ? null : preposition(tree, act);
    const fits = mine.filter(
      (governor) =>
        (governor.over === over || (governor.over === 'both' && over !== 'contents')) &&
        (governor.through.length === 0 || governor.through.includes(through ?? '')),
    );
    return (
      fits.find((governor) => governor.particle.some((particle) => particles.includes(particle))) ??
      fits.find((governor) => governor.particle.length === 0 && governor.through.length > 0) ??
      fits.find((governor) => governor.particle.length === 0) ??
      null
    );
  };
}

/**
 * Finds the verb that carries a noun of action: of which it is object or passive subject ("held talks", "the visit was
 * postponed"), or subject where the verb only says that it happens ("talks will take place"); else the participle that tells of it
 * ("an attack carried out by rebels"). What the sentence says of it beats a participle, unless that one says it took place
 * and the sentence only that it was made known.
 */
export function carriersIn({ sought }: Words, find: FindGovernor): (tree: Tree, index: number) => number | null {
  const seeking = new Set(sought);
  const carrierOf = (tree: Tree, index: number): number | null => {
    const node = nodeAt(tree, index);
    if (node.label === 'conj') return carrierOf(tree, node.head);
    const over = { act: index, over: 'nouns' } as const;
    const participle = dependents(tree, index, 'acl').find((it) => it.xpos === 'VBN' && !hasLabel(it, 'acl:relcl'));
    const told = participle === undefined ? null : find(tree, participle.index, over);
    if (node.head < 0) return participle !== undefined && told !== null ? participle.index : null;
    const verb = predicateOver(tree, index);
    const carried =
      hasLabel(node, 'obj', 'nsubj:pass') ||
      (hasLabel(node, 'nsubj') && nodeAt(tree, verb).upos === 'VERB') ||
      (hasLabel(node, 'obl') && seeking.has(preposition(tree, index) ?? ''));
    const found = carried ? find(tree, verb, over) : null;
    // "The march blocked the road": what an act does to something else is not done to the act.
    const acts = hasLabel(node, 'nsubj') && !isPassive(tree, verb) && dependent(tree, verb, 'obj') !== null;
    const governor = acts && node.label !== 'nsubj:pass' && found?.status !== 'own' ? null : found;
    // "for" ties an act to a verb only where the verb asks for it ("called for talks").
    const main = governor !== null && hasLabel(node, 'obl') && governor.through.length === 0 ? null : governor;
    if (
      participle !== undefined &&
      told !== null &&
      (main === null || (told.status === 'own' && !ENDS.has(main.status)))
    )
      return participle.index;
    return main === null ? null : verb;
  };
  return carrierOf;
}

/** What undoes an act also where a participle says that it took place. */
const ENDS = new Set<Governor['status']>(['postponed', 'cancelled', 'declined', 'denied', 'not-occurred']);

/**
 * The verb that a noun depends on; of two in a row without a subject between ("the trip, announced in May, was put off"),
 * which parsers take for a statement, the second.
 */
export function predicateOver(tree: Tree, index: number): number {
  const { head, label } = nodeAt(tree, index);
  if (!label.startsWith('nsubj') || nodeAt(tree, head).xpos !== 'VBD' || dependent(tree, head, 'aux') !== null)
    return head;
  return laterPredicates(tree, head)[0] ?? head;
}

/** Clauses without a subject or conjunction that parsers hang on what is their subject, or on its participle. */
export const laterPredicates = (tree: Tree, index: number): readonly number[] =>
  dependents(tree, index, 'ccomp')
    .map((it) => it.index)
    .filter((it) => verbForm(tree, it).finite && dependent(tree, it, 'nsubj', 'mark', 'expl') === null);
