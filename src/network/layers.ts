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

/** How a row of a table is added to a float vector in the kernels' memory. The table itself stays outside: few of its rows are asked for. */
export const rowsOf = (memory: Memory, table: Table): ((to: Address, row: number) => void) => {
  const cols = columns(table);
  return (to, row) => {
    const lent = memory.lend(table.bytes.subarray(row * cols, (row + 1) * cols));
    memory.kernels.addBytes(to, lent, table.scales[row] ?? 0, cols);
  };
};

/** Matrices of the same inputs side by side, in the kernels' memory as 32-bit floats: [inputs][outputs of all]. */
export function placeMatrix(memory: Memory, tables: readonly Table[]): Address {
  const outputs = tables.reduce((sum, table) => sum + columns(table), 0);
  const at = memory.take(rows(tables) * outputs * 4);
  let to = at;
  for (const table of tables) {
    const addRow = rowsOf(memory, table);
    table.scales.forEach((_, row) => {
      addRow(to + row * outputs * 4, row);
    });
    to += columns(table) * 4;
  }
  return at;
}

/**
 * Places matrices of the same inputs side by side for the kernels' integer dot products: weights as 12-bit numbers with one scale an
 * output, in blocks of eight outputs, pair after pair of inputs. With inputs of at most 2^13 and 128 of them, a sum stays below 2^31.
 * @param tables inputs even and at most 128 (256 lose a bit of weight), outputs of each a multiple of 8
 * @param bias of all outputs
 */
export function placeProjection(memory: Memory, tables: readonly Table[], bias: Float32Array): Projection {
  const inputs = rows(tables);
  const most = inputs <= 128 ? 2047 : 1023;
  const outputs = bias.length;
  const weights = memory.take(inputs * outputs * 2);
  const scale = memory.take(outputs * 4);
  const placedBias = placeFloats(memory, bias);
  let done = 0;
  for (const { bytes, scales } of tables) {
    const lent = memory.lend(scales, bytes);
    const cols = bytes.length / inputs;
    memory.kernels.placeProjection(
      lent + inputs * 4,
      lent,
      inputs,
      cols,
      most,
      weights + done * inputs * 2,
      scale + done * 4,
    );
    done += cols;
  }
  return { inputs, outputs, weights, scale, bias: placedBias };
}

const rows = ([first]: readonly Table[]): number => first?.scales.length ?? 0;

const columns = ({ bytes, scales }: Table): number => bytes.length / scales.length;

/** Rows of floats as one: the bias of matrices side by side. */
export function joined(...parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Applies a projection to rows of hidden states. */
export function project(memory: Memory, layer: Projection, hidden: Address, rows: number, out: Address): void {
  memory.kernels.project(hidden, rows, layer.inputs >> 1, layer.weights, layer.scale, layer.bias, layer.outputs, out);
}
