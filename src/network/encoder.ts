import { TOKEN_UNITS, wordFeatures } from './features.ts';
import { beside, placeFloats, placeProjection, placeTable, project } from './layers.ts';
import type { Address, Memory } from './memory.ts';
import type { Weights } from './weights.ts';

/** Most words, and most sentences, of one batch. */
export const BATCH = { words: 512, sentences: 32 } as const;

/** Sentences laid out for the kernels: words of all, one after the other. */
export interface Layout {
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  readonly words: number;
}

/** Turns sentences (longest first, within BATCH) into hidden states, which every head reads. */
export interface Encoder {
  readonly encode: (sentences: readonly (readonly string[])[]) => Layout;
  /** Where encode leaves [word][2 * hidden] 16-bit states. */
  readonly hidden: Address;
}

/**
 * Word and sub-word embeddings, then two bidirectional LSTM layers (Kiperwasser & Goldberg 2016). What layer one makes of a word
 * by itself is kept by word type, for CACHED types; when they are too many, all are forgotten.
 */
export function loadEncoder(memory: Memory, weights: Weights): Encoder {
  const { kernels } = memory;
  const units = weights.sizes.hidden;
  const wide = 2 * units;
  const lookUp = loadWordInputs(memory, weights);
  const directions = (['f', 'b'] as const).map((way) =>
    [0, 1].map((layer) =>
      placeProjection(
        memory,
        weights.tensor(`lstm${layer}${way}.rec`, units, 4 * units),
        new Float32Array(4 * units),
        4 * units,
      ),
    ),
  );
  const second = placeProjection(
    memory,
    beside(weights.tensor('lstm1f.in', wide, 4 * units), weights.tensor('lstm1b.in', wide, 4 * units), wide),
    beside(weights.tensor('lstm1f.bias', 1, 4 * units), weights.tensor('lstm1b.bias', 1, 4 * units), 1),
    8 * units,
  );
  const row = 8 * units * 4;
  const projected = memory.take(BATCH.words * row);
  const hidden = [memory.take(BATCH.words * wide * 2), memory.take(BATCH.words * wide * 2)] as const;
  const scratch = memory.take(units * 2 + 4 * units * 16 + BATCH.sentences * units * 4);
  const places = {
    inputs: memory.take(BATCH.words * 4),
    projected: memory.take(BATCH.words * 4),
    offsets: memory.take(BATCH.sentences * 4),
    lengths: memory.take(BATCH.sentences * 4),
  };

  const runLayer = (layer: 0 | 1, layout: Layout, inputs: Address): void => {
    directions.forEach((layers, way) => {
      const rec = layers[layer];
      if (rec === undefined) return;
      kernels.lstm(
        layout.lengths.length,
        places.offsets,
        places.lengths,
        inputs,
        way * units * 16,
        way,
        rec.weights,
        rec.scale,
        units,
        hidden[layer],
        way * units * 2,
        scratch,
      );
    });
  };

  return {
    hidden: hidden[1],
    encode: (sentences) => {
      const layout = layOut(sentences);
      memory.ints(places.offsets, BATCH.sentences).set(layout.offsets);
      memory.ints(places.lengths, BATCH.sentences).set(layout.lengths);
      lookUp(sentences, layout.words, memory.ints(places.inputs, BATCH.words));
      runLayer(0, layout, places.inputs);
      project(memory, second, hidden[0], layout.words, projected);
      const addresses = memory.ints(places.projected, BATCH.words);
      for (let word = 0; word < layout.words; word++) addresses[word] = projected + word * row;
      runLayer(1, layout, places.projected);
      return layout;
    },
  };
}

function layOut(sentences: readonly (readonly string[])[]): Layout {
  const offsets: number[] = [];
  let words = 0;
  for (const sentence of sentences) {
    offsets.push(words);
    words += sentence.length;
  }
  return { offsets, lengths: sentences.map((sentence) => sentence.length), words };
}

/** Word types whose projection is kept: 2 KB each with 64 units. */
const CACHED = 8192;

/** For each word, the address of what layer one's gates receive from it, both directions: computed once a type. */
function loadWordInputs(
  memory: Memory,
  weights: Weights,
): (sentences: readonly (readonly string[])[], words: number, into: Int32Array) => void {
  const { kernels } = memory;
  const { wordDim, pieceDim, buckets, hidden } = weights.sizes;
  const inputs = wordDim + pieceDim;
  const outputs = 8 * hidden;
  const rowOf = new Map(weights.words.map((word, row) => [word, row]));
  const addWord = placeTable(memory, weights.table('words', weights.words.length, wordDim));
  const addPiece = placeTable(memory, weights.table('pieces', buckets, pieceDim));
  const matrix = placeFloats(
    memory,
    beside(weights.tensor('lstm0f.in', inputs, 4 * hidden), weights.tensor('lstm0b.in', inputs, 4 * hidden), inputs),
  );
  const bias = placeFloats(
    memory,
    beside(weights.tensor('lstm0f.bias', 1, 4 * hidden), weights.tensor('lstm0b.bias', 1, 4 * hidden), 1),
  );
  const embedded = memory.take(inputs * 4);
  const cache = memory.take(CACHED * outputs * 4);
  const slots = new Map<string, Address>();

  const make = (token: string, to: Address): void => {
    const features = wordFeatures(token, buckets);
    memory.floats(embedded, inputs).fill(0);
    addWord(embedded, rowOf.get(features.key) ?? 0);
    for (const bucket of features.buckets) addPiece(embedded + wordDim * 4, bucket);
    kernels.repeatRow(to, bias, outputs * 4, 1);
    kernels.addProduct(1, outputs, inputs, embedded, inputs * 4, matrix, outputs * 4, to, outputs * 4);
  };

  return (sentences, words, into) => {
    if (slots.size + words > CACHED) slots.clear();
    let at = 0;
    for (const sentence of sentences)
      for (const token of sentence) {
        const key = token.length > TOKEN_UNITS ? token.slice(0, TOKEN_UNITS) : token;
        let slot = slots.get(key);
        if (slot === undefined) {
          slot = cache + slots.size * outputs * 4;
          make(key, slot);
          slots.set(key, slot);
        }
        into[at++] = slot;
      }
  };
}
