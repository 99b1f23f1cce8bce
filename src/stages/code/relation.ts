import { PLOVER_TYPES, type PloverType } from '../../document/claim.ts';
import type { Candidate } from './between.ts';
import type { Judge } from './judge.ts';
import type { Traits } from './traits.ts';

/** The act between two participants as the older schemes tell it. */
export interface Relation {
  readonly type: PloverType;
  readonly mode: string | null;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
  readonly quad: number;
  readonly confidence: number;
  /** Rules, and `judge` where the learnt judge had a say. */
  readonly because: readonly string[];
}

/** By the rules alone: the act that fits best. Abstains where none fits. */
export function ruledRelation([best]: readonly Candidate[]): Relation | null {
  return best === undefined || best.fit <= 0 ? null : told(best, 1 / (1 + Math.exp(-best.fit / 3)), []);
}

/**
 * By rules and judge: the class that the judge holds for the likeliest, with the best act of that class as its ground; where it is not sure,
 * what the rules say. Abstains where neither says anything.
 */
export function judgedRelation(acts: readonly Candidate[], traits: Traits, judge: Judge): Relation | null {
  const [first] = [...judge(traits)].sort((a, b) => b.probability - a.probability);
  if (first === undefined || first.probability < UNSURE) return ruledRelation(acts);
  const ground = acts.find(({ view }) => classOf(view.type) === first.type);
  return ground === undefined ? bare(first.type, first.probability) : told(ground, first.probability, ['judge']);
}

/** What is likeliest where something must be said, however unsure. */
export function forcedRelation(acts: readonly Candidate[], traits: Traits, judge: Judge | null): Relation {
  if (judge === null) return acts[0] === undefined ? bare(LIKELIEST, 0) : told(acts[0], 0, []);
  const [first] = [...judge(traits)].sort((a, b) => b.probability - a.probability);
  const ground = acts.find(({ view }) => classOf(view.type) === first?.type);
  const probability = first?.probability ?? 0;
  return ground === undefined ? bare(first?.type ?? LIKELIEST, probability) : told(ground, probability, ['judge']);
}

/** CONCEDE and RETREAT are one class, YIELD, in the scheme from which judges learn. */
export const classOf = (type: PloverType): string => (YIELD.has(type) ? 'YIELD' : type);

const YIELD = new Set<PloverType>(['CONCEDE', 'RETREAT']);

const UNSURE = 0.35;

const LIKELIEST = 'CONSULT';

const told = ({ view, mode, because }: Candidate, confidence: number, by: readonly string[]): Relation => ({
  type: view.type,
  mode,
  quad: view.quad,
  confidence,
  because: [...because.map(({ rule }) => rule), ...by],
});

function bare(name: string, confidence: number): Relation {
  const type = PLOVER_TYPES.find((one) => one === name) ?? 'CONCEDE';
  return { type, mode: null, quad: QUAD[type], confidence, because: confidence === 0 ? [] : ['judge'] };
}

/** CAMEO's classes of the roots that the types come from. */
const QUAD: Readonly<Record<PloverType, number>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 2,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};
