/** Times that the sample is drawn anew. */
const DRAWS = 1000;

/**
 * The middle 95 % of a score over samples drawn anew, with replacement, from its parts (Efron 1979; Berg-Kirkpatrick, Burkett & Klein
 * 2012 for sets of sentences). Draws come from a fixed seed, so that a score repeats itself.
 */
export function bootstrap<Part>(parts: readonly Part[], score: (some: readonly Part[]) => number): [number, number] {
  const next = generator();
  const scores = Array.from({ length: DRAWS }, () =>
    score(parts.map(() => parts[Math.floor(next() * parts.length)] as Part)),
  ).sort((a, b) => a - b);
  const at = (share: number): number => scores[Math.round(share * (DRAWS - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}

/** Numbers in [0, 1): mulberry32. */
function generator(): () => number {
  let state = 20_260_801;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
