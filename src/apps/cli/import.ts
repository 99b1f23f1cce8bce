import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fromPetrarch, type FromPetrarch } from '../../knowledge/from-petrarch.ts';
import { parsePetrarch } from '../../knowledge/petrarch.ts';
import { openKnowledge } from '../../open.ts';
import { visibleName } from '../../outputs/visible.ts';
import { EXIT, Failure, print, type Exit } from './streams.ts';

export interface ImportOptions {
  readonly out: string;
}

/** `chancery import`: PETRARCH and TABARI dictionaries → a folder of knowledge for `--knowledge`; tells what was taken and what was left. */
export async function importDictionaries(files: readonly string[], { out }: ImportOptions): Promise<Exit> {
  const dictionaries = files.map((path) => ({ file: basename(path), dictionary: parsePetrarch(textOf(path)) }));
  const found = fromPetrarch(dictionaries, openKnowledge());
  const written = filesOf(found).map(([name, text]) => ({ path: join(out, name), text }));
  for (const { path } of written)
    if (existsSync(path))
      throw new Failure(`${visibleName(path)} exists already: name another folder with --out`, EXIT.usage);
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new Failure(`${visibleName(out)} is no folder: name another with --out`, EXIT.usage);
  for (const { path, text } of written) write(path, text);
  const counts = [...found.counts].sort(([a], [b]) => (a < b ? 1 : -1));
  await print(
    [
      ...counts.map(([what, count]) => `${String(count).padStart(7)}  ${what}`),
      ...written.map(({ path }) => `Wrote ${visibleName(path)}`),
      written.length === 0
        ? 'Nothing was taken, and nothing written.'
        : `Use it: chancery read FILE --knowledge ${visibleName(out)}`,
      '',
    ].join('\n'),
  );
  return written.length === 0 ? EXIT.fatal : EXIT.good;
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Failure(`cannot write ${visibleName(path)} (${String(error.code)}): name another folder with --out`);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Failure(`cannot read ${visibleName(path)} (${String(error.code)}): name files of dictionaries`);
  }
}

/** YAML of the failsafe kind has no null: what is absent is left out. */
const withoutNull = (_: string, value: unknown): unknown => value ?? undefined;

const COLUMNS = ['country', 'office', 'title', 'name', 'also', 'from', 'until', 'wikidata', 'source', 'as_of'];

/** The files of a folder of knowledge. JSON is YAML, and says itself what is a string. */
function filesOf({ organisations, terms, agents }: FromPetrarch): readonly (readonly [name: string, text: string])[] {
  const rows = terms.map((term) => [
    term.country,
    'official',
    term.title,
    term.name,
    term.also.join('|'),
    term.from,
    term.until ?? '',
    '',
    term.source,
    // A dictionary does not say until when it speaks: an open term is certain on its first day alone.
    term.until ?? term.from,
  ]);
  const list = (all: readonly object[]): string => all.map((one) => `- ${JSON.stringify(one, withoutNull)}\n`).join('');
  return [
    ...(rows.length === 0
      ? []
      : [['offices/holders.tsv', `${[COLUMNS, ...rows].map((cells) => cells.join('\t')).join('\n')}\n`] as const]),
    ...(organisations.length === 0 ? [] : [['actors/organisations.yaml', list(organisations)] as const]),
    ...(agents.length === 0
      ? []
      : [
          [
            'languages/en/agents.yaml',
            list(agents.map((one) => ({ ...one, examples: [one.nouns[0] ?? ''] }))),
          ] as const,
        ]),
  ];
}
