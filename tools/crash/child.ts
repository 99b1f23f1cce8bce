// Adds made-up reports to a ledger, batch by batch, and says on standard output what the store has acknowledged. Told to,
// it kills itself at a statement of its engine, just before or just after.
import { DefaultQueryExecutor } from 'kysely';
import { writeSync } from 'node:fs';
import { isServer } from '../../src/store/address.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { visitEntry } from '../../src/testing/entries.ts';

const [place = '', batches = '0', step = '', when = 'before', nth = '1'] = process.argv.slice(2);
const BATCH = 5;
const AT = '2024-05-07T00:00:00.000Z';

const countdown = { left: Number(nth) };
if (step !== '') killAt(step);
const store = isServer(place) ? await openPostgres(place) : await openSqlite(place);
for (let batch = 0; batch < Number(batches); batch++) {
  const entries = Array.from({ length: BATCH }, (_, at) => entry(batch * BATCH + at));
  await store.add(entries, AT);
  writeSync(1, `ack ${entries.map(({ report }) => report.id).join(' ')}\n`);
  // As the command does, only more often: the view is made while there is still something to add.
  if (batch % 3 === 2) await store.refresh(AT);
}
await store.refresh(AT);
await store.close();
writeSync(1, 'done\n');

/** Every third report tells of one visit, every seventh is killed by a later one. */
function entry(number: number) {
  const published = `20${String(number % 3 === 0 ? 24 : 10 + (number % 12)).padStart(2, '0')}-05-0${1 + (number % 7)}`;
  const kills = number % 7 === 6;
  return visitEntry(`r${number}`, {
    published,
    ...(kills ? { delivery: { status: 'kill', replaces: `r${number - 3}` }, claims: [] } : {}),
  });
}

/** Wraps the one way by which statements reach an engine, so that no line of the store knows of this. */
function killAt(words: string): void {
  const die = (): never => {
    process.kill(process.pid, 'SIGKILL');
    // The signal takes effect at once; nothing after this line runs.
    for (;;);
  };
  const executor = Object.getPrototypeOf(DefaultQueryExecutor.prototype) as Pick<DefaultQueryExecutor, 'executeQuery'>;
  const { executeQuery } = executor;
  executor.executeQuery = async function (query) {
    const dies = query.sql.includes(words) && --countdown.left === 0;
    if (dies && when === 'before') die();
    const result = await executeQuery.call(this, query);
    return dies ? die() : (result as never);
  };
}
