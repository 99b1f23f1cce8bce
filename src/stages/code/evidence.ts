import { LONGEST_CLAIM, type Actor, type Because } from '../../document/claim.ts';
import { hull, type Span } from '../../document/span.ts';
import { nodeAt, phraseSpan } from '../../grammar/phrase.ts';
import type { Match } from './match.ts';
import type { Scene } from './scene.ts';

/** The act's clause with the words that govern it and its participants in the sentence; less where that is longer than a claim may be. */
export function wordsOf({ trigger }: Match, { layers, tree, stand }: Scene, parties: readonly Actor[]): Span {
  const clause = phraseSpan(tree, trigger.node, ['parataxis']);
  const carried = trigger.carrier === null ? [] : [phraseSpan(tree, trigger.carrier, ['parataxis', 'ccomp', 'advcl'])];
  const named = layers.mentions.flatMap((mention, at) => {
    const actor = layers.actors[at];
    const here = mention.at.sentence === trigger.sentence && actor != null;
    return here && parties.some((party) => party.id === actor.id) ? [mention.words] : [];
  });
  const governing = stand.by.map(({ node }) => nodeAt(tree, node).words);
  const core = hull([clause, ...carried, ...governing]);
  const before = named.filter(([start]) => start < core[0]).slice(-1);
  const narrow = phraseSpan(tree, trigger.node, ['parataxis', 'ccomp', 'advcl', 'conj', 'acl']);
  const fitting = [hull([core, ...before]), core, clause, narrow].find(([start, end]) => end - start <= LONGEST_CLAIM);
  return fitting ?? nodeAt(tree, trigger.node).words;
}

/** The rule that a match is of, and the words that had a say in its standing. */
export function becauseOf({ rule, trigger }: Match, { tree, stand }: Scene): readonly Because[] {
  return [
    { rule: rule.id, words: nodeAt(tree, trigger.node).words },
    ...stand.by.map(({ rule: governor, node }) => ({ rule: governor, words: nodeAt(tree, node).words })),
  ];
}
