import type { EventClaim } from '../../document/claim.ts';
import type { Tree } from '../../document/tree.ts';
import { nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../languages/language.ts';
import { castOf } from './cast.ts';
import { carriersIn, governorsOf } from './governors.ts';
import { type Match, matcher } from './match.ts';
import { mergeTellings } from './merge.ts';
import type { Needs } from './scene.ts';
import { standingOf } from './standing.ts';
import { tell } from './tell.ts';

/**
 * Codes events: finds the words that set off a rule of `knowledge/languages/…/events/`, fills its slots from the tree,
 * reads the act's standing off the grammar around it, and joins the tellings of one act.
 * Types and modes: PLOVER (Halterman and others, "PLOVER and POLECAT", 2023; manual draft 2.0).
 */
export function codeEvents(language: Language, know: Knowledge): (layers: Needs) => readonly EventClaim[] {
  const find = governorsOf(language.standing);
  const match = matcher(language.events, carriersIn(language.standing, find));
  const standOf = standingOf(language.standing, find);
  const states = new Map(know['actors/states'].map((state) => [state.id, state.name]));

  return (layers) => {
    const cast = castOf(layers, {
      firstPerson: (word) => language.pronouns.kind.get(word) === 'speaker',
      roles: language.roles,
    });
    const tellings = layers.trees.flatMap((tree, sentence) => {
      const matches = joinActs(tree, match(tree, sentence, cast), language.roles);
      return matches.flatMap((it) =>
        tell(it, {
          layers,
          tree,
          cast,
          stand: standOf(tree, it.trigger),
          matches,
          states,
          standing: language.standing,
        }),
      );
    });
    return mergeTellings(tellings);
  };
}

/** An act told twice in a clause, by a verb and by its noun ("were killed in the attack"), is the verb's. */
const joinActs = (tree: Tree, matches: readonly Match[], { within }: Language['roles']): readonly Match[] =>
  matches.filter(({ rule, trigger }) => {
    const { head, label } = nodeAt(tree, trigger.node);
    const tie =
      label.startsWith('nsubj') || (label === 'obl' && within.includes(preposition(tree, trigger.node) ?? ''));
    return !(
      trigger.kind === 'noun' &&
      tie &&
      matches.some((other) => other.trigger.node === head && other.rule.type === rule.type)
    );
  });
