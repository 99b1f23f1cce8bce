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
  /** A table kept as bytes: row r is bytes[r * cols ...] times scales[r]. Throws likewise. */
  readonly table: (name: string, rows: number, cols: number) => Table;
}

export interface Table {
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
}

export interface Sizes {
  readonly wordDim: number;
  readonly pieceDim: number;
  readonly buckets: number;
  readonly hidden: number;
  readonly arcDim: number;
  readonly labelDim: number;
}

interface Header {
  readonly sizes: Sizes;
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly words: readonly string[];
  readonly tensors: readonly Place[];
}

/** What is wrong with a header, in words; null where nothing is. By hand, since the schema library costs a third of a cold start. */
function faultOf(header: Partial<Record<keyof Header | 'format', unknown>>): string | null {
  const { format, sizes, tags, labels, words, tensors } = header;
  if (format !== 'chancery-network') return 'format must be chancery-network';
  if (!isRecord(sizes)) return 'sizes must be given';
  for (const name of ['wordDim', 'pieceDim', 'hidden', 'arcDim', 'labelDim'])
    if (!isCount(sizes[name], 1024) || Number(sizes[name]) % 8 !== 0)
      return `sizes.${name} must be a multiple of 8 up to 1024`;
  const { buckets } = sizes;
  if (!isCount(buckets, MOST) || (Number(buckets) & (Number(buckets) - 1)) !== 0)
    return 'sizes.buckets must be a power of two';
  if (!isWords(tags, 1024) || !tags.every((tag) => /^\S+ \S+$/u.test(tag))) return 'tags must be pairs of words';
  if (!isWords(labels, 1024) || labels[0] !== 'root') return 'labels must be words, the first root';
  if (!isWords(words, MOST)) return 'words must be a list of strings';
  if (!Array.isArray(tensors) || !tensors.every(isPlace)) return 'tensors must each have name, rows, cols, type and at';
  return null;
}

const MOST = 1 << 20;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isCount = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;

const isWords = (value: unknown, most: number): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.length <= most && value.every((word) => typeof word === 'string');

const isPlace = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['name'] === 'string' &&
  isCount(value['rows'], MOST) &&
  isCount(value['cols'], MOST) &&
  (value['type'] === 'i8' || value['type'] === 'f32') &&
  Number.isInteger(value['at']) &&
  Number(value['at']) >= 0;

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
  const find = (name: string, rows: number, cols: number): Place => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`network weights: no tensor ${name}`);
    if (place.rows !== rows || place.cols !== cols)
      throw new Error(`network weights: tensor ${name} is ${place.rows} by ${place.cols}, not ${rows} by ${cols}`);
    return place;
  };
  const rest = bytes.subarray(body);
  const tensor = (name: string, rows: number, cols: number): Float32Array => {
    const place = find(name, rows, cols);
    return place.type === 'f32' ? readFloats(rest, place, rows * cols) : multiply(readTable(rest, place));
  };
  const table = (name: string, rows: number, cols: number): Table => readTable(rest, find(name, rows, cols));
  return { sizes: header.sizes, tags: header.tags, labels: header.labels, words: header.words, tensor, table };
}

function readHeader(bytes: Uint8Array): Header {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error('network weights: the header is not JSON', { cause: error });
  }
  const fault = isRecord(json) ? faultOf(json) : 'the header must be an object';
  if (fault !== null) throw new Error(`network weights: ${fault}`);
  return json as Header;
}

interface Place {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
  readonly type: 'i8' | 'f32';
  readonly at: number;
}

function readFloats(body: Uint8Array, { name, at }: Place, count: number): Float32Array {
  if (at + count * 4 > body.length) throw new Error(`network weights: cut off within tensor ${name}`);
  const view = new DataView(body.buffer, body.byteOffset + at, count * 4);
  const out = new Float32Array(count);
  for (let k = 0; k < count; k++) out[k] = view.getFloat32(k * 4, true);
  if (!out.every(Number.isFinite)) throw new Error(`network weights: tensor ${name} holds a value that is no number`);
  return out;
}

function readTable(body: Uint8Array, place: Place): Table {
  const { name, rows, cols, type, at } = place;
  if (type !== 'i8') throw new Error(`network weights: tensor ${name} is not of bytes`);
  const scales = readFloats(body, place, rows);
  if (at + rows * 4 + rows * cols > body.length) throw new Error(`network weights: cut off within tensor ${name}`);
  return { scales, bytes: new Int8Array(body.buffer, body.byteOffset + at + rows * 4, rows * cols) };
}

function multiply({ bytes, scales }: Table): Float32Array {
  const out = new Float32Array(bytes.length);
  const cols = bytes.length / scales.length;
  for (let row = 0, k = 0; row < scales.length; row++) {
    const scale = scales[row] ?? 0;
    for (const end = k + cols; k < end; k++) out[k] = (bytes[k] ?? 0) * scale;
  }
  return out;
}
