// Makes model/factuality.bin from UDS-IH2: after `npm run build`,
// node training/factuality.mjs ../shared/data/uds-ih2/train.jsonl [--out FILE] [--without-unread]
// With --without-unread the fifth that nobody looks into is left out of the training, to be scored on. Half a minute; the same sentences,
// trees and rules give the same bytes. Weights are kept as bytes; no word of the sentences is.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { english } from '../dist/src/languages/en.js';
import { loadNetwork } from '../dist/src/network/network.js';
import { openKnowledge } from '../dist/src/open.js';
import { factualityFeatures } from '../dist/src/stages/code/factuality-features.js';
import { judgedWords } from '../dist/tools/score/factuality-words.js';
import { isUnread } from '../dist/tools/score/unread.js';
import { dice, fileOf, pruned, shuffle } from './linear.mjs';

const BITS = 17;
/** Chosen on the unread fifth of the sentences. */
const RUN = { epochs: 8, rate: 0.05, drop: 0.5, mean: 3 };

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const option = (name) => {
  const at = words.indexOf(`--${name}`);
  return at < 0 ? null : words.splice(at, 2)[1];
};
const out = option('out') ?? `${root}model/factuality.bin`;
const flag = words.indexOf('--without-unread');
if (flag >= 0) words.splice(flag, 1);

const know = openKnowledge();
const load = (path) => readFileSync(`${root}${path}`);
const network = loadNetwork({ kernels: load('dist/kernels.wasm'), weights: load('model/network.bin') });
const examples = judgedWords(words, { know, network, language: english(know) }).filter(
  ({ forms, target, trigger }) =>
    trigger.kind !== 'noun' && target.rating !== null && !(flag >= 0 && isUnread(forms.join(' '))),
);
const x = examples.map(({ tree, trigger, stand }) => Int32Array.from(factualityFeatures(tree, trigger.node, stand)));
const y = examples.map(({ target }) => target.rating);
pruned(x, BITS);
const bytes = fileOf({ factuality: regression(x, y) });
writeFileSync(out, bytes);
console.error(`${examples.length} words, ${bytes.length} bytes in ${out}`);

/** Least squares by AdaGrad (Duchi, Hazan, Singer 2011) with dropout of features; the mean of the last epochs' weights. */
function regression(x, y) {
  const { epochs, rate, drop, mean } = RUN;
  const size = 2 ** BITS;
  const [weights, squares, sum] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const random = dice(1);
  const order = [...x.keys()];
  let bias = y.reduce((all, one) => all + one, 0) / y.length;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const kept = x[at].filter((feature) => feature < size && random() >= drop);
      let rating = bias;
      for (const feature of kept) rating += weights[feature];
      const slope = rating - y[at];
      bias -= 0.0005 * slope;
      for (const feature of kept) {
        squares[feature] += slope * slope;
        weights[feature] -= (rate * slope) / Math.sqrt(squares[feature] + 1);
      }
    }
    if (epoch >= epochs - mean) weights.forEach((weight, at) => (sum[at] += weight / mean));
  }
  return { bits: BITS, labels: 1, weights: Float32Array.from(sum, (weight) => weight * (1 - drop)), bias, steps: [] };
}
