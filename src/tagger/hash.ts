import { foldedHash } from '../hash.ts';

/** A 32-bit hash of a text, its bits stirred once more. */
export function hash(text: string): number {
  let bits = foldedHash(text);
  bits = Math.imul(bits, 0x2c1b3c6d);
  return bits ^ (bits >>> 13);
}

/** Two hashes as one; their order counts. */
export function mix(a: number, b: number): number {
  let bits = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b;
  bits = Math.imul(bits ^ (bits >>> 15), 0xc2b2ae35);
  return bits ^ (bits >>> 13);
}
