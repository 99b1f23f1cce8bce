import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** The trained weights as they lie in network.bin, checked. */
export interface Weights {
  readonly sizes: Sizes;
  /** Joint tags, each "UPOS XPOS". */
  readonly tags: readonly string[];
  /** Relations with subtypes; the first is "root". */
  readonly labels: readonly string[];
  /** Classes of names, "B-" and "I-" with each kind: see heads.ts; the first is "O". */
  readonly names: readonly string[];
  readonly rowOf: Vocabulary;
  /** A row of floats; throws when there is none of that name and length. */
  readonly row: (name: string, cols: number) => Float32Array;
  /** A matrix kept as bytes: row r is bytes[r * cols ...] times scales[r]. Throws likewise. */
  readonly table: (name: string, rows: number, cols: number) => Table;
}

export interface Table {
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
}

export interface Sizes {
  /** Rows of the word table. */
  readonly words: number;
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
  readonly names: readonly string[];
  /** Where the keys of the word table lie: see vocabulary.ts. */
  readonly vocabulary: { readonly from: number; readonly text: number };
  readonly tensors: readonly Place[];
}

/** What is wrong with a header, in words; null where nothing is. By hand, since the schema library costs a third of a cold start. */
function faultOf(header: Partial<Record<keyof Header | 'format', unknown>>): string | null {
  const { format, sizes, tags, labels, names, vocabulary, tensors } = header;
  if (format !== 'chancery-network') return 'format must be chancery-network';
  if (!isRecord(sizes)) return 'sizes must be given';
  for (const name of ['wordDim', 'pieceDim', 'hidden', 'arcDim', 'labelDim'])
    if (!isCount(sizes[name], 1024) || Number(sizes[name]) % 8 !== 0)
      return `sizes.${name} must be a multiple of 8 up to 1024`;
  const { buckets, words } = sizes;
  if (!isCount(words, MOST)) return 'sizes.words must be a number of rows';
  if (!isCount(buckets, MOST) || (Number(buckets) & (Number(buckets) - 1)) !== 0)
    return 'sizes.buckets must be a power of two';
  if (!isWords(tags, 1024) || !tags.every((tag) => /^\S+ \S+$/u.test(tag))) return 'tags must be pairs of words';
  if (!isWords(labels, 1024) || labels[0] !== 'root') return 'labels must be words, the first root';
  if (!isWords(names, 1024) || !names.every((name, at) => (at === 0 ? name === 'O' : /^[BI]-[a-z]+$/u.test(name))))
    return 'names must be O, then B- or I- and a kind';
  if (!isRecord(vocabulary) || !isAddress(vocabulary['from']) || !isAddress(vocabulary['text']))
    return 'vocabulary must say where it lies';
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
  isAddress(value['at']);

const isAddress = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;

const VERSION = 2;

/**
 * Reads the format of docs/decisions/network-file.md: "CHNW", version, length of the header (32-bit, little-endian), a JSON
 * header, then tensors as float32 or as int8 rows with a float32 scale each, and the vocabulary.
 * @throws Error naming what is wrong, for bytes that are not such a file
 */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, false) !== 0x43484e57) throw new Error('network weights: not a CHNW file');
  const version = view.getUint32(4, true);
  if (version !== VERSION) throw new Error(`network weights: version ${version}, this program reads ${VERSION}`);
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
  const row = (name: string, cols: number): Float32Array => readFloats(rest, find(name, 1, cols), cols);
  const table = (name: string, rows: number, cols: number): Table => readTable(rest, find(name, rows, cols));
  const rowOf = readVocabulary(rest, { count: header.sizes.words, ...header.vocabulary });
  return { sizes: header.sizes, tags: header.tags, labels: header.labels, names: header.names, rowOf, row, table };
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
  // Copied, since a view would need an address that four divides; WebAssembly's memory is little-endian as the file is.
  const out = new Float32Array(count);
  new Uint8Array(out.buffer).set(body.subarray(at, at + count * 4));
  // Searched by the engine itself: a loop over so many values takes ten times as long in a program that has just begun.
  if ([NaN, Infinity, -Infinity].some((none) => out.includes(none)))
    throw new Error(`network weights: tensor ${name} holds a value that is no number`);
  return out;
}

function readTable(body: Uint8Array, place: Place): Table {
  const { name, rows, cols, type, at } = place;
  if (type !== 'i8') throw new Error(`network weights: tensor ${name} is not of bytes`);
  const scales = readFloats(body, place, rows);
  if (at + rows * 4 + rows * cols > body.length) throw new Error(`network weights: cut off within tensor ${name}`);
  return { scales, bytes: new Int8Array(body.buffer, body.byteOffset + at + rows * 4, rows * cols) };
}
