import type { Address, Memory } from './memory.ts';
import type { Table } from './weights.ts';

/** A linear layer on hidden states: out[rows, outputs] = bias + hidden W. */
export interface Projection {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Address;
  readonly scale: Address;
  readonly bias: Address;
}

/** Values placed in the kernels' memory as 32-bit floats. */
export function placeFloats(memory: Memory, values: Float32Array): Address {
  const at = memory.take(values.length * 4);
  memory.floats(at, values.length).set(values);
  return at;
}

/** A table of byte rows in the kernels' memory, and how a row is added to a float vector there. */
export function placeTable(memory: Memory, table: Table): (to: Address, row: number) => void {
  const at = memory.take(table.bytes.length);
  memory.bytes(at, table.bytes.length).set(table.bytes);
  const cols = table.bytes.length / table.scales.length;
  return (to, row) => {
    memory.kernels.addBytes(to, at + row * cols, table.scales[row] ?? 0, cols);
  };
}

/**
 * Places a matrix for the kernels' integer dot products: weights as 12-bit numbers with one scale an output, in blocks of eight
 * outputs, pair after pair of inputs. With inputs of at most 2^13 and 128 of them, a sum stays below 2^31.
 * @param values [inputs][outputs], inputs even and at most 128 (256 lose a bit of weight), outputs a multiple of 8
 */
export function placeProjection(memory: Memory, values: Float32Array, bias: Float32Array, outputs: number): Projection {
  const inputs = values.length / outputs;
  const most = inputs <= 128 ? 2047 : 1023;
  const weights = memory.take(inputs * outputs * 2);
  const scale = memory.take(outputs * 4);
  const placedBias = placeFloats(memory, bias);
  const into = memory.shorts(weights, inputs * outputs);
  const scales = memory.floats(scale, outputs);
  const tops = new Float64Array(outputs);
  for (let k = 0; k < values.length; k++)
    tops[k % outputs] = Math.max(tops[k % outputs] ?? 0, Math.abs(values[k] ?? 0));
  for (let output = 0; output < outputs; output++) scales[output] = (tops[output] ?? 0) / most / HIDDEN_ONE;
  for (let input = 0, k = 0; input < inputs; input++) {
    const pair = (input >> 1) * 16 + (input & 1);
    for (let output = 0; output < outputs; output++, k++) {
      const top = tops[output] ?? 0;
      const at = (output >> 3) * inputs * 8 + (output & 7) * 2 + pair;
      into[at] = top === 0 ? 0 : Math.round(((values[k] ?? 0) / top) * most);
    }
  }
  return { inputs, outputs, weights, scale, bias: placedBias };
}

/** Applies a projection to rows of hidden states. */
export function project(memory: Memory, layer: Projection, hidden: Address, rows: number, out: Address): void {
  memory.kernels.project(hidden, rows, layer.inputs >> 1, layer.weights, layer.scale, layer.bias, layer.outputs, out);
}

/** Matrices of the same inputs side by side: [inputs][a + b]. */
export function beside(a: Float32Array, b: Float32Array, inputs: number): Float32Array {
  const [wide, more] = [a.length / inputs, b.length / inputs];
  const out = new Float32Array(a.length + b.length);
  for (let row = 0; row < inputs; row++) {
    out.set(a.subarray(row * wide, (row + 1) * wide), row * (wide + more));
    out.set(b.subarray(row * more, (row + 1) * more), row * (wide + more) + wide);
  }
  return out;
}

/** What the kernels call one: see HIDDEN_ONE in kernels/kernels.ts. */
const HIDDEN_ONE = 8192;
