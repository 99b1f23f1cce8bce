// npm run -s term -- add|end …: edits terms of office in knowledge/offices/holders.tsv, or in a folder of one's own (--in FOLDER).
// What is built in is written into tools/knowledge/added-terms.tsv too, so that it stands when the table is made anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { holders } from '../../src/knowledge/holders.ts';
import { readKnowledge } from '../../src/knowledge/compile.ts';
import type { Source } from '../../src/knowledge/knowledge.ts';
import { laid } from '../../src/knowledge/overlay.ts';
import { packageRoot } from '../../src/package.ts';
import { checkTerm, COLUMNS, endedTerm, layRow, termsIn, type Term } from './term.ts';

const USAGE = `npm run -s term -- add COUNTRY OFFICE "NAME" --from DAY --source WORDS [--until DAY] [--as-of DAY] [--title WORDS] [--also "NAME|NAME"] [--wikidata QID]
npm run -s term -- end COUNTRY OFFICE "NAME" --on DAY --source WORDS
Both take --in FOLDER for knowledge of your own. An open term needs --as-of: the last day for which its source speaks.`;

const root = packageRoot();
const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: text,
    until: text,
    on: text,
    source: text,
    'as-of': text,
    title: text,
    also: text,
    wikidata: text,
    in: text,
  },
});
const [what, country = '', office = '', name = ''] = positionals;
const path = join(values.in ?? join(root, 'knowledge'), 'offices/holders.tsv');
const kept = values.in === undefined ? [path, join(root, 'tools/knowledge/added-terms.tsv')] : [path];
const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : `${COLUMNS.join('\t')}\n`);
const table = read(path);

try {
  if (name === '' || (what !== 'add' && what !== 'end')) throw new Error(USAGE);
  if (!values.source?.trim()) throw new Error('a fact needs its source: --source "where it was read"');
  const { source } = values;
  const know = readKnowledge(join(root, 'knowledge'));
  // A row of one's own takes the place of the same built-in one, as it does when reports are read.
  const standing = values.in === undefined ? termsIn(table) : laid(know['offices/holders'], termsIn(table));
  const term =
    what === 'add'
      ? termOf(source, { know, standing })
      : endedTerm(standing, { country, office, name, on: dayOf('on', values.on), source });
  if (what === 'add') checkTerm(standing, term);
  for (const file of kept) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, layRow(read(file), term));
  }
  const next = values.in === undefined ? ' Now: npm run build && npm run -s tidy' : '';
  console.log(`${path}: ${what === 'add' ? 'added' : 'ended'} ${name}, ${office} of ${country}.${next}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

function termOf(
  source: string,
  { know, standing }: { readonly know: Source; readonly standing: readonly Term[] },
): Term {
  if (!know['actors/states'].some(({ id }) => id === country)) throw new Error(`no state has the code ${country}`);
  const offices = new Set(know['offices/holders'].map((one) => one.office));
  if (!offices.has(office))
    throw new Error(`no office is called ${office}; there are ${[...offices].sort().join(', ')}`);
  const before = standing.filter((one) => one.country === country && one.office === office);
  const title = values.title ?? before.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1)?.title;
  if (title === undefined)
    throw new Error(`nobody has held ${office} of ${country} yet: give its --title, as news writes it`);
  const [term] = holders.parse([
    {
      country,
      office,
      title,
      name,
      also: values.also ?? '',
      from: dayOf('from', values.from),
      until: values.until ?? '',
      wikidata: values.wikidata ?? '',
      source,
      as_of: values['as-of'] ?? dayOf('as-of', values.until),
    },
  ]);
  if (term === undefined) throw new Error(USAGE);
  return term;
}

function dayOf(option: string, given: string | undefined): string {
  if (given === undefined || !/^\d{4}(-\d{2}){0,2}$/.test(given))
    throw new Error(`--${option} takes a date, as 2026-05-12`);
  return given;
}
