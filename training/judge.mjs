// Makes model/judge.bin, the judge of the act between two participants: node training/judge.mjs PLV.tsv (build first).
import { writeFileSync } from 'node:fs';

const { learn, TEMPERATURE } = await import('../dist/tools/judge/learn.js');
const { readMarked } = await import('../dist/tools/judge/plv.js');

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('node training/judge.mjs PLV.tsv');
const bytes = learn(readMarked(path), TEMPERATURE);
writeFileSync(new URL('../model/judge.bin', import.meta.url), bytes);
console.log(`model/judge.bin: ${bytes.length} bytes`);
