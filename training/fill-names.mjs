// Fills what names.py left open ("?") in sentences of a treebank with what a network reads there: node training/fill-names.mjs
// WEIGHTS.bin NAMES.tsv TREEBANK.conllu > FILLED.tsv. Only words that the treebank calls proper nouns may be names; a run of them in
// which the network sees names of several kinds stays open (self-training, with the treebank's tags to hold it).
import { readFileSync } from 'node:fs';
import { loadNetwork } from '../dist/src/network/network.js';

const [weights, names, treebank] = process.argv.slice(2);
const network = loadNetwork({ kernels: readFileSync('dist/kernels.wasm'), weights: readFileSync(weights) });
const sentences = readFileSync(names, 'utf8')
  .split('\n\n')
  .filter((block) => block.trim() !== '')
  .map((block) => block.trimEnd().split('\n').map((line) => line.split('\t')));
const tags = new Map();
for (const block of readFileSync(treebank, 'utf8').split('\n\n')) {
  const rows = block
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([id]) => /^\d+$/.test(id));
  tags.set(rows.map((row) => row[1]).join(' '), rows.map((row) => row[3]));
}
const parses = network.parse(sentences.map((rows) => rows.map(([form]) => form)));
sentences.forEach((rows, at) => {
  const proper = tags.get(rows.map(([form]) => form).join(' '));
  const classes = rows.map(([, kind]) => kind);
  if (proper !== undefined)
    for (let from = 0; from < classes.length; ) {
      let to = from + 1;
      if (classes[from] === '?') {
        while (to < classes.length && classes[to] === '?') to++;
        const read = parses[at].names.slice(from, to);
        const kinds = new Set(read.filter((kind) => kind !== 'O').map((kind) => kind.slice(2)));
        if (kinds.size < 2) read.forEach((kind, k) => (classes[from + k] = kind.startsWith('I-') && k === 0 ? `B-${kind.slice(2)}` : kind));
      }
      from = to;
    }
  process.stdout.write(`${rows.map(([form], k) => `${form}\t${classes[k]}`).join('\n')}\n\n`);
});
