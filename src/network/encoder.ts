import { TOKEN_UNITS, wordFeatures } from './features.ts';
import { joined, placeFloats, placeMatrix, placeProjection, rowsOf, project } from './layers.ts';
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
      placeProjection(memory, [weights.table(`lstm${layer}${way}.rec`, units, 4 * units)], new Float32Array(4 * units)),
    ),
  );
  const second = placeProjection(
    memory,
    [weights.table('lstm1f.in', wide, 4 * units), weights.table('lstm1b.in', wide, 4 * units)],
    joined(weights.row('lstm1f.bias', 4 * units), weights.row('lstm1b.bias', 4 * units)),
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

/** Word types that are projected together: they share the reading of the matrix. */
const TOGETHER = 32;

/** For each word, the address of what layer one's gates receive from it, both directions: computed once a type. */
function loadWordInputs(
  memory: Memory,
  weights: Weights,
): (sentences: readonly (readonly string[])[], count: number, into: Int32Array) => void {
  const { kernels } = memory;
  const { words, wordDim, pieceDim, buckets, hidden } = weights.sizes;
  const inputs = wordDim + pieceDim;
  const outputs = 8 * hidden;
  const addWord = rowsOf(memory, weights.table('words', words, wordDim));
  const addPiece = rowsOf(memory, weights.table('pieces', buckets, pieceDim));
  const matrix = placeMatrix(memory, [
    weights.table('lstm0f.in', inputs, 4 * hidden),
    weights.table('lstm0b.in', inputs, 4 * hidden),
  ]);
  const bias = placeFloats(
    memory,
    joined(weights.row('lstm0f.bias', 4 * hidden), weights.row('lstm0b.bias', 4 * hidden)),
  );
  const row = outputs * 4;
  const embedded = memory.take(TOGETHER * inputs * 4);
  const cache = memory.take(CACHED * row);
  const slots = new Map<string, Address>();

  /** Types that lie one after the other in the cache. */
  const make = (types: readonly string[], to: Address): void => {
    memory.floats(embedded, types.length * inputs).fill(0);
    types.forEach((type, at) => {
      const features = wordFeatures(type, buckets);
      const word = embedded + at * inputs * 4;
      addWord(word, weights.rowOf(features.key));
      for (const bucket of features.buckets) addPiece(word + wordDim * 4, bucket);
    });
    kernels.repeatRow(to, bias, row, types.length);
    kernels.addProduct(types.length, outputs, inputs, embedded, inputs * 4, matrix, row, to, row);
  };

  return (sentences, count, into) => {
    if (slots.size + count > CACHED) slots.clear();
    const from = slots.size;
    const fresh: string[] = [];
    let at = 0;
    for (const sentence of sentences)
      for (const token of sentence) {
        const key = token.length > TOKEN_UNITS ? token.slice(0, TOKEN_UNITS) : token;
        let slot = slots.get(key);
        if (slot === undefined) {
          slot = cache + slots.size * row;
          slots.set(key, slot);
          fresh.push(key);
        }
        into[at++] = slot;
      }
    for (let done = 0; done < fresh.length; done += TOGETHER)
      make(fresh.slice(done, done + TOGETHER), cache + (from + done) * row);
  };
}
