import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What lies where a ledger may be: `blank` is an empty file or an empty database, `other` is somebody else's. */
export type Lying = 'nothing' | 'blank' | 'ledger' | 'other';

/** Marks a file as a ledger in the header that SQLite keeps for that purpose: "Chcy". */
export const APPLICATION_ID = 0x43686379;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const APPLICATION_ID_AT = 68;

/** Tells what lies at a path from its bytes alone: nothing is written there, nor beside it. */
export function lyingAt(path: string): Lying {
  const is = statSync(path, { throwIfNoEntry: false });
  if (is === undefined) return 'nothing';
  if (!is.isFile()) return 'other';
  if (is.size === 0) return 'blank';
  const header = headerOf(path);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) return 'other';
  const id = header.readUInt32BE(APPLICATION_ID_AT);
  if (id !== 0) return id === APPLICATION_ID ? 'ledger' : 'other';
  return unmarked(path);
}

function headerOf(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  return header;
}

const OWN_TABLES = ['facts', 'readings', 'claims'];

/** Ledgers made before files were marked are known by their tables. */
function unmarked(path: string): Lying {
  const database = openUntouched(path);
  try {
    const rows = database.prepare(`select name from sqlite_master where type = 'table'`).all() as { name: string }[];
    const tables = new Set(rows.map(({ name }) => name));
    if (tables.size === 0) return 'blank';
    if (!OWN_TABLES.every((name) => tables.has(name))) return 'other';
    return database
      .prepare(`select * from facts limit 1`)
      .columns()
      .map(({ name }) => name)
      .join() === 'name,value'
      ? 'ledger'
      : 'other';
  } finally {
    database.close();
  }
}

/**
 * Opens a file without leaving anything beside it. SQLite makes the files of its log even for a reader, which a read-only
 * folder forbids; where there is no log, the file is whole and can be read as it lies.
 */
export const openUntouched = (path: string): DatabaseSyncInstance =>
  existsSync(`${path}-wal`)
    ? new DatabaseSync(path, { readOnly: true })
    : new DatabaseSync(new URL(`${pathToFileURL(path).href}?immutable=1`), { readOnly: true });

/** Whether the file and the folder of its log can be written. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Makes a folder and those above it. Node's own recursive way never ends where the system refuses a folder, as in /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
}
