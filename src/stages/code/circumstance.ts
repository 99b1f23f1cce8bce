import type { Actor, When, Where } from '../../document/claim.ts';
import type { At, DateMention, PlaceMention } from '../../document/reading.ts';
import type { Span } from '../../document/span.ts';
import { isDate } from '../../document/times.ts';
import { whereOf } from '../../document/where.ts';
import type { Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Match } from './match.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './slots.ts';
import { isSpeech } from './spoken-for.ts';

/**
 * Of things that hang on nodes of an act's sentence (times, places), the one that belongs to it: to its word, or to the verb that
 * carries it; with `through`, also to what completes it ("helping Canberra build a fleet by 2040").
 */
export function nearest<T extends { readonly at: At }>(
  things: readonly T[],
  tree: Tree,
  trigger: Trigger,
  { through }: { readonly through: boolean },
): T | null {
  const mine = things
    .map((thing) => ({ thing, rank: rankOf(tree, thing.at.node, trigger) }))
    .filter((it) => it.rank >= 0 && (through || it.rank < 3))
    .sort((a, b) => a.rank - b.rank);
  return mine[0]?.thing ?? null;
}

/**
 * 0: on the act's own word; 1: on its carrier; 2: on a word that the act completes ("plans to visit … in June"); 3: on a
 * word that completes the act; -1: elsewhere.
 */
function rankOf(tree: Tree, from: number, { node, carrier }: Trigger): number {
  let at = from;
  for (let steps = 0; steps <= tree.nodes.length; steps++) {
    if (at === node) return 0;
    if (at === carrier) return 1;
    if (at !== from && isClauseHead(tree, at))
      return completes(tree, node, at) || accompanies(tree, node, at) ? 2 : completes(tree, at, node) ? 3 : -1;
    const up = nodeAt(tree, at).head;
    if (up < 0) return -1;
    at = up;
  }
  return -1;
}

const isClauseHead = (tree: Tree, index: number): boolean =>
  nodeAt(tree, index).upos === 'VERB' || dependent(tree, index, 'cop', 'nsubj') !== null;

/** Is the act an infinitive or gerund that completes that word? */
function completes(tree: Tree, node: number, governor: number): boolean {
  let at = nodeAt(tree, node);
  while (hasLabel(at, 'xcomp', 'conj') && at.head >= 0) {
    if (at.head === governor) return hasLabel(at, 'xcomp');
    at = nodeAt(tree, at.head);
  }
  return false;
}

/** "a bomb went off on Monday, killing two": a gerund tells of the same time as what it accompanies. */
function accompanies(tree: Tree, node: number, governor: number): boolean {
  const { label, xpos, head } = nodeAt(tree, node);
  if (label === 'conj') return xpos === 'VBG' && accompanies(tree, head, governor);
  return label === 'advcl' && xpos === 'VBG' && head === governor && preposition(tree, node) === null;
}

/** When the act takes place. "the first visit since 2017" measures, and dates nothing. */
export function timeOf({ rule, trigger }: Match, { layers, tree, standing }: Scene): DateMention | null {
  const counted = dependents(tree, trigger.node, 'amod', 'nmod', 'compound').some(
    (it) => standing.ordinals.includes(it.lemma) || it.xpos === 'JJS',
  );
  const dating = layers.times
    .filter(({ at }) => at.sentence === trigger.sentence)
    .filter(isDate)
    .filter(({ at }) => !(counted && standing.measures.includes(preposition(tree, at.node) ?? '')));
  return nearest(dating, tree, trigger, { through: !isSpeech(rule.type) });
}

export const whenOf = ({ earliest, latest, granularity, basis, words }: DateMention): When => ({
  earliest,
  latest,
  granularity,
  basis,
  words,
});

export function sceneOf(
  place: PlaceMention | null,
  { visit, recipients, words }: { visit: boolean; recipients: readonly Actor[]; words: Span },
): Where | null {
  if (place !== null) return whereOf(place);
  const host = recipients.find((actor) => actor.kind === 'state');
  return visit && host !== undefined ? { name: host.name, country: host.country, coordinates: null, words } : null;
}
