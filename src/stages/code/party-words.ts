import type { Layers } from '../../document/reading.ts';
import type { Span } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { governors, nodeAt, phraseSpan } from '../../grammar/phrase.ts';
import type { Language } from '../../languages/language.ts';
import type { Cast } from './cast.ts';
import { coderOf } from './coder.ts';
import type { Trigger } from './slots.ts';

/** The words of those who act in the sentences of a text, and of those who are acted on, in its order. */
export interface PartyWords {
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

/**
 * Finds who acts and who is acted on in the main act of each sentence: of those that the rules see, the one nearest to the root that has
 * both. Whole noun phrases, whoever they mean; not pronouns, and no clauses that hang on them.
 */
export function partiesIn(
  language: Language,
): (layers: Pick<Layers, 'trees' | 'mentions' | 'actors' | 'statements'>) => PartyWords {
  const coder = coderOf(language);
  return (layers) => {
    const cast = coder.cast(layers);
    const found = layers.trees.flatMap((tree, sentence) => {
      const acts = coder.matches(tree, sentence, cast).map(({ rule, trigger }) => {
        const source = spansIn(tree, trigger, rule.actors, cast);
        const recipients = rule.recipients.length > 0 ? rule.recipients : ['object'];
        // What is whose, where the thing itself may stand for them ("rejected Fiji's plan"): the whole is meant.
        const whole = recipients.includes('object') ? ['object', ...recipients] : recipients;
        const target = spansIn(tree, trigger, whole, cast).filter((span) => !has(source, span));
        return { source, target, depth: governors(tree, trigger.node).length };
      });
      const sides = (act: (typeof acts)[number]): number =>
        Number(act.source.length > 0) + Number(act.target.length > 0);
      return acts.sort((one, other) => sides(other) - sides(one) || one.depth - other.depth).slice(0, 1);
    });
    return {
      source: unique(found.flatMap(({ source }) => source)),
      target: unique(found.flatMap(({ target }) => target)),
    };
  };
}

/** The phrases in the first slot that is filled. */
const spansIn = (tree: Tree, trigger: Trigger, slots: readonly string[], cast: Cast): readonly Span[] =>
  (
    slots
      .map((slot) => cast.fill(tree, trigger, slot).filter((node) => NAMING.has(nodeAt(tree, node).upos)))
      .find((nodes) => nodes.length > 0) ?? []
  ).map((node) => phraseSpan(tree, node, CLAUSES));

const NAMING = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ']);
const CLAUSES = ['acl', 'case', 'conj', 'cc', 'punct', 'appos', 'parataxis', 'advcl'];

const has = (list: readonly Span[], [start, end]: Span): boolean => list.some(([a, b]) => a === start && b === end);

const unique = (list: readonly Span[]): readonly Span[] =>
  list.filter((span, at) => !has(list.slice(0, at), span)).sort(([a], [b]) => a - b);
