import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SORTS, type Question } from '../../ledger/question.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { openKnowledge } from '../../open.ts';
import { brief } from '../../outputs/export/brief.ts';
import { FORMATS, WHOLE, type Format, type Piece } from '../../outputs/export/formats.ts';
import { descriptor, sumLine, tableBook, type Listed } from '../../outputs/export/package.ts';
import { TABLES } from '../../outputs/export/tables.ts';
import { count } from '../../outputs/lines.ts';
import { visibleName } from '../../outputs/visible.ts';
import type { Reading } from '../../store/store.ts';
import { askedWords, searchedWords } from './answers.ts';
import { withLedger } from './ledger.ts';
import { commitOf, questionOf, type QuestionOptions } from './question.ts';
import { EXIT, Failure, print, type Exit } from './streams.ts';

export interface ExportOptions extends QuestionOptions {
  readonly replace?: boolean;
}

// So many records are held at a time; a row group of Parquet is as long.
const AT_ONCE = 5000;

/**
 * `chancery export`: records that answer a question, written whole or not at all: everything goes under another name first,
 * and takes its own when it is on the disk. A snapshot of the ledger is read, whatever others write meanwhile.
 */
export async function exportTo(name: string, place: string, options: ExportOptions): Promise<Exit> {
  const question = questionOf(options, SORTS);
  const format: Format | null = name === 'markdown' ? null : (FORMATS[name as keyof typeof FORMATS] ?? null);
  const path = resolve(place);
  if (existsSync(path) && options.replace !== true)
    throw new Failure(`${path} is there already: name another place, or say --replace`, EXIT.usage);
  const done = await withLedger(options, (store) =>
    store.snapshot(async (reading) => {
      const asked = { ...question, asOf: await commitOf(store, options.asOf) };
      const part = `${path}.part-${process.pid}`;
      try {
        const files =
          format === null
            ? [await writeBrief(reading, asked, part)]
            : await writeAll(reading, asked, { format, name, part });
        takePlace(part, path);
        return files;
      } finally {
        rmSync(part, { recursive: true, force: true });
      }
    }),
  );
  if (done === null) return EXIT.fatal;
  for (const { file, rows } of done)
    await print(`${visibleName(file === WHOLE ? place : join(place, file))}: ${count(rows, 'row')}\n`);
  return EXIT.good;
}

/** A file takes an old one's place at once; where there is a folder, the old one stands beside until the new one has its name. */
function takePlace(part: string, path: string): void {
  const isFolder = (at: string): boolean => statSync(at, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const old = existsSync(path) && (isFolder(path) || isFolder(part)) ? `${path}.old-${process.pid}` : null;
  if (old !== null) renameSync(path, old);
  renameSync(part, path);
  if (old !== null) rmSync(old, { recursive: true, force: true });
}

interface Target {
  readonly format: Format;
  readonly name: string;
  readonly part: string;
}

async function writeAll(
  reading: Reading,
  question: Question,
  { format, name, part }: Target,
): Promise<readonly Listed[]> {
  mkdirSync(format.lies === 'folder' ? part : dirname(part), { recursive: true });
  const open = new Files(part);
  const exporting = await format.open(openKnowledge());
  open.add(exporting.begin());
  for await (const records of pages(reading, question)) {
    const claims = await reading.claimsOf(records.map(({ id }) => id));
    const texts = format.needsTexts
      ? await reading.texts(claims.map(({ report }) => report.key))
      : new Map<string, string>();
    open.add(exporting.take({ records, claims, texts }));
  }
  open.add(exporting.end());
  const listed = open.close();
  if (format.lies === 'folder') writeLists(part, name, listed);
  return listed;
}

/** What every folder has beside its tables: their rows and checksums; a package has its descriptor and code book too. */
function writeLists(folder: string, name: string, listed: readonly Listed[]): void {
  const write = (file: string, text: string): void =>
    writeFileSync(join(folder, file), text, { flush: true } as object);
  write('manifest.json', `${JSON.stringify({ files: listed }, null, 2)}\n`);
  write('SHA256SUMS', listed.map(sumLine).join(''));
  if (name !== 'package') return;
  write('datapackage.json', `${JSON.stringify(descriptor(TABLES, listed), null, 2)}\n`);
  write('codebook.md', tableBook(TABLES));
}

async function writeBrief(reading: Reading, question: Question, part: string): Promise<Listed> {
  const records: LedgerRecord[] = [];
  for await (const some of pages(reading, question)) records.push(...some);
  const title = `Brief${askedWords(question)}`;
  const text = brief(records, { title, searched: searchedWords(await reading.coverage()) });
  mkdirSync(dirname(part), { recursive: true });
  const open = new Files(part);
  open.add([{ file: WHOLE, bytes: text, rows: records.length }]);
  return open.close()[0] as Listed;
}

async function* pages(reading: Reading, question: Question): AsyncGenerator<readonly LedgerRecord[]> {
  for (let { after } = question, left = question.size; left > 0;) {
    const { records, next } = await reading.ask({ ...question, after, size: Math.min(AT_ONCE, left) });
    if (records.length > 0) yield records;
    left -= records.length;
    if (next === null) return;
    after = next;
  }
}

/** The files of an export while they are written: each counted, hashed and brought to the disk. */
class Files {
  readonly #under: string;
  readonly #open = new Map<string, { readonly handle: number; readonly hash: Hash; bytes: number; rows: number }>();

  constructor(under: string) {
    this.#under = under;
  }

  add(pieces: readonly Piece[]): void {
    for (const { file, bytes, rows } of pieces) {
      const known = this.#open.get(file) ?? {
        handle: openSync(join(this.#under, file), 'w'),
        hash: createHash('sha256'),
        bytes: 0,
        rows: 0,
      };
      this.#open.set(file, known);
      const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
      for (let at = 0; at < buffer.length;) at += writeSync(known.handle, buffer, at);
      known.hash.update(buffer);
      known.bytes += buffer.length;
      known.rows += rows;
    }
  }

  close(): readonly Listed[] {
    return [...this.#open].map(([file, { handle, hash, bytes, rows }]) => {
      fsyncSync(handle);
      closeSync(handle);
      return { file, rows, bytes, sha256: hash.digest('hex') };
    });
  }
}
