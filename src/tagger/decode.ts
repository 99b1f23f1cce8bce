import type { Table } from './tagger.ts';

/** How much speaks for the one label of a table: the log of its odds. */
export function oddsOf({ weights, mask, scale, bias }: Table, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature & mask] ?? 0;
  return sum * scale + bias;
}

/** Labels of a chain: the weights of a feature for all of them are one 32-bit number. */
const CHAIN = 4;

/** Finds the best sequence of labels for a row of items of `width` features each. */
export type Chain = (features: Int32Array, width: number) => Uint8Array;

/**
 * A linear chain over a table of four labels, decoded by Viterbi's way. Of the hot path: typed arrays and loops by index.
 * @throws Error for a table of another number of labels
 */
export function chainOf({ weights, mask, scale, labels, steps }: Table): Chain {
  if (labels !== CHAIN) throw new Error(`a chain has ${CHAIN} labels, not ${labels}`);
  // Copied, since numbers of 32 bits must lie at a multiple of four; the first label's byte is the lowest.
  const rows = new Int32Array(weights.slice().buffer);
  const step = Float64Array.from(steps.flat());
  const [sums, best, next] = [new Float64Array(CHAIN), new Float64Array(CHAIN), new Float64Array(CHAIN)];
  return (features, width) => {
    const count = features.length / width;
    best.fill(0);
    const from = new Uint8Array(count * CHAIN);
    for (let item = 0, at = 0; item < count; item++) {
      let [first, second, third, fourth] = [0, 0, 0, 0];
      for (const end = at + width; at < end; at++) {
        const row = rows[(features[at] ?? 0) & mask] ?? 0;
        first += (row << 24) >> 24;
        second += (row << 16) >> 24;
        third += (row << 8) >> 24;
        fourth += row >> 24;
      }
      sums[0] = first;
      sums[1] = second;
      sums[2] = third;
      sums[3] = fourth;
      for (let label = 0; label < CHAIN; label++) {
        let top = item === 0 ? (step[CHAIN * CHAIN + label] ?? 0) : Number.NEGATIVE_INFINITY;
        for (let before = 0; item > 0 && before < CHAIN; before++) {
          const sum = (best[before] ?? 0) + (step[before * CHAIN + label] ?? 0);
          if (sum <= top) continue;
          top = sum;
          from[item * CHAIN + label] = before;
        }
        next[label] = top + (sums[label] ?? 0) * scale;
      }
      best.set(next);
    }
    const path = new Uint8Array(count);
    let label = best.indexOf(Math.max(...best));
    for (let item = count - 1; item >= 0; item--) {
      path[item] = label;
      label = from[item * CHAIN + label] ?? 0;
    }
    return path;
  };
}
