// Compiles knowledge/ into dist/knowledge.json and dist/tables.bin: run by the build, never by a reader. With two arguments, a
// folder of one's own knowledge and one to write to, it lays that over what is built in.
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { packageRoot } from '../package.ts';
import { TABLED, type Source } from './knowledge.ts';
import { keyOf, OWN, overlay, type OwnKey, type Rows } from './overlay.ts';
import { parseTable, parseYaml } from './parsed.ts';
import { schemas } from './schemas.ts';
import { tabulateNames } from './tables/names.ts';
import { tabulatePlaces } from './tables/places.ts';
import { ascii, layOut } from './tables/tables.ts';
import { tabulateTerms } from './tables/terms.ts';

/**
 * Reads every YAML and TSV file under a folder, checks each against its schema, and returns one object keyed by schema.
 * Throws an error that lists file, line and key of all that is malformed, and every file that no schema knows.
 */
export function readKnowledge(folder: string): Source {
  const wrong: string[] = [];
  const files = readFolder(folder, wrong);
  const compiled: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(schemas)) {
    const parts = files.filter((file) => file.key === key).map(({ data }) => data);
    if (parts.length === 0) wrong.push(`${key}: no such file`);
    compiled[key] = key.endsWith('/*') ? parts.flat() : parts[0];
  }
  if (wrong.length > 0) throw malformed(wrong, compiled);
  return compiled as Source;
}

/**
 * Reads a folder of one's own knowledge and lays it over another: the same files and schemas, as many of them as are wanted.
 * Throws as readKnowledge does; also where a file holds nothing, an id is already another's and where a state does not exist.
 */
export function withOwn(source: Source, folder: string): Source {
  const wrong: string[] = [];
  const files = readFolder(folder, wrong);
  for (const { file, key } of files)
    if (!isOwn(key)) wrong.push(`${file}: a folder of your own may hold ${OWN.join(', ')}, and nothing else`);
  for (const { file, data } of files)
    if (Array.isArray(data) && data.length === 0) wrong.push(`${file}: holds no rows`);
  if (files.length === 0 && wrong.length === 0)
    wrong.push(`${folder}: no YAML or TSV file that a schema knows; docs/commands.md says which there are`);
  if (wrong.length > 0) throw malformed(wrong, null);
  const own: Partial<Record<OwnKey, Rows>> = {};
  for (const { key, data } of files) if (isOwn(key)) own[key] = [...(own[key] ?? []), ...(data as Rows)] as Rows;
  const whole = overlay(source, own as Parameters<typeof overlay>[1]);
  wrong.push(...files.flatMap((file) => strangers(file, whole)));
  if (wrong.length > 0) throw malformed(wrong, null);
  return whole;
}

const isOwn = (key: string): key is OwnKey => (OWN as readonly string[]).includes(key);

/** Rows that cannot be laid over the rest: a state without an entry, an id that is another's too. */
function strangers({ file, key, data, lineOf }: ReadFile, whole: Source): readonly string[] {
  const states = new Set(whole['actors/states'].map(({ id }) => id));
  const others = (['actors/states', 'actors/organisations', 'actors/media', 'pacts/*'] as const).filter(
    (one) => one !== key,
  );
  const taken = new Set(isActors(key) ? others.flatMap((one) => whole[one].map(({ id }) => id)) : []);
  return (data as Rows).flatMap((row, at) => {
    const where = (field: string): string => `${file}:${lineOf([at, field])}: ${keyOf(row)}.${field}`;
    const country = 'country' in row ? row.country : null;
    return [
      ...(country === null || country === 'IGO' || states.has(country)
        ? []
        : [`${where('country')}: no state has the code ${country}`]),
      ...('id' in row && taken.has(row.id) ? [`${where('id')}: another file has this id already`] : []),
    ];
  });
}

const isActors = (key: string): boolean => key.startsWith('actors/') || key === 'pacts/*';

interface ReadFile {
  /** Path under the folder. */
  readonly file: string;
  /** The schema's. */
  readonly key: string;
  readonly data: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** The files under a folder, checked; what is malformed goes to `wrong`. */
function readFolder(folder: string, wrong: string[]): readonly ReadFile[] {
  return filesUnder(folder).flatMap((path): readonly ReadFile[] => {
    const file = relative(folder, path).replaceAll('\\', '/');
    const key = schemaOf(file);
    const schema = (schemas as Record<string, z.ZodType>)[key];
    if (schema === undefined) {
      wrong.push(`${file}: no schema knows this file`);
      return [];
    }
    const text = readFileSync(path, 'utf8');
    const { value, lineOf, errors } = path.endsWith('.tsv') ? parseTable(text) : parseYaml(text);
    for (const { line, message } of errors) wrong.push(`${file}:${line}: ${message}`);
    if (errors.length > 0) return [];
    const result = schema.safeParse(value);
    for (const { path: at, message } of result.error?.issues ?? [])
      wrong.push(`${file}:${lineOf(at)}: ${at.map(String).join('.') || 'the whole'}: ${message}`);
    return [{ file, key, data: result.data, lineOf }];
  });
}

const malformed = (wrong: readonly string[], compiled: unknown): Error =>
  new Error(`knowledge is malformed:\n  ${shown(wrong)}`, { cause: compiled });

/**
 * Writes what a reader loads, knowledge.json and tables.bin, into a folder: beside and renamed, so that nobody ever sees half a file.
 * Throws where a table would have a key twice.
 */
export function compileKnowledge(source: Source, folder: string): void {
  const rest = Object.entries(source).filter(([key]) => !(TABLED as readonly string[]).includes(key));
  write(
    join(folder, 'tables.bin'),
    layOut([...tabulateNames(source), ...tabulateTerms(source), ...tabulatePlaces(source)]),
  );
  write(join(folder, 'knowledge.json'), ascii(JSON.stringify(Object.fromEntries(rest))));
}

function write(path: string, content: string | Uint8Array): void {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, path);
}

const MOST = 30;

const shown = (wrong: readonly string[]): string =>
  [...wrong.slice(0, MOST), ...(wrong.length > MOST ? [`and ${wrong.length - MOST} more`] : [])].join('\n  ');

function schemaOf(file: string): string {
  const path = file.replace(/\.(yaml|tsv)$/, '');
  const folder = path.slice(0, path.lastIndexOf('/'));
  return `${folder}/*` in schemas ? `${folder}/*` : path;
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(yaml|tsv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

if (process.argv[1]?.endsWith('compile.js')) {
  try {
    const root = packageRoot();
    const [own, to = join(root, 'dist')] = process.argv.slice(2);
    const builtIn = readKnowledge(join(root, 'knowledge'));
    mkdirSync(to, { recursive: true });
    compileKnowledge(own === undefined ? builtIn : withOwn(builtIn, own), to);
  } catch (error) {
    // The message alone: the error also carries all that did compile, for the tests.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
