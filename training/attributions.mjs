// Makes model/attributions.bin from PolNeAR's articles: after `npm run build`,
// node --max-old-space-size=8000 training/attributions.mjs ../shared/data/polnear/train [--out FILE] [--fifth 0..4]
// With --fifth that fifth of the articles is left out of the training, to be scored on. Two to four minutes; the same
// articles, readings and engine give the same bytes. Weights are kept as bytes; no word of the articles is.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { detectAll } from 'tinyld/light';
import { makeReport } from '../dist/src/inputs/report.js';
import { openKnowledge } from '../dist/src/open.js';
import { english } from '../dist/src/languages/en.js';
import { loadNetwork } from '../dist/src/network/network.js';
import { reader } from '../dist/src/read.js';
import { contains, overlaps } from '../dist/src/document/span.js';
import { cueFeatures, mayBeCue } from '../dist/src/stages/ascribe/cue-features.js';
import { FURTHEST, furtherFeatures, isWord, mayReach } from '../dist/src/stages/ascribe/further.js';
import { joined } from '../dist/src/stages/ascribe/joined.js';
import { partFeatures, WIDTH } from '../dist/src/stages/ascribe/part-features.js';
import { PART, PARTS } from '../dist/src/stages/ascribe/parts.js';
import { sightsOf } from '../dist/src/stages/ascribe/sight.js';
import { tieOf } from '../dist/src/stages/ascribe/tie.js';
import { readTagger } from '../dist/src/tagger/tagger.js';
import { readArticles } from '../dist/tools/score/polnear-file.js';
import { dice, fileOf, pruned, shuffle } from './linear.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const BITS = { heads: 18, inner: 18, parts: 18, further: 14 };
/** Chosen on a fifth of the articles; `shift` is added to the odds of a cue, so that F1 of exact spans is highest. */
const RUN = {
  heads: { epochs: 8, rate: 0.1, drop: 0.3, mean: 3, shift: 0.55 },
  inner: { epochs: 8, rate: 0.1, drop: 0.3, mean: 3, shift: 0.55 },
  parts: { epochs: 7, rate: 0.1, drop: 0.45, mean: 3 },
  further: { epochs: 6, rate: 0.1, drop: 0.1, mean: 2, shift: 0 },
};

/** Of several words in a cue that hang on none in it, the head is the one whose part of speech comes first here. */
const ORDER = ['VERB', 'NOUN', 'ADJ', 'PROPN', 'AUX', 'ADV', 'ADP'];

const words = process.argv.slice(2);
const option = (name) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? null : words.splice(at, 2)[1];
};
const out = option('out') ?? `${root}model/attributions.bin`;
const fifth = option('fifth');
const articles = words.flatMap(readArticles).filter((_, at) => fifth === null || at % 5 !== Number(fifth));
const began = performance.now();
const say = (what) => console.error(`${((performance.now() - began) / 1000).toFixed(0)} s  ${what}`);

const examples = { heads: { x: [], y: [] }, inner: { x: [], y: [] }, parts: [], further: { x: [], y: [] } };
const read = readerWithout();
for (const article of articles) learnFrom(article);
say(`${articles.length} articles read, ${examples.heads.x.length} words that may be cues, ${examples.parts.length} cues`);
for (const name of ['heads', 'inner', 'further']) pruned(examples[name].x, BITS[name]);
pruned(examples.parts.map(({ x }) => x), BITS.parts);
const tables = {
  heads: logistic(examples.heads, BITS.heads, RUN.heads),
  inner: logistic(examples.inner, BITS.inner, RUN.inner),
  parts: chain(examples.parts, BITS.parts, RUN.parts),
  further: logistic(examples.further, BITS.further, RUN.further),
};
writeFileSync(out, fileOf(tables));
say(`${out} written`);

/** A reader whose tagger finds nothing: its layer is not needed here, and the file may not be there yet. */
function readerWithout() {
  const know = openKnowledge();
  const language = english(know);
  const load = (path) => readFileSync(`${root}${path}`);
  const network = loadNetwork({ kernels: load('dist/kernels.wasm'), weights: load('model/network.bin') });
  const none = { heads: empty(1, 1), inner: empty(1, 1), parts: empty(1, PARTS), further: empty(1, 1) };
  const taggers = { attributions: readTagger(fileOf(none)), factuality: readTagger(load('model/factuality.bin')) };
  const one = reader({ language, know, network, taggers, letters: detectAll });
  const given = { published: null, publisher: null, title: null, url: null, language: 'en' };
  return ({ id, text }) => one(makeReport(text, { ...given, id }, language).report, null);
}

function empty(bits, labels) {
  return { bits, labels, weights: new Float32Array(labels << bits), bias: -100, steps: labels === 1 ? [] : square(labels) };
}

function learnFrom(article) {
  const sights = sightsOf(read(article));
  const gold = article.attributions.map((one) => ({ ...one, content: joined(article.text, one.content) }));
  const cues = sights.map((sight) => headsIn(sight, gold));
  const counts = cues.map((found) => found.size);
  sights.forEach((sight, sentence) => {
    const heads = [...(cues[sentence]?.keys() ?? [])].sort((a, b) => a - b);
    sight.nodes.forEach((node, at) => {
      // Within quotations the corpus ascribes nothing, whatever is said there.
      if (!mayBeCue(node) || sight.quotation[at] >= 0) return;
      const features = cueFeatures(sight, at);
      const told = gold.some(({ content }) => content.some((span) => contains(span, node.words)));
      for (const { x, y } of told ? [examples.heads] : [examples.heads, examples.inner]) {
        x.push(Int32Array.from(features));
        y.push(heads.includes(at) ? 1 : 0);
      }
    });
    for (const at of heads) {
      const [{ source, cue, content }] = cues[sentence].get(at);
      const labels = new Uint8Array(sight.nodes.length);
      for (const [part, spans] of [['content', content], ['source', source], ['cue', cue]])
        sight.nodes.forEach((node) => (spans.some((span) => overlaps(span, node.words)) ? (labels[node.index] = PART[part]) : null));
      examples.parts.push({ x: partFeatures(sight, tieOf(sight, at, heads)), y: labels });
      const within = content
        .map(([start, end]) => [Math.max(start, sight.words[0]), Math.min(end, sight.words[1])])
        .filter(([start, end]) => start < end);
      learnFurther(sights, counts, { sentence, cue: at, content: within }, content);
    }
  });
}

/** The attributions of a sentence by the heads of their cues. */
function headsIn(sight, gold) {
  const found = new Map();
  for (const one of gold) {
    const [cue] = one.cue;
    if (cue === undefined || cue[0] < sight.words[0] || cue[0] >= sight.words[1]) continue;
    const inside = sight.nodes.filter((node) => overlaps(node.words, cue));
    const tops = inside.filter(({ head }) => !inside.some(({ index }) => index === head));
    const rank = ({ upos }) => ORDER.indexOf(upos) + (ORDER.includes(upos) ? 0 : 99);
    const [top] = tops.sort((a, b) => rank(a) - rank(b) || a.index - b.index);
    if (top !== undefined) found.set(top.index, [...(found.get(top.index) ?? []), one]);
  }
  return found;
}

function learnFurther(sights, counts, begun, content) {
  for (const step of [1, -1])
    for (let steps = 1; steps <= FURTHEST; steps++) {
      const at = begun.sentence + step * steps;
      const next = sights[at];
      if (!mayReach(sights[begun.sentence], next)) break;
      const words = next.nodes.filter(isWord);
      const inside = words.filter((node) => content.some((span) => contains(span, node.words))).length;
      examples.further.x.push(Int32Array.from(furtherFeatures(sights, counts, begun, at)));
      examples.further.y.push(inside > 0.3 * words.length ? 1 : 0);
      if (inside <= 0.3 * words.length) break;
    }
}

/** AdaGrad (Duchi, Hazan, Singer 2011) with dropout of features; the mean of the last epochs' weights. */
function logistic({ x, y }, bits, { epochs, rate, drop, mean, shift }) {
  const size = 2 ** bits + 1;
  const [weights, squares, sum] = [new Float32Array(size), new Float32Array(size), new Float64Array(size)];
  const random = dice(1);
  const order = [...x.keys()];
  let bias = -1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const kept = x[at].filter((feature) => feature < size - 1 && random() >= drop);
      let odds = bias;
      for (const feature of kept) odds += weights[feature];
      const slope = 1 / (1 + Math.exp(-odds)) - y[at];
      if (Math.abs(slope) < 1e-4) continue;
      bias -= 0.001 * slope;
      for (const feature of kept) {
        squares[feature] += slope * slope;
        weights[feature] -= (rate * slope) / Math.sqrt(squares[feature] + 1);
      }
    }
    if (epoch >= epochs - mean) weights.forEach((weight, at) => (sum[at] += weight / mean));
  }
  return { bits, labels: 1, weights: Float32Array.from(sum.subarray(0, size - 1), (weight) => weight * (1 - drop)), bias: bias + shift, steps: [] };
}

/** A linear chain's likelihood by the forward and backward sums, one example at a time. */
function chain(items, bits, { epochs, rate, drop, mean }) {
  const size = (2 ** bits + 1) * PARTS;
  const [weights, squares, sum] = [new Float32Array(size), new Float32Array(size), new Float64Array(size)];
  const spare = 2 ** bits;
  const [steps, stepSquares] = [square(PARTS), square(PARTS)];
  const random = dice(7);
  const order = [...items.keys()];
  const all = [...Array(PARTS).keys()];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const at of order) {
      const { y } = items[at];
      const x = items[at].x.map((feature) => (random() < drop ? spare : feature));
      const count = y.length;
      const emit = new Float64Array(count * PARTS);
      for (let item = 0; item < count; item++)
        for (let id = item * WIDTH; id < (item + 1) * WIDTH; id++)
          for (let label = 0; label < PARTS; label++) emit[item * PARTS + label] += weights[x[id] * PARTS + label];
      const { ahead, back, whole } = sums(emit, steps, count);
      for (let item = 0; item < count; item++) loss -= emit[item * PARTS + y[item]] + steps[item === 0 ? PARTS : y[item - 1]][y[item]];
      loss += whole;
      const slopes = square(PARTS);
      for (const to of all) slopes[PARTS][to] = Math.exp(ahead[to] + back[to] - whole) - (y[0] === to ? 1 : 0);
      for (let item = 1; item < count; item++)
        for (const from of all)
          for (const to of all)
            slopes[from][to] +=
              Math.exp(ahead[(item - 1) * PARTS + from] + steps[from][to] + emit[item * PARTS + to] + back[item * PARTS + to] - whole) -
              (y[item - 1] === from && y[item] === to ? 1 : 0);
      slopes.forEach((row, from) =>
        row.forEach((slope, to) => {
          stepSquares[from][to] += slope * slope;
          steps[from][to] -= (rate * slope) / Math.sqrt(stepSquares[from][to] + 1);
        }),
      );
      for (let item = 0; item < count; item++)
        for (const label of all) {
          const slope = Math.exp(ahead[item * PARTS + label] + back[item * PARTS + label] - whole) - (y[item] === label ? 1 : 0);
          if (Math.abs(slope) < 1e-3) continue;
          for (let id = item * WIDTH; id < (item + 1) * WIDTH; id++) {
            const place = x[id] * PARTS + label;
            squares[place] += slope * slope;
            weights[place] -= (rate * slope) / Math.sqrt(squares[place] + 1);
          }
        }
      weights.fill(0, spare * PARTS);
    }
    say(`epoch ${epoch + 1}, loss a cue ${(loss / items.length).toFixed(3)}`);
    if (epoch >= epochs - mean) weights.forEach((weight, at) => (sum[at] += weight / mean));
  }
  const kept = Float32Array.from(sum.subarray(0, spare * PARTS), (weight) => weight * (1 - drop));
  return { bits, labels: PARTS, weights: kept, bias: 0, steps };
}

function square(labels) {
  return Array.from({ length: labels + 1 }, () => new Array(labels).fill(0));
}

/** The log of the summed weight of all sequences up to each item and label, behind each, and of all. */
function sums(emit, steps, count) {
  const [ahead, back] = [new Float64Array(count * PARTS), new Float64Array(count * PARTS)];
  const terms = new Float64Array(PARTS);
  for (let to = 0; to < PARTS; to++) ahead[to] = emit[to] + steps[PARTS][to];
  for (let item = 1; item < count; item++)
    for (let to = 0; to < PARTS; to++) {
      for (let from = 0; from < PARTS; from++) terms[from] = ahead[(item - 1) * PARTS + from] + steps[from][to];
      ahead[item * PARTS + to] = emit[item * PARTS + to] + logSum(terms);
    }
  for (let item = count - 2; item >= 0; item--)
    for (let from = 0; from < PARTS; from++) {
      const next = (item + 1) * PARTS;
      for (let to = 0; to < PARTS; to++) terms[to] = back[next + to] + emit[next + to] + steps[from][to];
      back[item * PARTS + from] = logSum(terms);
    }
  return { ahead, back, whole: logSum(ahead.subarray((count - 1) * PARTS)) };
}

function logSum(terms) {
  const top = Math.max(...terms);
  return top + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - top), 0));
}
