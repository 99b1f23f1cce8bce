import type { EventClaim } from '../../document/claim.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../languages/language.ts';
import type { Tagger } from '../../tagger/tagger.ts';
import { coderOf } from './coder.ts';
import { rateStands } from './factuality.ts';
import { mergeTellings } from './merge.ts';
import type { Needs } from './scene.ts';
import { tell } from './tell.ts';

/**
 * Codes events: finds the words that set off a rule of `knowledge/languages/…/events/`, fills its slots from the tree,
 * reads the act's standing off the grammar around it, and joins the tellings of one act.
 * Types and modes: PLOVER (Halterman and others, "PLOVER and POLECAT", 2023; manual draft 2.0).
 */
export function codeEvents(
  language: Language,
  know: Knowledge,
  tagger: Tagger,
): (layers: Needs) => readonly EventClaim[] {
  const coder = coderOf(language);
  const rate = rateStands(tagger);
  const states = new Map(know['actors/states'].map((state) => [state.id, state.name]));
  return (layers) => {
    const cast = coder.cast(layers);
    const tellings = layers.trees.flatMap((tree, sentence) => {
      const matches = coder.matches(tree, sentence, cast);
      return matches.flatMap((it) => {
        const stand = rate(tree, it.trigger, coder.stand(tree, it.trigger));
        return tell(it, { layers, tree, cast, stand, matches, states, standing: language.standing });
      });
    });
    return mergeTellings(tellings);
  };
}
