import { z } from 'zod';

/** The trained weights as they lie in network.bin, checked. */
export interface Weights {
  readonly sizes: Sizes;
  /** Joint tags, each "UPOS XPOS". */
  readonly tags: readonly string[];
  /** Relations with subtypes; the first is "root". */
  readonly labels: readonly string[];
  /** Vocabulary keys by row of the word table; row 0 is the unknown word. */
  readonly words: readonly string[];
  /** A tensor's values, row by row; throws when there is none of that name and shape. */
  readonly tensor: (name: string, rows: number, cols: number) => Float32Array;
}

export interface Sizes {
  readonly wordDim: number;
  readonly pieceDim: number;
  readonly buckets: number;
  readonly hidden: number;
  readonly arcDim: number;
  readonly labelDim: number;
}

const eights = z.int().min(8).max(1024).multipleOf(8);
const Header = z.object({
  format: z.literal('chancery-network'),
  sizes: z.object({
    wordDim: eights,
    pieceDim: eights,
    buckets: z
      .int()
      .min(1)
      .max(1 << 20)
      .refine((n) => (n & (n - 1)) === 0, 'must be a power of two'),
    hidden: eights,
    arcDim: eights,
    labelDim: eights,
  }),
  tags: z
    .array(z.string().regex(/^\S+ \S+$/u))
    .min(1)
    .max(1024),
  labels: z.tuple([z.literal('root')], z.string().min(1)),
  words: z
    .array(z.string())
    .min(1)
    .max(1 << 20),
  tensors: z.array(
    z.object({
      name: z.string(),
      rows: z.int().min(1),
      cols: z.int().min(1),
      type: z.enum(['i8', 'f32']),
      at: z.int().min(0),
    }),
  ),
});

/**
 * Reads the format of docs/decisions/network-file.md: "CHNW", version, length of the header (32-bit, little-endian), a JSON
 * header, then tensors as float32 or as int8 rows with a float32 scale each.
 * @throws Error naming what is wrong, for bytes that are not such a file
 */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, false) !== 0x43484e57) throw new Error('network weights: not a CHNW file');
  const version = view.getUint32(4, true);
  if (version !== 1) throw new Error(`network weights: version ${version}, this program reads 1`);
  const body = 12 + view.getUint32(8, true);
  if (body > bytes.length) throw new Error('network weights: cut off within the header');
  const header = readHeader(bytes.subarray(12, body));
  const places = new Map(header.tensors.map((tensor) => [tensor.name, tensor]));
  const tensor = (name: string, rows: number, cols: number): Float32Array => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`network weights: no tensor ${name}`);
    if (place.rows !== rows || place.cols !== cols)
      throw new Error(`network weights: tensor ${name} is ${place.rows} by ${place.cols}, not ${rows} by ${cols}`);
    return readTensor(bytes.subarray(body), place);
  };
  return { sizes: header.sizes, tags: header.tags, labels: header.labels, words: header.words, tensor };
}

function readHeader(bytes: Uint8Array): z.infer<typeof Header> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error('network weights: the header is not JSON', { cause: error });
  }
  const header = Header.safeParse(json);
  if (!header.success) throw new Error(`network weights: ${z.prettifyError(header.error)}`);
  return header.data;
}

interface Place {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
  readonly type: 'i8' | 'f32';
  readonly at: number;
}

function readTensor(body: Uint8Array, { name, rows, cols, type, at }: Place): Float32Array {
  const size = type === 'f32' ? rows * cols * 4 : rows * 4 + rows * cols;
  if (at + size > body.length) throw new Error(`network weights: cut off within tensor ${name}`);
  const view = new DataView(body.buffer, body.byteOffset + at, size);
  const floats = new Float32Array(type === 'f32' ? rows * cols : rows);
  for (let k = 0; k < floats.length; k++) floats[k] = view.getFloat32(k * 4, true);
  if (!floats.every(Number.isFinite))
    throw new Error(`network weights: tensor ${name} holds a value that is no number`);
  if (type === 'f32') return floats;
  const bytes = new Int8Array(body.buffer, body.byteOffset + at + rows * 4, rows * cols);
  const out = new Float32Array(rows * cols);
  for (let row = 0, k = 0; row < rows; row++) {
    const scale = floats[row] ?? 0;
    for (const end = k + cols; k < end; k++) out[k] = (bytes[k] ?? 0) * scale;
  }
  return out;
}
