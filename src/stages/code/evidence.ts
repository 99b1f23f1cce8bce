import { LONGEST_CLAIM, type Actor, type Because } from '../../document/claim.ts';
import { hull, type Span } from '../../document/span.ts';
import { nodeAt, phraseSpan } from '../../grammar/phrase.ts';
import type { Match } from './match.ts';
import type { Scene } from './scene.ts';

/** The act's clause with the words that govern it and its participants in the sentence; less where that is longer than a claim may be. */
export function wordsOf({ trigger }: Match, { layers, tree, stand }: Scene, parties: readonly Actor[]): Span {
  const clause = phraseSpan(tree, trigger.node, ['parataxis']);
  const carried = trigger.carrier === null ? [] : [phraseSpan(tree, trigger.carrier, ['parataxis', 'ccomp', 'advcl'])];
  const governing = stand.by.map(({ node }) => nodeAt(tree, node).words);
  const core = hull([clause, ...carried, ...governing]);
  const before = layers.mentions.findLast(
    ({ at, words }, index) =>
      at.sentence === trigger.sentence &&
      words[0] < core[0] &&
      parties.some((party) => party.id === layers.actors[index]?.id),
  );
  const narrow = phraseSpan(tree, trigger.node, ['parataxis', 'ccomp', 'advcl', 'conj', 'acl']);
  const fitting = [hull(before === undefined ? [core] : [core, before.words]), core, clause, narrow].find(
    ([start, end]) => end - start <= LONGEST_CLAIM,
  );
  return fitting ?? nodeAt(tree, trigger.node).words;
}

/** The rule that a match is of, and the words that had a say in its standing. */
export function becauseOf({ rule, trigger }: Match, { tree, stand }: Scene): readonly Because[] {
  return [
    { rule: rule.id, words: nodeAt(tree, trigger.node).words },
    ...stand.by.map(({ rule: governor, node }) => ({ rule: governor, words: nodeAt(tree, node).words })),
  ];
}
