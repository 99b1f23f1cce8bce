import { isServer, withoutPassword } from '../../store/address.ts';
import { openPostgres } from '../../store/postgres.ts';
import { lookAtLedger, openSqlite, openSqliteToRead } from '../../store/sqlite.ts';
import type { Store } from '../../store/store.ts';
import { ledgerPath } from './home.ts';
import { Failure, say } from './streams.ts';

export interface LedgerOption {
  readonly ledger?: string;
}

/** The ledger to add to, made where there is none; not before it is opened. */
export const ledgerToWrite = (place: string): Promise<Store> =>
  isServer(place) ? openPostgres(place) : openSqlite(place);

/** Whether there is a ledger. A server is one as soon as it is opened. */
export const isMade = (place: string): boolean => isServer(place) || lookAtLedger(place) !== 'nothing';

/** A ledger's place as it may be shown. */
export const placeWords = (place: string): string => (isServer(place) ? withoutPassword(place) : place);

/** Does some work on a ledger that exists, its view up to date, and closes it; null, with a word on standard error, where there is none. */
export async function withLedger<T>({ ledger }: LedgerOption, work: (store: Store) => Promise<T>): Promise<T | null> {
  const place = ledgerPath(ledger);
  if (!isServer(place)) {
    const lying = lookAtLedger(place);
    if (lying === 'nothing' || lying === 'blank') {
      say(`There is no ledger at ${place} yet: chancery add PATH makes it.`);
      return null;
    }
  }
  const store = isServer(place) ? await openPostgres(place) : await openSqliteToRead(place);
  try {
    await upToDate(store);
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Makes anew what an `add` that was killed left undone; where nothing may be written, the view stands as it was. */
async function upToDate(store: Store): Promise<void> {
  try {
    const now = new Date().toISOString();
    await store.release(now);
    await store.refresh(now);
  } catch (error) {
    if (error instanceof Error && error.name === 'StoreError' && /readonly|READONLY/.test(error.message)) return;
    throw error;
  }
}

/** The name under which a person's decisions stand. */
export function whoDecides(given: string | undefined): string {
  const who = given ?? process.env['CHANCERY_USER'] ?? process.env['USER'] ?? process.env['USERNAME'];
  if (who === undefined || who.trim() === '')
    throw new Failure('nobody is named: say who decides with --who NAME, or set CHANCERY_USER');
  return who;
}
