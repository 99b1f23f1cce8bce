import { existsSync, readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { visibleName } from '../../outputs/visible.ts';
import { isServer, withoutPassword } from '../../store/address.ts';
import { lookAtLedger } from '../../store/sqlite.ts';
import { EXIT, Failure, print, say, type Exit } from './streams.ts';

/**
 * Where the ledger lies: the file or the server given, else the server in $DATABASE_URL, else `ledger.db` in
 * $CHANCERY_HOME, else in the user's data folder (`$XDG_DATA_HOME/chancery`, `~/.local/share/chancery`). Nothing else is
 * ever kept outside the package.
 */
export function ledgerPath(given: string | undefined): string {
  if (given !== undefined) return isServer(given) ? given : resolve(given);
  const server = set('DATABASE_URL');
  if (server !== null && isServer(server)) return server;
  const home = set('CHANCERY_HOME') ?? join(set('XDG_DATA_HOME') ?? join(homedir(), '.local', 'share'), 'chancery');
  return join(home, 'ledger.db');
}

const set = (name: string): string | null => process.env[name] || null;

interface LedgerOption {
  readonly ledger?: string;
}

/** `chancery where`: the path and nothing else, so that `$(chancery where)` works. */
export async function where({ ledger }: LedgerOption): Promise<Exit> {
  await print(`${withoutPassword(ledgerPath(ledger))}\n`);
  return EXIT.good;
}

/** `chancery remove --yes`: the ledger's files, and its folder when that is then empty. Nothing but a ledger is removed. */
export async function remove({ ledger, yes }: LedgerOption & { readonly yes?: boolean }): Promise<Exit> {
  const path = ledgerPath(ledger);
  if (isServer(path)) throw new Failure('a ledger on a server is removed there: drop its schema', EXIT.usage);
  const lying = lookAtLedger(path);
  if (lying === 'nothing') {
    say(`There is no ledger at ${path}.`);
    return EXIT.good;
  }
  if (lying !== 'ledger')
    throw new Failure(`${path} is not a ledger, and was left as it is: name the ledger's file with --ledger`);
  if (yes !== true) throw new Failure(`this removes ${path} for good; say so with: chancery remove --yes`, EXIT.usage);
  const real = realpathSync(path);
  const files = [...new Set([path, real, `${real}-wal`, `${real}-shm`])].filter((file) => existsSync(file));
  for (const file of files) removing(file, () => rmSync(file));
  await print(`Removed ${files.map(visibleName).join(', ')}\n`);
  if (ledger === undefined && readdirSync(dirname(path)).length === 0)
    removing(dirname(path), () => rmdirSync(dirname(path)));
  return EXIT.good;
}

function removing(path: string, remove: () => void): void {
  try {
    remove();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Failure(`cannot remove ${path} (${String(error.code)}): check who may write in the folder it lies in`);
  }
}
