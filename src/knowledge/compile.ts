// Compiles knowledge/ into dist/knowledge.json and dist/tables.bin: run by the build, never by a reader.
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { packageRoot } from '../package.ts';
import { TABLED, type Source } from './knowledge.ts';
import { schemas } from './schemas.ts';
import { tabulateNames } from './tables/names.ts';
import { tabulatePlaces } from './tables/places.ts';
import { ascii, layOut } from './tables/tables.ts';
import { tabulateTerms } from './tables/terms.ts';

/**
 * Reads every YAML and TSV file under a folder, checks each against its schema, and returns one object keyed by schema.
 * Throws an error that lists every malformed file and key, and every file that no schema knows.
 */
export function readKnowledge(folder: string): Source {
  const wrong: string[] = [];
  const compiled: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const files = filesUnder(folder).map((path) => relative(folder, path));
  for (const [key, schema] of Object.entries(schemas as Record<string, z.ZodType>)) {
    const mine = files.filter((file) => keyOf(file) === key);
    if (mine.length === 0) wrong.push(`${key}: no such file`);
    const parts = mine.map((file) => {
      const result = schema.safeParse(parse(join(folder, file), wrong));
      for (const issue of result.error?.issues ?? [])
        wrong.push(`${file}: ${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}`);
      return result.data;
    });
    compiled[key] = key.endsWith('/*') ? parts.flat() : parts[0];
  }
  for (const file of files) if (!(keyOf(file) in compiled)) wrong.push(`${file}: no schema knows this file`);
  if (wrong.length > 0) throw new Error(`knowledge is malformed:\n  ${shown(wrong)}`, { cause: compiled });
  return compiled as Source;
}

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

function keyOf(file: string): string {
  const path = file.replace(/\.(yaml|tsv)$/, '');
  const folder = path.slice(0, path.lastIndexOf('/'));
  return `${folder}/*` in schemas ? `${folder}/*` : path;
}

function parse(path: string, wrong: string[]): unknown {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.tsv')) return parseRows(text);
  // The failsafe schema leaves every scalar a string: `code: 010` stays "010" and `NO` stays Norway.
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: true });
  for (const error of document.errors) wrong.push(`${path}: ${error.message}`);
  return document.toJS() as unknown;
}

/** Rows of a table with tabs, by the names in its first line that is no comment. */
export function parseRows(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const names = head.split('\t');
  return lines.map((line) =>
    Object.fromEntries(line.split('\t').map((cell, at) => [names[at] ?? `column ${at}`, cell])),
  );
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(yaml|tsv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

if (process.argv[1]?.endsWith('compile.js')) {
  try {
    const root = packageRoot();
    compileKnowledge(readKnowledge(join(root, 'knowledge')), join(root, 'dist'));
  } catch (error) {
    // The message alone: the error also carries all that did compile, for the tests.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
