import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareReport } from '../../document/report.ts';
import { byteLines } from '../../inputs/lines.ts';
import { cellsOf, unmark } from '../../inputs/marked.ts';
import { open } from '../../open.ts';
import { packageRoot } from '../../package.ts';
import { actsBetween } from '../../stages/code/between.ts';
import { openJudge } from '../../stages/code/judge.ts';
import { forcedRelation, judgedRelation, type Relation } from '../../stages/code/relation.ts';
import { traitsOf } from '../../stages/code/traits.ts';
import { EXIT, exitAfter, Failure, print, say, type Exit } from './streams.ts';

export interface RelateOptions {
  readonly from?: string;
  readonly force?: boolean;
}

/** `chancery relate`: for each marked sentence the type of act between its source and its target, in the order of the input. */
export async function relate(file: string, { from = 'lines', force = false }: RelateOptions): Promise<Exit> {
  const answer = relater({ force });
  const came = { through: 0, refused: 0 };
  let column: number | null = null;
  for await (const { text, number } of linesIn(file)) {
    if (from === 'tsv' && column === null) {
      column = cellsOf(text).indexOf(COLUMN);
      if (column < 0) throw new Failure(`${file}, line 1: no column ${COLUMN}; name it so, or use --from lines`);
      continue;
    }
    const said = answer(column === null ? text : (cellsOf(text)[column] ?? ''));
    came[said === null ? 'refused' : 'through'] += 1;
    if (said === null)
      say(`refused: ${file === '-' ? 'standard input' : file}, line ${number}: no <s>…</s>; mark who acts`);
    await print(`${(said ?? NOTHING).join('\t')}\n`);
  }
  return exitAfter(came);
}

const COLUMN = 'marked_sentence';
const NOTHING = ['-', '-', '-', '0', '-'] as const;

/** Type, mode, quad class, confidence and rules for a marked sentence; null where it has no mark of a source. */
function relater({ force }: { readonly force: boolean }): (line: string) => readonly string[] | null {
  const { read, language, know } = open();
  const acts = actsBetween(language, know);
  const traits = traitsOf(language);
  const judge = openJudge(readFileSync(join(packageRoot(), 'model/judge.bin')));
  return (line) => {
    const { text, source, target } = unmark(line);
    if (source === null) return null;
    const reading = read(bareReport('sentence', text, null));
    const pair = { source, target };
    const found = acts(reading, pair);
    const seen = traits(reading, pair, found);
    const relation = judgedRelation(found, seen, judge) ?? (force ? forcedRelation(found, seen, judge) : null);
    return relation === null ? NOTHING : cells(relation);
  };
}

const cells = ({ type, mode, quad, confidence, because }: Relation): readonly string[] => [
  type,
  mode ?? '-',
  String(quad),
  String(Math.round(100 * confidence) / 100),
  because.join(' ') || '-',
];

async function* linesIn(file: string): AsyncGenerator<{ readonly text: string; readonly number: number }> {
  const bytes = file === '-' ? process.stdin : createReadStream(file);
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const line of byteLines(bytes, LONGEST, 0)) {
      const text = line.kind === 'line' ? decoder.decode(line.bytes).replace(/\r$/, '') : '';
      if (line.kind === 'long' || text.trim() !== '') yield { text, number: line.number };
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new Failure(`${file}: ${error.message}: give a file, or - for standard input`, EXIT.fatal);
    throw error;
  }
}

/** Bytes of a line; a longer one is refused. */
const LONGEST = 1 << 20;
