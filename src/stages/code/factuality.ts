import type { Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import { oddsOf } from '../../tagger/decode.ts';
import type { Tagger } from '../../tagger/tagger.ts';
import { weaker } from './certainty.ts';
import { factualityFeatures } from './factuality-features.ts';
import type { Trigger } from './slots.ts';
import type { Stand } from './standing.ts';

/** How far an act has come, and how far it is told as a fact. */
export interface Rated extends Stand {
  /** From -3, surely not, to 3, surely; null for acts told by nouns, of which the weights have learnt nothing. */
  readonly factuality: number | null;
}

/**
 * Rates acts told by verbs as people do who are asked whether what they read has happened or is happening: a linear model over
 * `factualityFeatures`, learnt from UDS-IH2 (Rudinger, White & Van Durme, NAACL 2018). Where no rule had a say and the rating is low, the act
 * is told with a doubt; where it is very low, as no more than possible.
 */
export function rateStands(tagger: Tagger): (tree: Tree, trigger: Trigger, stand: Stand) => Rated {
  const table = tagger.table('factuality', 1);
  return (tree, { kind, node }, stand) => {
    if (kind === 'noun') return { ...stand, factuality: null };
    const rating = oddsOf(table, factualityFeatures(tree, node, stand));
    const factuality = Math.round(10 * Math.max(-3, Math.min(3, rating))) / 10;
    if (stand.by.length > 0) return { ...stand, factuality };
    // "replied by expelling him": rules leave open whether a gerund's act is told or only thought of.
    if (stand.thought && factuality >= TOLD && nodeAt(tree, node).xpos === 'VBG')
      return { ...stand, factuality, status: 'occurred', thought: false, by: [{ rule: 'factuality', node }] };
    if (factuality >= PLAIN || !isSettled(stand)) return { ...stand, factuality };
    const status = factuality < UNTOLD ? 'possible' : stand.status;
    const certainty = weaker(stand.certainty, factuality < DOUBTED ? 'possible' : 'probable');
    return { ...stand, factuality, status, certainty, by: [{ rule: 'factuality', node }] };
  };
}

// Bounds as people took unread words: all gerunds rated `TOLD` for done; of the words below `PLAIN` half, of those below `DOUBTED` three in
// ten, of those below `UNTOLD` one in ten.
const TOLD = 1.5;
const PLAIN = 1;
const DOUBTED = 0.5;
const UNTOLD = -0.5;

const isSettled = ({ status, thought }: Stand): boolean => !thought && (status === 'occurred' || status === 'underway');
