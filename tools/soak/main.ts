// Reads many reports, holds every reading against the laws, and watches speed and memory.
import { performance } from 'node:perf_hooks';
import { readInputs } from '../../src/inputs/files.ts';
import { open } from '../../src/open.ts';
import { lawsBroken } from '../../src/testing/check.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('npm run soak -- FILE…   reads every report; says which laws broke, the speed and the memory');
  process.exit(2);
}

const EVERY = 1000;
const { read, language } = open();
const began = performance.now();
const counts = { reports: 0, words: 0, claims: 0, refused: 0, empty: 0, faults: 0, broken: 0 };
for await (const input of readInputs(paths, { language })) {
  if (input.kind !== 'report') {
    counts[input.kind]++;
    continue;
  }
  const { report } = input;
  try {
    const reading = read(report);
    counts.words += reading.tokens.reduce((total, sentence) => total + sentence.length, 0);
    counts.claims += reading.events.length + reading.statements.length + reading.relations.length;
    for (const law of lawsBroken(reading)) {
      counts.broken++;
      console.log(`${report.id}: ${law}`);
    }
  } catch (fault) {
    counts.faults++;
    console.log(`${report.id}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
  }
  if (++counts.reports % EVERY === 0) progress();
}
progress();
console.log(JSON.stringify(counts));
process.exitCode = counts.faults + counts.broken > 0 ? 1 : 0;

function progress(): void {
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage();
  const rate = Math.round(counts.words / ((user + system) / 1e6));
  const megabytes = Math.round(process.memoryUsage.rss() / 1e6);
  console.error(
    `${counts.reports} reports, ${Math.round(seconds)} s, ${rate} words a second of processor, ${megabytes} MB`,
  );
}
