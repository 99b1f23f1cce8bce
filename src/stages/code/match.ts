import type { Actor } from '../../document/claim.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { undergoersOf } from '../../grammar/clause.ts';
import { dependent, dependents, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { around, type Around, type LemmaPlace } from './around.ts';
import { type Cast, isPolitical } from './cast.ts';
import type { Trigger } from './slots.ts';

export type Rule = Knowledge['languages/en/events/*'][number];

/** A rule that holds at a trigger. `taken` are nodes it has used up: nouns in them set off nothing of their own. */
export interface Match {
  readonly rule: Rule;
  readonly trigger: Trigger;
  readonly taken: readonly number[];
}

/** How a word may set off a rule: as a word of which kind, and which. */
interface Way {
  readonly kind: Trigger['kind'];
  readonly word: string;
}

/** A participle is also looked up as the adjective it may be: "is opposed to". */
function waysToRead(tree: Tree, node: Node): readonly Way[] {
  switch (node.upos) {
    case 'VERB':
      return node.xpos === 'VBN' && dependent(tree, node.index, 'obj') === null
        ? [
            { kind: 'verb', word: node.lemma },
            { kind: 'adjective', word: node.form.toLowerCase() },
          ]
        : [{ kind: 'verb', word: node.lemma }];
    case 'NOUN':
    case 'PROPN':
      return [{ kind: 'noun', word: node.lemma.toLowerCase() }];
    case 'ADJ':
      return [
        { kind: 'adjective', word: node.lemma },
        { kind: 'adjective', word: node.form.toLowerCase() },
      ];
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
  const index = { verb: indexed(rules, 'verb'), noun: indexed(rules, 'noun'), adjective: indexed(rules, 'adjective') };
  const wordsOf = openedLists(classes);
  const amounts = new Set(quantities);

  return (tree, sentence, cast) => {
    const found = tree.nodes.flatMap((node): readonly Match[] => {
      if (hasLabel(node, 'compound') || (node.upos === 'VERB' && hasLabel(node, 'amod'))) return [];
      for (const { kind, word } of waysToRead(tree, node)) {
        const candidates = index[kind].get(word);
        if (candidates === undefined) continue;
        const trigger: Trigger = {
          sentence,
          node: node.index,
          kind,
          carrier: kind === 'noun' ? carrierOf(tree, node.index) : null,
        };
        const known = around(tree, trigger, cast, amounts);
        const rule = candidates.find((candidate) => holds(candidate, wordsOf(candidate), known, { tree, cast }));
        if (rule !== undefined) return [{ rule, trigger, taken: takenBy(wordsOf(rule), tree, trigger) }];
      }
      return [];
    });
    const takers = new Map(found.flatMap((match) => match.taken.map((node) => [node, match.rule] as const)));
    return found.filter(({ rule, trigger }) => {
      const taker = takers.get(trigger.node);
      // "proposed talks": the call and the talks are both told.
      return taker === undefined || (taker.type === 'REQUEST' && rule.type === 'CONSULT');
    });
  };
}

/** Rules by the words of a kind that set them off, the most specific first. */
function indexed(rules: readonly Rule[], kind: Trigger['kind']): ReadonlyMap<string, readonly Rule[]> {
  const index = new Map<string, Rule[]>();
  for (const rule of rules)
    for (const word of rule[kind]) {
      const others = index.get(word);
      if (others === undefined) index.set(word, [rule]);
      else others.push(rule);
    }
  for (const list of index.values()) list.sort((a, b) => specificity(b) - specificity(a));
  return index;
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
  2 * rule.armed.length +
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

/** Do all conditions of a rule hold? The cheapest are asked first. */
function holds(
  rule: Rule,
  words: Lists,
  { lemmas, behind, nodes, parties, has, trigger }: Around,
  at: Placed,
): boolean {
  const among = (wanted: ReadonlySet<string>, place: LemmaPlace): boolean =>
    lemmas(place).some((lemma) => wanted.has(lemma));
  const objects = (wanted: ReadonlySet<string>): boolean =>
    among(wanted, 'object') || (words.particle.size > 0 && behind(words.particle).some((lemma) => wanted.has(lemma)));
  const { cast, tree } = at;
  return (
    (words.particle.size === 0 || among(words.particle, 'particle')) &&
    (words.object.size === 0 || objects(words.object)) &&
    (words.unobject.size === 0 || !objects(words.unobject)) &&
    (words.complement.size === 0 || among(words.complement, 'complement')) &&
    (words.doer.size === 0 || among(words.doer, 'doer')) &&
    (words.modifier.size === 0 || among(words.modifier, 'modifier')) &&
    (words.phrase.size === 0 || among(words.phrase, 'phrase')) &&
    rule.needs.every(has) &&
    !rule.lacks.some(has) &&
    (rule.bodies.length === 0 || rule.bodies.some((slot) => parties(slot).some(isBody))) &&
    rule.direct.every((slot) => nodes(slot).some((node) => cast.isActor(trigger.sentence, node))) &&
    rule.people.every((slot) => parties(slot).some((actor) => isPeople(actor, rule.unlike))) &&
    rule.named.every(
      (slot) => nodes(slot).some((node) => isNamed(tree, node, cast.roles)) || parties(slot).some(isPolitical),
    ) &&
    rule.armed.every((slot) => parties(slot).some(isArmed)) &&
    rule.political.every((slot) => parties(slot).some(isPolitical))
  );
}

interface Placed {
  readonly tree: Tree;
  readonly cast: Cast;
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

const isArmed = ({ sector }: Actor): boolean => sector !== null && ARMED.has(sector);

const ARMED = new Set(['MIL', 'REB', 'UAF']);

const isBody = (actor: Actor): boolean => actor.kind === 'organisation' || actor.kind === 'pact';

const takenBy = ({ object }: Lists, tree: Tree, trigger: Trigger): readonly number[] =>
  object.size === 0 || trigger.kind !== 'verb'
    ? []
    : undergoersOf(tree, trigger.node).filter((at) => object.has(nodeAt(tree, at).lemma));
