import { grouped } from '../../grouped.ts';
import { distinct } from '../../document/actors.ts';
import type { Actor } from '../../document/claim.ts';
import type { Layers } from '../../document/reading.ts';
import type { Span } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { doersOf, obliquesOf } from '../../grammar/clause.ts';
import { conjuncts, dependents, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import { groupsOf } from './nations.ts';
import { fillSlot, ownersOf, type Roles, type Trigger } from './slots.ts';
import { innermost } from './voices.ts';

/** The actors in a slot. The subject of a noun is its owner, where that is an actor, before anyone who carries it. */
export function partiesIn(cast: Cast, tree: Tree, trigger: Trigger, slot: string): readonly Actor[] {
  if (slot === 'speaker') return cast.speaking(trigger.sentence, trigger.node);
  const named = (from: string): readonly Actor[] => cast.named(trigger.sentence, cast.fill(tree, trigger, from));
  if (slot !== 'subject' || trigger.kind !== 'noun') return named(slot);
  const owners = named('owner');
  return owners.length > 0 ? owners : named('subject');
}

/** Does somebody of politics stand here, and not just some group of people or things? */
export const isPolitical = (actor: Actor): boolean =>
  actor.kind !== 'group' || actor.country !== null || actor.sector !== null;

/** The actors in the first of several slots that names any. */
export const firstParties = (cast: Cast, tree: Tree, trigger: Trigger, slots: readonly string[]): readonly Actor[] =>
  slots.map((slot) => partiesIn(cast, tree, trigger, slot)).find((parties) => parties.length > 0) ?? [];

/** Finds the actors that nodes of the trees mean. */
export interface Cast {
  /** Actors named by these nodes, one each, in order; a node that is no actor is asked whose it is. */
  readonly named: (sentence: number, nodes: readonly number[]) => readonly Actor[];
  /** Nodes that fill a slot of a rule. */
  readonly fill: (tree: Tree, trigger: Trigger, slot: string) => readonly number[];
  readonly roles: Roles;
  /** Is some actor named at this very node? */
  readonly isActor: (sentence: number, node: number) => boolean;
  /** Whose statement holds this node; nobody where the reporter speaks. */
  readonly speaking: (sentence: number, node: number) => readonly Actor[];
}

/** The cast of a reading: which node is whom. Inside a statement "we" and "I" mean its speaker. */
export function castOf(
  { trees, mentions, actors, statements }: Pick<Layers, 'trees' | 'mentions' | 'actors' | 'statements'>,
  { firstPerson, roles }: { readonly firstPerson: (word: string) => boolean; readonly roles: Roles },
): Cast {
  const at = new Map<string, readonly Actor[]>();
  const linked = grouped(
    mentions.flatMap((mention, index) => {
      const actor = actors[index];
      return actor ? [{ mention, actor }] : [];
    }),
    ({ mention }) => mention.at.sentence,
  );
  for (const [sentence, here] of linked)
    for (const one of here) {
      const key = `${sentence}:${one.mention.at.node}`;
      const tree = trees[sentence];
      if (tree !== undefined && !at.has(key)) at.set(key, groupsOf(one, tree, here));
    }
  const whose = (sentence: number, node: number, depth: number): readonly Actor[] => {
    const here = at.get(`${sentence}:${node}`);
    const tree = trees[sentence];
    if (here !== undefined)
      return here[0]?.kind === 'group' && tree !== undefined
        ? [...here, ...sharersOf(tree, node, roles).flatMap((it) => at.get(`${sentence}:${it}`) ?? [])]
        : here;
    if (tree === undefined || depth > 3) return [];
    const it = nodeAt(tree, node);
    if (it.upos === 'PRON') return firstPerson(it.form.toLowerCase()) ? speakerAt(statements, it.words) : [];
    if (it.upos === 'VERB')
      return [...doersOf(tree, node), ...holdersBefore(tree, node, roles)].flatMap((doer) =>
        whose(sentence, doer, depth + 1),
      );
    const owners = ownersOf(tree, node, roles).flatMap((owner) => whose(sentence, owner, 3));
    if (owners.length > 0) return withoutHomes(owners);
    return obliquesOf(tree, node)
      .filter(({ preposition }) => roles.owners.includes(preposition))
      .flatMap((oblique) => whose(sentence, oblique.node, depth + 1));
  };
  return {
    named: (sentence, nodes) => distinct(nodes.flatMap((node) => whose(sentence, node, 0))),
    fill: (tree, trigger, slot) => {
      const nodes = fillSlot(tree, trigger, slot, roles);
      if (nodes.length > 0 || trigger.kind !== 'noun' || !roles.agents.includes(slot)) return nodes;
      return doersBehind(tree, trigger.node, slot, (node) => at.has(`${trigger.sentence}:${node}`));
    },
    roles,
    isActor: (sentence, node) => at.has(`${sentence}:${node}`),
    speaking: (sentence, node) => {
      const words = trees[sentence]?.nodes[node]?.words;
      return words === undefined ? [] : speakerAt(statements, words);
    },
  };
}

/** "the crackdown on Copts by the army": parsers hang the doer on those it is done to, who are none's. */
const doersBehind = (tree: Tree, noun: number, slot: string, isActor: (node: number) => boolean): readonly number[] =>
  obliquesOf(tree, noun)
    .filter(({ node }) => isActor(node))
    .flatMap(({ node }) => obliquesOf(tree, node))
    .filter(({ preposition }) => preposition === slot)
    .map(({ node }) => node);

/** "Syrian rebel positions" are the rebels', not Syria's. */
const withoutHomes = (owners: readonly Actor[]): readonly Actor[] =>
  owners.filter(
    ({ kind, country }) =>
      kind !== 'state' || !owners.some((other) => other.kind !== 'state' && other.country === country),
  );

/** "the rebel-held town": who stands before the participle. */
const holdersBefore = (tree: Tree, participle: number, { holding }: Roles): readonly number[] =>
  hasLabel(nodeAt(tree, participle), 'amod') && holding.includes(nodeAt(tree, participle).lemma)
    ? dependents(tree, participle, 'compound', 'obl').map((it) => it.index)
    : [];

/** "ministers from Oman, Qatar and Kuwait": the group is named after the first; the others take part as well. */
const sharersOf = (tree: Tree, group: number, { sharing }: Roles): readonly number[] =>
  dependents(tree, group, 'nmod')
    .filter((it) => sharing.includes(preposition(tree, it.index) ?? ''))
    .flatMap((it) => conjuncts(tree, it.index).slice(1));

function speakerAt(statements: Layers['statements'], words: Span): readonly Actor[] {
  const speaker = innermost(statements, words)?.speaker ?? null;
  return speaker === null ? [] : [speaker];
}
