import { readdirSync, statSync } from 'node:fs';
import type { Taken } from '../../inputs/input.ts';
import { readInputs } from '../../inputs/files.ts';
import { INPUTS, isInputName, type InputName } from '../../inputs/inputs.ts';
import type { Language } from '../../languages/language.ts';
import { visibleName } from '../../outputs/visible.ts';
import type { Refused } from '../../store/store.ts';
import { EXIT, Failure, say } from './streams.ts';

/** What every command that reads reports can be told about them. */
export interface InputOptions {
  readonly from?: string;
  readonly encoding?: string;
}

/** The options of the input, checked. */
export interface InputChoice {
  readonly from: InputName | null;
  readonly encoding: string | null;
}

/** Checks the options before anything slow is begun; throws a Failure of usage that names the choices. */
export const inputChoice = async ({ from, encoding }: InputOptions): Promise<InputChoice> => ({
  from: formatOption(from),
  encoding: await encodingOption(encoding),
});

/** The inputs named on a command line, one by one. Oddities that did no harm are told on standard error at once. */
export async function* intake(
  paths: readonly string[],
  settings: InputChoice & { readonly language: Language },
): AsyncGenerator<Taken> {
  if (paths.includes('-') && process.stdin.isTTY) say('chancery: reading from the keyboard; Ctrl-D ends the text');
  for await (const taken of readInputs(paths, { ...settings, stdin: process.stdin })) {
    if (taken.kind === 'report')
      for (const { code, line, reason } of taken.warnings)
        say(`warning: ${placed(taken.source, { line })}: ${code} ${reason}`);
    if (taken.kind === 'empty') say(`${placed(taken.source, taken)}: empty, nothing to read`);
    yield taken;
  }
}

/**
 * How many reports are to be expected, for the time left: the number of files, or null where nobody can say, since one
 * file holds many reports or standard input is read.
 */
export function filesIn(paths: readonly string[]): number | null {
  const files = paths.flatMap((path) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name)
      : [path],
  );
  return files.some((file) => file === '-' || /\.(jsonl|ndjson)$/i.test(file)) ? null : files.length;
}

/** How a refusal is told: place, code, reason, and what to do next. */
export const refusalLine = ({ source, code, reason, next, ...place }: Refused): string =>
  `${placed(source, place)}: ${code} ${reason}. ${next}.`;

/** A file and a place in it, as far as that is known: "notes.jsonl, line 3". */
const placed = (
  source: string,
  { line = null, column = null, byte = null }: Partial<Pick<Refused, 'line' | 'column' | 'byte'>>,
): string =>
  [
    source === '-' ? 'standard input' : visibleName(source),
    ...(line === null ? [] : [`line ${line}`]),
    ...(column === null ? [] : [`column ${column}`]),
    ...(byte === null ? [] : [`byte ${byte}`]),
  ].join(', ');

function formatOption(from: string | undefined): InputName | null {
  if (from === undefined) return null;
  if (isInputName(from)) return from;
  throw new Failure(`--from ${from}: no such format; one of ${Object.keys(INPUTS).join(', ')}`, EXIT.usage);
}

async function encodingOption(encoding: string | undefined): Promise<string | null> {
  if (encoding === undefined) return null;
  const { default: iconv } = await import('iconv-lite');
  if (iconv.encodingExists(encoding)) return encoding;
  throw new Failure(`--encoding ${encoding}: no such encoding; try utf-8, windows-1252 or utf-16le`, EXIT.usage);
}
