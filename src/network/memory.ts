/** Address in the kernels' memory, in bytes. */
export type Address = number;

/** What kernels/kernels.ts exports; its comments say what each does. */
export interface Kernels {
  readonly tanhInPlace: (at: Address) => void;
  readonly addBytes: (to: Address, from: Address, scale: number, n: number) => void;
  readonly placeProjection: (
    bytes: Address,
    scales: Address,
    inputs: number,
    cols: number,
    most: number,
    weights: Address,
    scale: Address,
  ) => void;
  readonly addRow: (to: Address, from: Address, n: number) => void;
  readonly project: (
    x: Address,
    rows: number,
    pairs: number,
    weights: Address,
    scale: Address,
    bias: Address,
    outputs: number,
    out: Address,
  ) => void;
  readonly lstm: (
    sentences: number,
    offsets: Address,
    lengths: Address,
    inputs: Address,
    inputAt: number,
    backward: number,
    weights: Address,
    scale: Address,
    units: number,
    hidden: Address,
    hiddenAt: number,
    scratch: Address,
  ) => void;
  readonly addProduct: (
    rows: number,
    cols: number,
    inner: number,
    a: Address,
    aRow: number,
    b: Address,
    bRow: number,
    out: Address,
    outRow: number,
  ) => void;
  readonly leaky: (at: Address, n: number) => void;
  readonly repeatRow: (to: Address, row: Address, bytes: number, n: number) => void;
  readonly greatest: (at: Address, rows: number, stride: number, from: number, to: number, out: Address) => void;
  readonly arcScores: (
    n: number,
    dim: number,
    heads: Address,
    root: Address,
    pairs: Address,
    prior: Address,
    turned: Address,
    out: Address,
  ) => void;
  readonly eisner: (n: number, scores: Address, heads: Address, chart: Address) => void;
  readonly labelInputs: (
    n: number,
    dim: number,
    heads: Address,
    headRows: Address,
    root: Address,
    dependentRows: Address,
    out: Address,
  ) => void;
}

/** The kernels and the memory they work on. All is taken while loading; then it never grows. */
export interface Memory {
  readonly kernels: Kernels;
  /** Room for so many bytes, zeroed, at a multiple of 64. */
  readonly take: (bytes: number) => Address;
  /** Values side by side in room that the next `take` or `lend` takes again: for a kernel that is called at once. */
  readonly lend: (...values: readonly (Float32Array | Int8Array)[]) => Address;
  readonly floats: (at: Address, length: number) => Float32Array;
  readonly shorts: (at: Address, length: number) => Int16Array;
  readonly ints: (at: Address, length: number) => Int32Array;
}

/** Compiles the kernels. @throws Error for bytes that are not the kernels */
export function openMemory(bytes: Uint8Array): Memory {
  const exports = instantiate(bytes);
  const { memory } = exports;
  let next = (exports.heapBase() + 63) & ~63;
  /** Up to here what was lent may have left something. */
  let soiled = next;
  const reach = (end: number): void => {
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(Math.max(missing, STRIDE) / 65536));
  };
  const take = (size: number): Address => {
    const at = next;
    next = (next + size + 63) & ~63;
    reach(next);
    if (at < soiled) new Uint8Array(memory.buffer, at, Math.min(next, soiled) - at).fill(0);
    return at;
  };
  let whole = new Uint8Array(memory.buffer);
  const lend = (...values: readonly (Float32Array | Int8Array)[]): Address => {
    let at = next;
    for (const one of values) {
      reach(at + one.byteLength);
      if (whole.buffer !== memory.buffer) whole = new Uint8Array(memory.buffer);
      whole.set(one instanceof Int8Array ? one : new Uint8Array(one.buffer, one.byteOffset, one.byteLength), at);
      at += one.byteLength;
    }
    soiled = Math.max(soiled, at);
    return next;
  };
  return {
    kernels: exports,
    take,
    lend,
    floats: (at, length) => new Float32Array(memory.buffer, at, length),
    shorts: (at, length) => new Int16Array(memory.buffer, at, length),
    ints: (at, length) => new Int32Array(memory.buffer, at, length),
  };
}

/** Memory grows by at least so much at a time: each growth makes the engine collect garbage, untouched pages cost nothing. */
const STRIDE = 1 << 26;

type Exports = Kernels & {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly heapBase: () => number;
};

function instantiate(bytes: Uint8Array): Exports {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
    if (!('memory' in exports) || !('heapBase' in exports)) throw new Error('it lacks what it should export');
    return exports as unknown as Exports;
  } catch (error) {
    throw new Error('network kernels: not the WebAssembly module that the build makes', { cause: error });
  }
}

/** The little of WebAssembly that is used; TypeScript declares it only among the browser's types. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
};
