import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemory } from './memory.ts';

const memory = openMemory(readFileSync('dist/kernels.wasm'));
const at = memory.take(1 << 16);

describe('kernels', () => {
  test('tanh is within a few units in the last place', () => {
    let worst = 0;
    for (let x = -12; x <= 12; x += 0.001) {
      memory.floats(at, 4).fill(x);
      memory.kernels.tanhInPlace(at);
      worst = Math.max(worst, Math.abs((memory.floats(at, 1)[0] ?? 0) - Math.tanh(x)));
    }
    expect(worst).toBeLessThan(1e-6);
  });

  test('eisner finds the best of all projective trees with one root', () => {
    const [scores, heads, chart] = [memory.take(4096), memory.take(64), memory.take(65536)];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 30, maxLength: 30 }),
        (n, values) => {
          const stride = (n + 8) & ~7;
          const score = (word: number, head: number): number => values[word * 6 + head] ?? 0;
          const table = memory.floats(scores, n * stride);
          for (let word = 0; word < n; word++)
            for (let head = 0; head <= n; head++)
              table[word * stride + head] = head === word + 1 ? -1e9 : score(word, head);
          memory.kernels.eisner(n, scores, heads, chart);
          const found = [...memory.ints(heads, n)];
          const value = (tree: readonly number[]): number =>
            tree.reduce((sum, head, word) => sum + score(word, head), 0);
          const best = Math.max(...allTrees(n).map(value));
          expect(isProjectiveTree(found)).toBe(true);
          expect(value(found)).toBe(best);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const trees = new Map<number, readonly (readonly number[])[]>();
function allTrees(n: number): readonly (readonly number[])[] {
  let all = trees.get(n);
  if (all === undefined) {
    const choices = Array.from({ length: (n + 1) ** n }, (_, code) =>
      Array.from({ length: n }, (__, word) => Math.floor(code / (n + 1) ** word) % (n + 1)),
    );
    all = choices.filter(isProjectiveTree);
    trees.set(n, all);
  }
  return all;
}

function isProjectiveTree(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false;
  const under = (word: number, top: number): boolean => {
    let now = word;
    for (let steps = 0; steps <= heads.length; steps++) {
      if (now === top) return true;
      now = heads[now - 1] ?? 0;
    }
    return false;
  };
  return heads.every((head, k) => {
    const word = k + 1;
    if (!under(word, 0)) return false;
    for (let between = Math.min(head, word) + 1; between < Math.max(head, word); between++)
      if (!under(between, head)) return false;
    return true;
  });
}
