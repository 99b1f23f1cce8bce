import { BATCH, type Layout } from './encoder.ts';
import { placeFloats, placeMatrix, placeProjection, project, type Projection } from './layers.ts';
import type { Address, Memory } from './memory.ts';
import type { Weights } from './weights.ts';

/**
 * A head reads the hidden states of a batch and leaves its answers in the kernels' memory, until the next batch. To add one (sources,
 * the status of a clause): a function here, its tensors in training/network.h, a field of Network.
 */
export type Head<Answer> = (layout: Layout, hidden: Address) => Answer;

/** Scores of each word for each class of a list, by one layer; rows of `stride` floats. */
interface Scorer {
  readonly stride: number;
  readonly score: Head<Address>;
}

/** @param name of the layer's tensors in the file */
function loadScorer(memory: Memory, weights: Weights, { name, classes }: { name: string; classes: number }): Scorer {
  const stride = padded(classes);
  const table = weights.table(name, 2 * weights.sizes.hidden, stride);
  const layer = placeProjection(memory, [table], weights.row(`${name}.bias`, stride));
  const scores = memory.take(BATCH.words * stride * 4);
  return {
    stride,
    score: (layout, hidden) => {
      project(memory, layer, hidden, layout.words, scores);
      return scores;
    },
  };
}

/** Index of each word's tag. */
export function loadTagHead(memory: Memory, weights: Weights): Head<Int32Array> {
  const classes = weights.tags.length;
  const { stride, score } = loadScorer(memory, weights, { name: 'tag', classes });
  const best = memory.take(BATCH.words * 4);
  return (layout, hidden) => {
    memory.kernels.greatest(score(layout, hidden), layout.words, stride, 0, classes, best);
    return memory.ints(best, layout.words);
  };
}

/**
 * Index of each word's class of name. Classes as in IOB2 (Ramshaw & Marcus 1995): a word goes on with a name ("I-") only behind one of
 * its kind, so the best of those that may stand there is taken, from left to right.
 */
export function loadNameHead(memory: Memory, weights: Weights): Head<Int32Array> {
  const { stride, score } = loadScorer(memory, weights, { name: 'name', classes: weights.names.length });
  const best = memory.take(BATCH.words * 4);
  // Behind each class, those that may follow.
  const following = weights.names.map((before) =>
    weights.names.flatMap((name, at) => (!name.startsWith('I-') || before.endsWith(name.slice(1)) ? [at] : [])),
  );
  return (layout, hidden) => {
    const scores = memory.floats(score(layout, hidden), layout.words * stride);
    const found = memory.ints(best, layout.words);
    layout.lengths.forEach((length, sentence) => {
      const from = layout.offsets[sentence] ?? 0;
      let before = 0;
      for (let word = from; word < from + length; word++) {
        let top = -Infinity;
        let chosen = 0;
        for (const name of following[before] ?? []) {
          const value = scores[word * stride + name] ?? 0;
          if (value > top) [top, chosen] = [value, name];
        }
        before = found[word] = chosen;
      }
    });
    return found;
  };
}

/** Trees of a batch: for each word its head (0 the root, else the word's number in its sentence, from 1) and its label's index. */
export interface Trees {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/**
 * Biaffine arc scores, the best projective tree with one root, and a label for each arc (Dozat & Manning 2017; Eisner 1996; labels
 * by a multilayer perceptron as in Kiperwasser & Goldberg 2016).
 * @param longest most words of a sentence: the tables grow with its square
 */
export function loadTreeHead(memory: Memory, weights: Weights, longest: number): Head<Trees> {
  const { kernels } = memory;
  const { hidden: units, arcDim, labelDim } = weights.sizes;
  const wide = 2 * units;
  const onHidden = (name: string, bias: Float32Array): Projection =>
    placeProjection(memory, [weights.table(name, wide, bias.length)], bias);
  const arcHead = onHidden('arc.head', weights.row('arc.head.bias', arcDim));
  const arcDep = onHidden('arc.dep', weights.row('arc.dep.bias', arcDim));
  const labelHead = onHidden('label.head', new Float32Array(labelDim));
  const labelDep = onHidden('label.dep', weights.row('label.bias', labelDim));
  const matrix = (name: string, rows: number, cols: number): Address =>
    placeMatrix(memory, [weights.table(name, rows, cols)]);
  const row = (name: string, cols: number): Address => placeFloats(memory, weights.row(name, cols));
  const stride = padded(weights.labels.length);
  const pair = matrix('arc.pair', arcDim, arcDim);
  const prior = row('arc.prior', arcDim);
  const arcRoot = row('arc.root', arcDim);
  const distance = row('arc.distance', 32);
  const labelRoot = row('label.root', labelDim);
  const out = matrix('label.out', labelDim, stride);
  const outBias = row('label.out.bias', stride);

  const room = (cols: number): Address => memory.take(BATCH.words * cols * 4);
  const [heads, deps, pairs, labelHeads, labelDeps, labelHidden, labelScores] = [
    room(arcDim),
    room(arcDim),
    room(arcDim),
    room(labelDim),
    room(labelDim),
    room(labelDim),
    room(stride),
  ] as const;
  const [bestHeads, bestLabels] = [room(1), room(1)] as const;
  const side = longest + 9;
  const turned = memory.take(arcDim * side * 4);
  const scores = memory.take(longest * side * 4);
  const chart = memory.take(24 * (longest + 2) ** 2 + 24 * (longest + 2) + 64);

  return (layout, hidden) => {
    const n = layout.words;
    project(memory, arcHead, hidden, n, heads);
    project(memory, arcDep, hidden, n, deps);
    kernels.leaky(heads, n * arcDim);
    kernels.leaky(deps, n * arcDim);
    kernels.repeatRow(pairs, prior, arcDim * 4, n);
    kernels.addProduct(n, arcDim, arcDim, deps, arcDim * 4, pair, arcDim * 4, pairs, arcDim * 4);
    project(memory, labelHead, hidden, n, labelHeads);
    project(memory, labelDep, hidden, n, labelDeps);
    layout.lengths.forEach((length, sentence) => {
      const at = layout.offsets[sentence] ?? 0;
      kernels.arcScores(
        length,
        arcDim,
        heads + at * arcDim * 4,
        arcRoot,
        pairs + at * arcDim * 4,
        distance,
        turned,
        scores,
      );
      kernels.eisner(length, scores, bestHeads + at * 4, chart);
      const rows = at * labelDim * 4;
      kernels.labelInputs(
        length,
        labelDim,
        bestHeads + at * 4,
        labelHeads + rows,
        labelRoot,
        labelDeps + rows,
        labelHidden + rows,
      );
    });
    kernels.repeatRow(labelScores, outBias, stride * 4, n);
    kernels.addProduct(n, stride, labelDim, labelHidden, labelDim * 4, out, stride * 4, labelScores, stride * 4);
    // The label "root" (index 0) belongs to the root's word and to no other.
    kernels.greatest(labelScores, n, stride, 1, weights.labels.length, bestLabels);
    const found = { heads: memory.ints(bestHeads, n), labels: memory.ints(bestLabels, n) };
    for (let word = 0; word < n; word++) if (found.heads[word] === 0) found.labels[word] = 0;
    return found;
  };
}

/** The file's matrices are padded to a multiple of 16 columns. */
function padded(columns: number): number {
  return (columns + 15) & ~15;
}
