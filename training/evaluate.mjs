// Scores model/network.bin (or the file named by --weights) on CoNLL-U files, and its speed: after `npm run build`,
// node training/evaluate.mjs ../shared/data/treebanks/en_ewt-dev.conllu … [--weights FILE]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadNetwork } from '../dist/src/network/network.js';
import { scoreTrees } from '../dist/tools/score/trees.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const flag = words.indexOf('--weights');
const weights = flag < 0 ? `${root}model/network.bin` : words.splice(flag, 2)[1];
const began = performance.now();
const network = loadNetwork({ kernels: readFileSync(`${root}dist/kernels.wasm`), weights: readFileSync(weights) });
console.log(`loaded in ${(performance.now() - began).toFixed(0)} ms`);
for (const path of words) {
  const text = readFileSync(path, 'utf8');
  const { links, ...rest } = scoreTrees(text, network, null);
  console.log(path, Object.entries(rest).map(([k, v]) => `${k} ${typeof v === 'number' ? +v.toFixed(2) : v}`).join(' | '));
  console.log(`  links ${links.f1.toFixed(2)}`, Object.entries(links.by).map(([k, v]) => `${k} ${v.f1.toFixed(1)}`).join(' | '));
  const sentences = text.split('\n\n').map((block) => block.split('\n').filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t')[1]));
  const count = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const speeds = [];
  for (let round = 0; round < 7; round++) {
    const start = process.cpuUsage();
    network.parse(sentences);
    const { user, system } = process.cpuUsage(start);
    speeds.push((count / (user + system)) * 1e6);
  }
  console.log(`  words a second of processor time ${speeds.map((speed) => speed.toFixed(0)).join(' ')}`);
}
