import { foldedHash } from '../../hash.ts';
import type { Traits } from './traits.ts';

/** How probable each class of act is for some traits; the sum is 1. */
export type Judge = (traits: Traits) => readonly { readonly type: string; readonly probability: number }[];

/** What `judge.bin` opens with, as one line of JSON. */
export interface JudgeHead {
  readonly classes: readonly string[];
  /** How many traits have weights. */
  readonly traits: number;
  /** What a weight of one stands for. */
  readonly scale: number;
  /** Divides the scores, so that probabilities are as often right as they say. */
  readonly temperature: number;
  readonly bias: readonly number[];
}

/**
 * A linear judge over traits (multinomial logistic regression), from the bytes of its weights: a line of JSON (`JudgeHead`), the hashes of
 * its traits in ascending order (32 bits, little-endian), and for each a signed byte a class. Traits without weights say nothing.
 */
export function openJudge(file: Uint8Array): Judge {
  // A copy: what Node reads from files is a Buffer, whose slices share their memory.
  const bytes = new Uint8Array(file);
  const end = bytes.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as JudgeHead;
  const { classes, scale, temperature, bias } = head;
  const hashes = new Uint32Array(bytes.slice(end + 1, end + 1 + 4 * head.traits).buffer);
  const weights = new Int8Array(bytes.slice(end + 1 + 4 * head.traits).buffer);
  return (traits) => {
    const scores = Float64Array.from(bias);
    for (const [name, strength] of traits) {
      const at = indexOf(hashes, foldedHash(name));
      if (at < 0) continue;
      for (let one = 0; one < classes.length; one++)
        scores[one] = (scores[one] ?? 0) + (weights[at * classes.length + one] ?? 0) * scale * strength;
    }
    return probabilities(scores, temperature).map((probability, one) => ({ type: classes[one] ?? '', probability }));
  };
}

/** Scores as probabilities (softmax). */
export function probabilities(scores: Float64Array, temperature: number): readonly number[] {
  const most = Math.max(...scores);
  const powers = [...scores].map((score) => Math.exp((score - most) / temperature));
  const sum = powers.reduce((all, one) => all + one, 0);
  return powers.map((one) => one / sum);
}

function indexOf(sorted: Uint32Array, wanted: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
