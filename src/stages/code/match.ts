import type { Actor } from '../../document/claim.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { obliquesOf, undergoersOf } from '../../grammar/clause.ts';
import { dependent, dependents, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import { isPassive, verbForm } from '../../grammar/verb-form.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Cast, isPolitical, partiesIn } from './cast.ts';
import { complementsOf, particleObjectsOf, type Trigger } from './slots.ts';

export type Rule = Knowledge['languages/en/events/*'][number];

/** A rule that holds at a trigger. `taken` are nodes it has used up: nouns in them set off nothing of their own. */
export interface Match {
  readonly rule: Rule;
  readonly trigger: Trigger;
  readonly taken: readonly number[];
}

/** How a word may set off a rule. A participle is also looked up as the adjective it may be: "is opposed to". */
function waysToRead(tree: Tree, node: Node): readonly { readonly kind: Trigger['kind']; readonly key: string }[] {
  const adjective = { kind: 'adjective', key: `adjective:${node.form.toLowerCase()}` } as const;
  switch (node.upos) {
    case 'VERB':
      return [
        { kind: 'verb', key: `verb:${node.lemma}` },
        ...(node.xpos === 'VBN' && dependent(tree, node.index, 'obj') === null ? [adjective] : []),
      ];
    case 'NOUN':
    case 'PROPN':
      return [{ kind: 'noun', key: `noun:${node.lemma.toLowerCase()}` }];
    case 'ADJ':
      return [{ ...adjective, key: `adjective:${node.lemma}` }, adjective];
    default:
      return [];
  }
}

/** Finds the most specific rule for every word of a tree that sets one off. */
export function matcher(
  rules: readonly Rule[],
  { classes, quantities }: { readonly classes: Classes; readonly quantities: readonly string[] },
  carrierOf: (tree: Tree, index: number) => number | null,
): (tree: Tree, sentence: number, cast: Cast) => readonly Match[] {
  const index = new Map<string, Rule[]>();
  for (const rule of rules)
    for (const kind of ['verb', 'noun', 'adjective'] as const)
      for (const lemma of rule[kind]) index.set(`${kind}:${lemma}`, [...(index.get(`${kind}:${lemma}`) ?? []), rule]);
  for (const list of index.values()) list.sort((a, b) => specificity(b) - specificity(a));
  const wordsOf = openedLists(classes);
  const amounts = new Set(quantities);

  return (tree, sentence, cast) => {
    const found = tree.nodes.flatMap((node): readonly Match[] => {
      const readings = waysToRead(tree, node).filter(({ key }) => index.has(key));
      if (hasLabel(node, 'compound') || (node.upos === 'VERB' && hasLabel(node, 'amod'))) return [];
      for (const { kind, key } of readings) {
        const trigger: Trigger = {
          sentence,
          node: node.index,
          kind,
          carrier: kind === 'noun' ? carrierOf(tree, node.index) : null,
        };
        const rule = index
          .get(key)
          ?.find((candidate) => holds(candidate, { tree, trigger, cast, words: wordsOf(candidate), amounts }));
        if (rule !== undefined) return [{ rule, trigger, taken: takenBy(wordsOf(rule), tree, trigger) }];
      }
      return [];
    });
    const taken = new Set(found.flatMap((match) => match.taken));
    return found.filter((match) => !taken.has(match.trigger.node));
  };
}

/** How many conditions a rule states: the rule that asks for more is heard first. */
const specificity = (rule: Rule): number =>
  2 * Number(rule.object.length > 0) +
  2 * Number(rule.doer.length > 0) +
  Number(rule.unobject.length > 0) / 2 +
  2 * Number(rule.complement.length > 0) +
  2 * Number(rule.particle.length > 0) +
  2 * Number(rule.modifier.length > 0) +
  2 * Number(rule.phrase.length > 0) +
  rule.needs.length +
  rule.lacks.length / 2 +
  rule.political.length +
  rule.direct.length +
  rule.people.length +
  rule.named.length +
  2 * Number(rule.bodies.length > 0);

type Classes = Knowledge['languages/en/classes'];

/** The lists of lemmas of a rule, classes opened. */
type Lists = { readonly [List in (typeof LISTS)[number]]: ReadonlySet<string> };

const LISTS = ['particle', 'doer', 'object', 'unobject', 'complement', 'modifier', 'phrase'] as const;

/** Opens the lists of a rule when it is first tried: most never are. */
function openedLists(classes: Classes): (rule: Rule) => Lists {
  const opened = new Map<Rule, Lists>();
  const open = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.flatMap((word) => (word.startsWith('@') ? (classes[word.slice(1)] ?? []) : [word])));
  return (rule) => {
    const known = opened.get(rule);
    if (known !== undefined) return known;
    const lists = Object.fromEntries(LISTS.map((list) => [list, open(rule[list])])) as unknown as Lists;
    opened.set(rule, lists);
    return lists;
  };
}

interface Trial {
  readonly tree: Tree;
  readonly trigger: Trigger;
  readonly cast: Cast;
  readonly words: Lists;
  readonly amounts: ReadonlySet<string>;
}

function holds(rule: Rule, { tree, trigger, cast, words, amounts }: Trial): boolean {
  const among = (wanted: ReadonlySet<string>, nodes: () => readonly number[]): boolean =>
    wanted.size === 0 || nodes().some((node) => wanted.has(nodeAt(tree, node).lemma.toLowerCase()));
  const { node, kind } = trigger;
  const objects = (): readonly number[] =>
    kind === 'verb'
      ? [
          ...undergoersOf(tree, node),
          ...keptObjects(tree, node),
          ...particleObjectsOf(tree, node, words.particle),
        ].flatMap((it) => counted(tree, it, amounts))
      : [];
  return (
    among(words.particle, () => particlesOf(tree, node)) &&
    among(words.doer, () => cast.fill(tree, trigger, 'subject').flatMap((it) => counted(tree, it, amounts))) &&
    among(words.object, objects) &&
    (words.unobject.size === 0 || !among(words.unobject, objects)) &&
    among(words.complement, () => predicatesOf(tree, node)) &&
    among(words.modifier, () =>
      (kind === 'verb' ? objects() : [node]).flatMap((noun) =>
        dependents(tree, noun, 'amod', 'compound', 'nmod').map((it) => it.index),
      ),
    ) &&
    among(words.phrase, () =>
      [node, ...(kind === 'verb' ? undergoersOf(tree, node) : [])]
        .flatMap((it) => obliquesOf(tree, it))
        .flatMap((it) => counted(tree, it.node, amounts)),
    ) &&
    rule.needs.every((slot) => has(cast, tree, trigger, slot)) &&
    rule.lacks.every((slot) => !has(cast, tree, trigger, slot)) &&
    (rule.bodies.length === 0 || rule.bodies.some((slot) => partiesIn(cast, tree, trigger, slot).some(isBody))) &&
    rule.direct.every((slot) => cast.fill(tree, trigger, slot).some((at) => cast.isActor(trigger.sentence, at))) &&
    rule.people.every((slot) => partiesIn(cast, tree, trigger, slot).some((actor) => isPeople(actor, rule.unlike))) &&
    rule.named.every(
      (slot) =>
        cast.fill(tree, trigger, slot).some((at) => isNamed(tree, at, cast.roles)) ||
        partiesIn(cast, tree, trigger, slot).some(isPolitical),
    ) &&
    rule.political.every((slot) => partiesIn(cast, tree, trigger, slot).some(isPolitical))
  );
}

/** A name, or a noun that one tells apart: "the town of Sintra", "the Sintra palace". */
const isNamed = (tree: Tree, index: number, { naming }: Cast['roles']): boolean =>
  nodeAt(tree, index).upos === 'PROPN' ||
  dependents(tree, index, 'compound', 'appos').some((it) => it.upos === 'PROPN') ||
  dependents(tree, index, 'nmod').some(
    (it) => it.upos === 'PROPN' && naming.includes(preposition(tree, it.index) ?? ''),
  );

const isPeople = ({ kind, sector }: Actor, unlike: readonly string[]): boolean =>
  kind === 'person' || (kind !== 'state' && (sector === null || !unlike.includes(sector)));

const isBody = (actor: Actor): boolean => actor.kind === 'organisation' || actor.kind === 'pact';

function has(cast: Cast, tree: Tree, trigger: Trigger, slot: string): boolean {
  if (slot === 'clause') return complementsOf(tree, trigger.node).length > 0;
  if (slot === 'infinitive')
    return complementsOf(tree, trigger.node).some(
      (at) => verbForm(tree, at).infinitive || (nodeAt(tree, at).xpos === 'VB' && !verbForm(tree, at).finite),
    );
  if (slot === 'purpose')
    return (
      trigger.carrier === null &&
      hasLabel(nodeAt(tree, trigger.node), 'obl') &&
      cast.roles.purposes.includes(preposition(tree, trigger.node) ?? '')
    );
  if (slot === 'carrier') return trigger.carrier !== null;
  return cast.fill(tree, trigger, slot).length > 0;
}

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

const takenBy = ({ object }: Lists, tree: Tree, trigger: Trigger): readonly number[] =>
  object.size === 0 || trigger.kind !== 'verb'
    ? []
    : undergoersOf(tree, trigger.node).filter((at) => object.has(nodeAt(tree, at).lemma));
