import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { add } from './add.ts';
import { list } from './list.ts';
import { EXIT, print, type Exit } from './streams.ts';
import { packageRoot } from '../../package.ts';

/** `chancery demo`, which `npm start` runs: the samples go into the ledger, and what was found in them is shown. */
export async function demo({ ledger }: { readonly ledger?: string }): Promise<Exit> {
  const folder = join(packageRoot(), 'samples');
  const here = relative(process.cwd(), folder) || '.';
  const samples = readdirSync(folder)
    // The folder also holds what is expected of the samples; only the reports begin with their date or are JSON lines.
    .filter((name) => /^\d{4}-\d\d-\d\d.*\.txt$|\.jsonl$/.test(name))
    .sort()
    .map((name) => join(here, name));
  const options = ledger === undefined ? {} : { ledger };
  const exit = await add(samples, options);
  if (exit !== EXIT.good) return exit;
  await print('\n');
  await list('visits', { ...options, top: '6' });
  await list('pacts', { ...options, top: '3' });
  await print(nextCommands(samples.find((name) => name.includes('aukus')) ?? samples[0] ?? 'FILE'));
  return EXIT.good;
}

const nextCommands = (sample: string): string => `Next, try:
  npx chancery read ${sample}
  npx chancery explain "Wang Yi will visit Canberra on Tuesday, Penny Wong said." --published 2024-03-18
  npx chancery list statements --actor Blinken
`;
