import type { Actor } from '../../document/claim.ts';
import { wordsAt } from '../../document/span.ts';
import { isDate } from '../../document/times.ts';
import { conjuncts, dependent, nodeAt, phraseSpan } from '../../grammar/phrase.ts';
import type { Match } from './match.ts';
import type { Scene } from './scene.ts';

/** What the act is about: the phrases in the rule's own slots, or behind a preposition of topics. */
export function aboutOf(
  { rule, trigger }: Match,
  { layers, tree, cast }: Scene,
  parties: readonly Actor[],
): readonly string[] {
  const slots = rule.about.length > 0 ? rule.about : cast.roles.topics;
  const nodes = slots.flatMap((slot) => cast.fill(tree, trigger, slot));
  const names = nodes
    .filter((node) => dependent(tree, node, 'nsubj') === null && nodeAt(tree, node).upos !== 'VERB')
    .filter(
      (node) =>
        !layers.times.some(
          (time) =>
            isDate(time) && time.at.sentence === trigger.sentence && conjuncts(tree, node).includes(time.at.node),
        ),
    )
    .map((node) =>
      wordsAt(layers.report.text, phraseSpan(tree, node, ['acl', 'conj', 'cc', 'case', 'det', 'appos', 'punct'])),
    );
  return [...new Set(names)].filter((name) => name.length <= 100 && !parties.some((party) => party.name === name));
}
