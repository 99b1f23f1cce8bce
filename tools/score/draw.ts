import { foldedHash } from '../../src/hash.ts';

/** Draws so many of a list, the same every time for a seed. */
export function draw<T>(list: readonly T[], { many, seed }: { readonly many: number; readonly seed: string }): T[] {
  const next = random(seed);
  const left = [...list];
  const drawn: T[] = [];
  while (drawn.length < many && left.length > 0) drawn.push(...left.splice(Math.floor(next() * left.length), 1));
  return drawn;
}

/** Numbers from 0 up to 1, the same for a seed (mulberry32). */
export function random(seed: string): () => number {
  let state = foldedHash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
