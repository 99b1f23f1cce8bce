import type { Table } from './tagger.ts';

/** How much speaks for the one label of a table: the log of its odds. */
export function oddsOf({ weights, mask, scale, bias }: Table, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature & mask] ?? 0;
  return sum * scale + bias;
}

/**
 * The best sequence of labels for a row of items of `width` features each, as a linear chain has it (Viterbi). Of the hot
 * path: typed arrays and loops by index.
 */
export function bestLabels(
  { weights, mask, scale, labels, steps }: Table,
  features: Int32Array,
  width: number,
): Uint8Array {
  const count = features.length / width;
  const best = new Float64Array(labels);
  const next = new Float64Array(labels);
  const sums = new Int32Array(labels);
  const from = new Uint8Array(count * labels);
  for (let item = 0; item < count; item++) {
    sums.fill(0);
    for (let at = item * width; at < (item + 1) * width; at++) {
      const row = ((features[at] ?? 0) & mask) * labels;
      for (let label = 0; label < labels; label++) sums[label] = (sums[label] ?? 0) + (weights[row + label] ?? 0);
    }
    for (let label = 0; label < labels; label++) {
      let top = item === 0 ? (steps[labels]?.[label] ?? 0) : Number.NEGATIVE_INFINITY;
      for (let before = 0; item > 0 && before < labels; before++) {
        const sum = (best[before] ?? 0) + (steps[before]?.[label] ?? 0);
        if (sum <= top) continue;
        top = sum;
        from[item * labels + label] = before;
      }
      next[label] = top + (sums[label] ?? 0) * scale;
    }
    best.set(next);
  }
  const path = new Uint8Array(count);
  let label = best.indexOf(Math.max(...best));
  for (let item = count - 1; item >= 0; item--) {
    path[item] = label;
    label = from[item * labels + label] ?? 0;
  }
  return path;
}
