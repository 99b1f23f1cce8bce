import { existsSync, rmdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { EXIT, Failure, print, say, type Exit } from './streams.ts';

/**
 * Where the ledger lies: the file given, else `ledger.db` in $CHANCERY_HOME, else in the user's data folder
 * (`$XDG_DATA_HOME/chancery`, `~/.local/share/chancery`). Nothing else is ever kept outside the package.
 */
export function ledgerPath(given: string | undefined): string {
  if (given !== undefined) return resolve(given);
  const home = set('CHANCERY_HOME') ?? join(set('XDG_DATA_HOME') ?? join(homedir(), '.local', 'share'), 'chancery');
  return join(home, 'ledger.db');
}

const set = (name: string): string | null => process.env[name] || null;

interface LedgerOption {
  readonly ledger?: string;
}

/** `chancery where`: the path and nothing else, so that `$(chancery where)` works. */
export async function where({ ledger }: LedgerOption): Promise<Exit> {
  await print(`${ledgerPath(ledger)}\n`);
  return EXIT.good;
}

/** `chancery remove --yes`: the ledger's files, and its folder when that is then empty. */
export async function remove({ ledger, yes }: LedgerOption & { readonly yes?: boolean }): Promise<Exit> {
  const path = ledgerPath(ledger);
  const files = [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file));
  if (files.length === 0) {
    say(`There is no ledger at ${path}.`);
    return EXIT.good;
  }
  if (yes !== true) throw new Failure(`this removes ${path} for good; say so with: chancery remove --yes`, EXIT.usage);
  for (const file of files) rmSync(file);
  if (ledger === undefined) removeFolder(dirname(path));
  await print(`Removed ${files.join(', ')}\n`);
  return EXIT.good;
}

function removeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    // Something else lies in the folder: it is not ours to remove.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOTEMPTY') throw error;
  }
}
