// Speed of reading: reports and words a second, milliseconds a stage, cold start; beside the last release's.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Report } from '../../src/document/report.ts';
import { open, type Opened } from '../../src/open.ts';
import { parse } from '../../src/stages/parse/parse.ts';
import { splitSentences } from '../../src/stages/split/split.ts';
import { tokenise } from '../../src/stages/tokenise/tokenise.ts';
import { sampleFiles, sampleReports } from '../claims/reports.ts';
import { figuresIn, linesOf, pageOf, type Figures } from './table.ts';

const USAGE = `npm run bench [-- network | ledger] [-- --save RELEASE] [--reports NUMBER]
  network         the way to trees and names alone: words a second from raw text and from words
  ledger          a ledger of many reports on every engine: adding, rebuilding, asking
  --reports NUMBER  how many reports that ledger has (100000)
  --save RELEASE  write the figures to docs/bench.md`;

const PAGE = 'docs/bench.md';
const ROUNDS = 5;
const REPEATS = 9;
const WARM_MS = 8000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { save: { type: 'string' }, reports: { type: 'string' }, help: { type: 'boolean' } },
});

if (values.help === true) console.log(USAGE);
else if (positionals.includes('ledger')) {
  const { ledgerFigures } = await import('./ledger.ts');
  for (const [engine, figures] of await ledgerFigures(open(), Number(values.reports ?? '100000'))) {
    console.log(engine);
    for (const line of linesOf(figures, {})) console.log(`  ${line}`);
  }
} else {
  const opened = open();
  const reports = await sampleReports(opened.language);
  const figures = positionals.includes('network')
    ? networkFigures(opened, reports)
    : { ...readingFigures(opened, reports), ...coldStart() };
  const last = existsSync(PAGE) ? figuresIn(readFileSync(PAGE, 'utf8')) : {};
  for (const line of linesOf(figures, last)) console.log(line);
  const machine = `${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}`;
  if (values.save !== undefined)
    writeFileSync(PAGE, pageOf(values.save, machine, { ...figures, ...networkFigures(opened, reports) }));
}

function readingFigures({ read }: Opened, reports: readonly Report[]): Figures {
  warm(() => reports.forEach((report) => read(report)));
  const spent = new Map<string, number>();
  const watch = {
    clock: () => performance.now(),
    step: (stage: string, _: unknown, ms: number) => spent.set(stage, (spent.get(stage) ?? 0) + ms),
  };
  let words = 0;
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round++)
    for (const report of reports) words += read(report, watch).tokens.flat().length;
  const seconds = (performance.now() - began) / 1000;
  const count = ROUNDS * reports.length;
  return {
    'reports/s': count / seconds,
    'words/s': words / seconds,
    ...Object.fromEntries([...spent].map(([stage, ms]) => [`ms a report, ${stage}`, ms / count])),
    'MB resident': process.memoryUsage().rss / 1e6,
  };
}

/** The way to trees and names alone, warm, one report at a time: from raw text, and from words by the network. */
function networkFigures({ network, language, know, read }: Opened, reports: readonly Report[]): Figures {
  const [split, cut, grow] = [splitSentences(language), tokenise(language), parse(network, language, know)];
  const sentences = reports.map((report) => read(report).tokens);
  const words = sentences.flat(2).length;
  const forms = sentences.map((all) => all.map((tokens) => tokens.map(({ form }) => form)));
  const fromText = seconds(() => {
    for (const report of reports) {
      const recognised = { code: language.code, read: true };
      grow({ tokens: cut({ report, sentences: split({ report, language: recognised }) }) });
    }
  });
  const fromWords = seconds(() => {
    for (const all of forms) network.parse(all);
  });
  return { 'raw text to trees and names, words/s': words / fromText, 'network, words/s': words / fromWords };
}

/** The median of rounds, warm. */
function seconds(round: () => void): number {
  warm(round);
  return median(round) / 1000;
}

/** The engine needs some seconds to settle on its best code. */
function warm(round: () => void): void {
  const began = performance.now();
  while (performance.now() - began < WARM_MS) round();
}

/** The median of several starts of the command on one report, beside a start of Node that does nothing. */
function coldStart(): Figures {
  const command = ['dist/bin/chancery.cjs', 'read', '--json', ...sampleFiles().slice(0, 1)];
  return { 'ms, cold start': median(() => run(command)), 'ms, Node alone': median(() => run(['--eval', '0'])) };
}

function run(command: readonly string[]): void {
  execFileSync(process.execPath, command, { stdio: 'ignore' });
}

function median(work: () => void): number {
  const times = Array.from({ length: REPEATS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[REPEATS >> 1] ?? 0;
}
