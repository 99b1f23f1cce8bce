import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Language } from '../languages/language.ts';
import { LIMITS, type InputSettings, type Limits, type RefusalCode, type Taken } from './input.ts';
import { formatFor, INPUTS, type InputName } from './inputs.ts';

export interface ReadSettings {
  readonly language: Language;
  /** The format; null where the file's ending and first bytes tell. */
  readonly from?: InputName | null;
  readonly encoding?: string | null;
  readonly limits?: Partial<Limits>;
  /** What "-" stands for. */
  readonly stdin?: AsyncIterable<Uint8Array> | null;
}

/**
 * Reads files, folders (all files under them, sorted by name) and "-" for standard input, one after the other, as a
 * stream of reports, refusals and empty inputs. Never throws for what it meets: a missing, unreadable or special file and
 * a folder that loops back are refused, each with its reason.
 */
export async function* readInputs(paths: readonly string[], settings: ReadSettings): AsyncGenerator<Taken> {
  const input: InputSettings = {
    language: settings.language,
    encoding: settings.encoding ?? null,
    limits: { ...LIMITS, ...settings.limits },
  };
  for (const path of paths) {
    if (path === '-') yield* readStream(settings.stdin ?? NOTHING, path, 'stdin', settings.from ?? null, input);
    else yield* readNamed(path, settings.from ?? null, input);
  }
}

/** A path of the command line; of folders below it only the files are told. */
async function* readNamed(path: string, from: InputName | null, input: InputSettings): AsyncGenerator<Taken> {
  let bare = true;
  for await (const taken of readPath(path, from, input, [])) {
    bare = false;
    yield taken;
  }
  if (bare) yield { kind: 'empty', source: path, line: null };
}

/** `above`: the real paths of the folders that this one lies in. */
async function* readPath(
  path: string,
  from: InputName | null,
  input: InputSettings,
  above: readonly string[],
): AsyncGenerator<Taken> {
  try {
    const is = await stat(path);
    if (is.isDirectory()) yield* readFolder(path, from, input, above);
    else if (!is.isFile())
      yield refused(path, 'E_NOT_A_FILE', 'a device, pipe or socket', 'Name a file, or pipe it in and name -');
    else if (is.size > 0) yield* readStream(createReadStream(path), path, basename(path, extname(path)), from, input);
    else yield { kind: 'empty', source: path, line: null };
  } catch (error) {
    yield unreadable(path, error);
  }
}

async function* readFolder(
  path: string,
  from: InputName | null,
  input: InputSettings,
  above: readonly string[],
): AsyncGenerator<Taken> {
  const real = await realpath(path);
  if (above.includes(real)) {
    yield refused(path, 'E_LOOP', 'a link to a folder that it lies in', 'Nothing to do: its files are read once');
    return;
  }
  for (const name of (await readdir(path)).sort())
    if (!name.startsWith('.')) yield* readPath(join(path, name), from, input, [...above, real]);
}

async function* readStream(
  stream: AsyncIterable<Uint8Array>,
  file: string,
  name: string,
  from: InputName | null,
  input: InputSettings,
): AsyncGenerator<Taken> {
  const all = stream[Symbol.asyncIterator]();
  const first = await all.next();
  const head = first.done === true ? new Uint8Array() : first.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield head;
    for (let next = await all.next(); next.done !== true; next = await all.next()) yield next.value;
  }
  try {
    yield* INPUTS[from ?? formatFor(file, head)].read(whole(), { file, name }, input);
  } finally {
    await all.return?.();
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // Yields nothing: standard input was not given.
}
const NOTHING = { [Symbol.asyncIterator]: nothing };

function unreadable(path: string, error: unknown): Taken {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '') throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return refused(path, 'E_MISSING', 'no such file', 'Check the name');
  if (code === 'ELOOP') return refused(path, 'E_LOOP', 'links that lead to each other', 'Mend the links');
  return refused(path, 'E_UNREADABLE', `cannot be read (${code})`, 'Check who may read it');
}

const refused = (source: string, code: RefusalCode, reason: string, next: string): Taken => ({
  kind: 'refused',
  source,
  refused: { code, source, line: null, column: null, byte: null, reason, next },
});
