import type { Layers } from '../../document/reading.ts';
import type { Span } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { nodeAt, phraseSpan } from '../../grammar/phrase.ts';
import type { Language } from '../../languages/language.ts';
import type { Cast } from './cast.ts';
import { coderOf } from './coder.ts';
import type { Trigger } from './slots.ts';

/** The words of those who act in the sentences of a text, and of those who are acted on, in its order. */
export interface PartyWords {
  readonly source: readonly Span[];
  readonly target: readonly Span[];
}

/** Finds the words in the slots of every act that the rules see: whole noun phrases, whoever they mean. */
export function partiesIn(
  language: Language,
): (layers: Pick<Layers, 'trees' | 'mentions' | 'actors' | 'statements'>) => PartyWords {
  const coder = coderOf(language);
  return (layers) => {
    const cast = coder.cast(layers);
    const found = layers.trees.flatMap((tree, sentence) =>
      coder.matches(tree, sentence, cast).map(({ rule, trigger }) => {
        const source = spansIn(tree, trigger, rule.actors, cast);
        const recipients = rule.recipients.length > 0 ? rule.recipients : ['object'];
        return { source, target: spansIn(tree, trigger, recipients, cast).filter((span) => !has(source, span)) };
      }),
    );
    return {
      source: unique(found.flatMap(({ source }) => source)),
      target: unique(found.flatMap(({ target }) => target)),
    };
  };
}

/** The phrases in the first slot that is filled. */
const spansIn = (tree: Tree, trigger: Trigger, slots: readonly string[], cast: Cast): readonly Span[] =>
  (slots.map((slot) => cast.fill(tree, trigger, slot)).find((nodes) => nodes.length > 0) ?? [])
    .filter((node) => nodeAt(tree, node).upos !== 'VERB')
    .map((node) => phraseSpan(tree, node, ['acl:relcl', 'case', 'conj', 'cc', 'punct', 'appos', 'parataxis']));

const has = (list: readonly Span[], [start, end]: Span): boolean => list.some(([a, b]) => a === start && b === end);

const unique = (list: readonly Span[]): readonly Span[] =>
  list.filter((span, at) => !has(list.slice(0, at), span)).sort(([a], [b]) => a - b);
