import { createReadStream } from 'node:fs';
import { bareReport } from '../../document/report.ts';
import { byteLines } from '../../inputs/lines.ts';
import { cellsOf, unmark } from '../../inputs/marked.ts';
import { open } from '../../open.ts';
import { actsBetween, type Candidate } from '../../stages/code/between.ts';
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

/** Type, mode, quad class, confidence and rule for a marked sentence; null where it has no mark of a source. */
export function relater({ force }: { readonly force: boolean }): (line: string) => readonly string[] | null {
  const { read, language, know } = open();
  const acts = actsBetween(language, know);
  return (line) => {
    const { text, source, target } = unmark(line);
    if (source === null) return null;
    const [best = null] = acts(read(bareReport('sentence', text, null)), { source, target });
    return best === null || (best.fit <= 0 && !force) ? (force ? GUESS : NOTHING) : answerOf(best);
  };
}

const answerOf = ({ view, mode, fit, because }: Candidate): readonly string[] => [
  view.type,
  mode ?? '-',
  String(view.quad),
  String(Math.round(100 / (1 + Math.exp(-fit / 3))) / 100),
  because.map(({ rule }) => rule).join(' '),
];

/** What stands where nothing is found and something must be said: states say things to each other more than they do them. */
const GUESS = ['CONSULT', '-', '1', '0', '-'] as const;

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
