import type { Layers } from '../../document/reading.ts';
import type { Tree } from '../../document/tree.ts';
import { nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../languages/language.ts';
import { type Cast, castOf } from './cast.ts';
import { carriersIn, governorsOf } from './governors.ts';
import { type Match, matcher } from './match.ts';
import type { Trigger } from './slots.ts';
import { type Stand, standingOf } from './standing.ts';

/** What codes acts: who is who in a reading, the rules that hold in a tree, and how far an act has come. */
export interface Coder {
  readonly cast: (layers: Pick<Layers, 'trees' | 'mentions' | 'actors' | 'statements'>) => Cast;
  readonly matches: (tree: Tree, sentence: number, cast: Cast) => readonly Match[];
  readonly stand: (tree: Tree, trigger: Trigger) => Stand;
  /** Any word of a tree as one that may set off a rule. */
  readonly trigger: (tree: Tree, sentence: number, node: number) => Trigger;
}

/** Builds the indexes of a language's rules once. */
export function coderOf(language: Language): Coder {
  const find = governorsOf(language.standing);
  const carrierOf = carriersIn(language.standing, find);
  const match = matcher(
    language.events,
    { classes: language.classes, quantities: language.roles.quantities },
    carrierOf,
  );
  return {
    cast: (layers) =>
      castOf(layers, {
        firstPerson: (word) => language.pronouns.kind.get(word) === 'speaker',
        roles: language.roles,
      }),
    matches: (tree, sentence, cast) => joinActs(tree, match(tree, sentence, cast), language.roles),
    stand: standingOf(language.standing, find),
    trigger: (tree, sentence, node) => {
      const kind = kindOf(nodeAt(tree, node).upos);
      return { sentence, node, kind, carrier: kind === 'noun' ? carrierOf(tree, node) : null };
    },
  };
}

const kindOf = (upos: string): Trigger['kind'] =>
  upos === 'NOUN' || upos === 'PROPN' ? 'noun' : upos === 'ADJ' ? 'adjective' : 'verb';

/** An act told twice in a clause, by a verb and by its noun ("were killed in the attack"), is the verb's. */
const joinActs = (
  tree: Tree,
  matches: readonly Match[],
  { within, opposing }: Knowledge['languages/en/roles'],
): readonly Match[] =>
  matches.filter(({ rule, trigger }) => {
    const { head, label } = nodeAt(tree, trigger.node);
    const tie =
      label.startsWith('nsubj') ||
      label === 'obj' ||
      (label === 'obl' && [...within, ...opposing].includes(preposition(tree, trigger.node) ?? ''));
    return !(
      trigger.kind === 'noun' &&
      tie &&
      matches.some((other) => other.trigger.node === head && other.rule.type === rule.type)
    );
  });
