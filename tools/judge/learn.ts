import { foldedHash } from '../../src/hash.ts';
import { openJudge, probabilities, type Judge, type JudgeHead } from '../../src/stages/code/judge.ts';
import type { Traits } from '../../src/stages/code/traits.ts';

/** Something to learn from: traits, and the class that gold gives. */
export interface Lesson {
  readonly traits: Traits;
  readonly gold: string;
}

/**
 * Learns a judge's weights: multinomial logistic regression with an L2 penalty, by stochastic gradient with AdaGrad's rates (Duchi, Hazan &
 * Singer 2011). Deterministic: lessons are shuffled by a fixed seed. Traits that fewer than two lessons have are left out.
 */
export function learn(lessons: readonly Lesson[], temperature: number): Uint8Array {
  const classes = [...new Set(lessons.map(({ gold }) => gold))].sort();
  const index = indexOf(lessons);
  const rows = lessons.map(({ traits, gold }) => ({
    traits: [...traits].flatMap(([name, value]) => {
      const at = index.get(foldedHash(name));
      return at === undefined ? [] : [[at, value] as const];
    }),
    gold: classes.indexOf(gold),
  }));
  const [width, many] = [classes.length, index.size];
  const weights = new Float64Array((many + 1) * width);
  const squares = new Float64Array(weights.length).fill(1e-6);
  const share = classes.map((_, one) => rows.filter(({ gold }) => gold === one).length / rows.length);
  const heed = share.map((part) => Math.sqrt(1 / (width * Math.max(part, 1 / rows.length))));
  const order = rows.map((_, at) => at);
  const next = generator();
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, next);
    for (const at of order) {
      const row = rows[at];
      if (row === undefined) continue;
      const said = probabilities(scoresOf(row.traits, weights, { width, many }), 1);
      for (const [trait, value] of [...row.traits, [many, 1] as const])
        for (let one = 0; one < width; one++) {
          const place = trait * width + one;
          const error = ((said[one] ?? 0) - Number(one === row.gold)) * (heed[row.gold] ?? 1);
          const slope = error * value + PENALTY * (weights[place] ?? 0);
          squares[place] = (squares[place] ?? 0) + slope * slope;
          weights[place] = (weights[place] ?? 0) - (RATE * slope) / Math.sqrt(squares[place] ?? 1);
        }
    }
  }
  return packed(weights, { classes, index, temperature });
}

/** Answers for each lesson by a judge that learnt from the lessons of the other folds alone. */
export function crossJudged(lessons: readonly Lesson[], temperature: number): readonly Judge[] {
  const judges = Array.from({ length: FOLDS }, (_, fold) =>
    openJudge(
      learn(
        lessons.filter((_, at) => at % FOLDS !== fold),
        temperature,
      ),
    ),
  );
  return lessons.map((_, at) => judges[at % FOLDS] as Judge);
}

/** Found by cross-validation on PLV: at this temperature answers of a probability of p are right in about p of the cases. */
export const TEMPERATURE = 0.9;

const FOLDS = 5;
const ROUNDS = 40;
const RATE = 0.1;
const PENALTY = 0.005;

/** Hashes of the traits that two lessons or more have, in ascending order, by their places. */
function indexOf(lessons: readonly Lesson[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { traits } of lessons)
    for (const name of traits.keys()) counts.set(foldedHash(name), (counts.get(foldedHash(name)) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count > 1).map(([hash]) => hash);
  return new Map(kept.sort((a, b) => a - b).map((hash, at) => [hash, at]));
}

function scoresOf(
  traits: readonly (readonly [number, number])[],
  weights: Float64Array,
  { width, many }: { readonly width: number; readonly many: number },
): Float64Array {
  const scores = weights.slice(many * width, (many + 1) * width);
  for (const [trait, value] of traits)
    for (let one = 0; one < width; one++)
      scores[one] = (scores[one] ?? 0) + (weights[trait * width + one] ?? 0) * value;
  return scores;
}

interface Learnt {
  readonly classes: readonly string[];
  readonly index: ReadonlyMap<number, number>;
  readonly temperature: number;
}

/** The file: weights as signed bytes of one scale. */
function packed(weights: Float64Array, { classes, index, temperature }: Learnt): Uint8Array {
  const width = classes.length;
  const most = weights.subarray(0, index.size * width).reduce((top, one) => Math.max(top, Math.abs(one)), 0);
  const scale = most / 127 || 1;
  const bias = [...weights.subarray(index.size * width)].map((one) => Math.round(one * 1e4) / 1e4);
  const head: JudgeHead = { classes, traits: index.size, scale, temperature, bias };
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const bytes = new Uint8Array(line.length + index.size * (4 + width));
  bytes.set(line);
  const view = new DataView(bytes.buffer, line.length);
  [...index.keys()].forEach((hash, at) => view.setUint32(4 * at, hash, true));
  for (let at = 0; at < index.size * width; at++)
    view.setInt8(4 * index.size + at, Math.round((weights[at] ?? 0) / scale));
  return bytes;
}

function shuffle(order: number[], next: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

/** Numbers in [0, 1): mulberry32. */
function generator(): () => number {
  let state = 7;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
