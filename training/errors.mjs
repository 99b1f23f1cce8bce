// Where the network errs: by relation, by length of the sentence, and what clauses are taken for. After `npm run build`,
// node training/errors.mjs FILE.conllu [--weights FILE]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadNetwork } from '../dist/src/network/network.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const flag = words.indexOf('--weights');
const weights = flag < 0 ? `${root}model/network.bin` : words.splice(flag, 2)[1];
const network = loadNetwork({ kernels: readFileSync(`${root}dist/kernels.wasm`), weights: readFileSync(weights) });
const gold = words
  .flatMap((path) => readFileSync(path, 'utf8').split('\n\n'))
  .map((block) =>
    block
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([id]) => /^\d+$/.test(id)),
  )
  .filter((rows) => rows.length > 0);
const parses = network.parse(gold.map((rows) => rows.map(([, form]) => form)));

const LENGTHS = [10, 20, 30, 45, Infinity];
const CLAUSES = ['acl', 'acl:relcl', 'advcl', 'ccomp', 'xcomp'];
const bare = (label) => label.split(':')[0];
const relations = new Map();
const lengths = new Map(LENGTHS.map((most) => [most, { words: 0, right: 0 }]));
const taken = new Map();
const of = (label) => {
  if (!relations.has(label)) relations.set(label, { given: 0, wanted: 0, right: 0 });
  return relations.get(label);
};
gold.forEach((rows, s) => {
  const length = lengths.get(LENGTHS.find((most) => rows.length <= most));
  rows.forEach((row, w) => {
    const [label, head] = [row[7], Number(row[6]) - 1];
    const [read, at] = [parses[s].labels[w], parses[s].heads[w]];
    of(label).wanted++;
    of(read).given++;
    if (read === label && at === head) of(label).right++;
    if (row[3] !== 'PUNCT') {
      length.words++;
      length.right += Number(at === head && bare(read) === bare(label));
    }
    if (CLAUSES.includes(label) && (read !== label || at !== head)) {
      const key = `${label} as ${read}${at === head ? '' : ', elsewhere'}`;
      taken.set(key, (taken.get(key) ?? 0) + 1);
    }
  });
});
console.log('LAS by length of sentence');
for (const [most, { words: count, right }] of lengths)
  console.log(`  up to ${most === Infinity ? 'any' : most}: ${((100 * right) / count).toFixed(1)} of ${count} words`);
console.log('F1 by relation, the weakest first (those seen forty times and more)');
for (const [label, { given, wanted, right }] of [...relations]
  .filter(([, { wanted }]) => wanted > 40)
  .sort(([, a], [, b]) => a.right / (a.given + a.wanted) - b.right / (b.given + b.wanted)))
  console.log(`  ${label.padEnd(16)} ${((200 * right) / (given + wanted)).toFixed(1).padStart(5)}  of ${wanted}`);
console.log('What clauses are taken for');
for (const [key, count] of [...taken].sort(([, a], [, b]) => b - a).slice(0, 20)) console.log(`  ${String(count).padStart(4)}  ${key}`);
