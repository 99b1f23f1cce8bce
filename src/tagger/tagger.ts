/** Tables of weights by hashed features, as they lie in a file of their own: small linear models beside the network. */
export interface Tagger {
  /** The table of a name; throws where there is none with so many labels. */
  readonly table: (name: string, labels: number) => Table;
}

/** For each of 2^n places, one weight a label, as bytes: label l of feature f is `weights[(f & mask) * labels + l] * scale`. */
export interface Table {
  readonly labels: number;
  readonly mask: number;
  readonly weights: Int8Array;
  readonly scale: number;
  /** Added to the sum of one label's weights. */
  readonly bias: number;
  /** What it adds that one label follows another, [from][to], then what it adds to begin with each; empty with one label. */
  readonly steps: readonly (readonly number[])[];
}

/** How the file's header describes a table. */
export interface Place {
  readonly name: string;
  readonly labels: number;
  readonly bits: number;
  readonly scale: number;
  readonly bias: number;
  readonly steps: readonly (readonly number[])[];
  /** Where it begins behind the header. */
  readonly at: number;
}

export const MAGIC = 0x43484154;
export const VERSION = 1;

/**
 * Reads "CHAT", version, length of the header (32 bits, little-endian), a JSON list of places, then the tables' bytes.
 * @throws Error naming what is wrong, for bytes that are not such a file
 */
export function readTagger(bytes: Uint8Array): Tagger {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, false) !== MAGIC) throw new Error('tagger weights: not a CHAT file');
  const version = view.getUint32(4, true);
  if (version !== VERSION) throw new Error(`tagger weights: version ${version}, this program reads ${VERSION}`);
  const body = 12 + view.getUint32(8, true);
  if (body > bytes.length) throw new Error('tagger weights: cut off within the header');
  const places = readPlaces(bytes.subarray(12, body));
  return {
    table: (name, labels) => {
      const place = places.find((one) => one.name === name);
      if (place === undefined) throw new Error(`tagger weights: no table ${name}`);
      if (place.labels !== labels)
        throw new Error(`tagger weights: table ${name} has ${place.labels} labels, not ${labels}`);
      const length = labels * 2 ** place.bits;
      if (body + place.at + length > bytes.length) throw new Error(`tagger weights: cut off within table ${name}`);
      const weights = new Int8Array(bytes.buffer, bytes.byteOffset + body + place.at, length);
      return { labels, mask: 2 ** place.bits - 1, weights, scale: place.scale, bias: place.bias, steps: place.steps };
    },
  };
}

function readPlaces(bytes: Uint8Array): readonly Place[] {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error('tagger weights: the header is not JSON', { cause: error });
  }
  if (!Array.isArray(json) || !json.every(isPlace))
    throw new Error(
      'tagger weights: the header must list tables, each with name, labels, bits, scale, bias, steps and at',
    );
  return json;
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { name, labels, bits, scale, bias, steps, at } = value as Record<string, unknown>;
  return (
    typeof name === 'string' &&
    isCount(labels, 1, 16) &&
    isCount(bits, 1, 24) &&
    Number.isFinite(scale) &&
    Number.isFinite(bias) &&
    isCount(at, 0, 2 ** 28) &&
    Array.isArray(steps) &&
    (steps.length === 0 || (steps.length === labels + 1 && steps.every((row) => isRow(row, labels))))
  );
}

const isRow = (row: unknown, labels: number): boolean =>
  Array.isArray(row) && row.length === labels && row.every((weight) => Number.isFinite(weight));

const isCount = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
