import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Actor } from '../../src/document/claim.ts';
import { pactsOf } from '../../src/ledger/pacts.ts';
import type { Asked } from '../../src/ledger/asked.ts';
import { QUESTION, type Question } from '../../src/ledger/question.ts';
import type { Opened } from '../../src/open.ts';
import type { Store } from '../../src/store/store.ts';
import { saySkipped } from '../../src/testing/server.ts';
import { testEngines, type TestEngine } from '../../src/testing/stores.ts';
import { sampleReports } from '../claims/reports.ts';
import { madeEntry } from './made-ledger.ts';
import type { Figures } from './table.ts';

const BATCH = 500;
const ASKED = 60;
const AT = '2024-05-07T00:00:00.000Z';

/** Speed of a ledger of so many reports, ten claims each, on every engine: figures by engine. */
export async function ledgerFigures(opened: Opened, reports: number): Promise<ReadonlyMap<string, Figures>> {
  const readings = (await sampleReports(opened.language)).map((report) => opened.read(report));
  const countries = opened.know['actors/states'].map(({ id, name }): Actor => ({
    id,
    name,
    kind: 'state',
    country: id,
    sector: 'GOV',
    as: null,
  }));
  saySkipped();
  const found = new Map<string, Figures>();
  for (const engine of await testEngines()) {
    found.set(engine.name, await measured(engine, reports, (number) => madeEntry(number, readings, countries)));
    await engine.end();
  }
  return found;
}

async function measured(
  engine: TestEngine,
  reports: number,
  make: (number: number) => ReturnType<typeof madeEntry>,
): Promise<Figures> {
  const place = await engine.place();
  const store = await engine.open(place);
  let peak = 0;
  const adding = await seconds(async () => {
    for (let from = 0; from < reports; from += BATCH) {
      await store.add(
        Array.from({ length: Math.min(BATCH, reports - from) }, (_, at) => make(from + at)),
        AT,
      );
      peak = Math.max(peak, process.memoryUsage().rss);
    }
  });
  const making = await seconds(() => store.refresh(AT));
  const rebuilding = await seconds(() => store.rebuild(AT));
  peak = Math.max(peak, process.memoryUsage().rss);
  // One report more, as on any day: kept and shown.
  const one = await seconds(async () => {
    await store.add([make(reports)], AT);
    await store.refresh(AT);
  });
  const { claims, records } = await store.coverage();
  const times = await queryTimes(store);
  await store.close();
  return {
    reports,
    claims,
    records,
    'reports/s, kept': reports / adding,
    's, view made at first': making,
    's, view rebuilt': rebuilding,
    'ms, one report more kept and shown': one * 1000,
    ...times,
    'MB resident, at most': peak / 1e6,
    ...(engine.name === 'SQLite' ? { 'MB on disk': statSync(place).size / 1e6 } : {}),
  };
}

/** The time within which 95 of 100 questions are answered, in milliseconds. */
async function queryTimes(store: Store): Promise<Figures> {
  const codes = ['USA', 'CHN', 'FRA', 'JPN', 'AUS', 'NZL', 'GBR', 'DEU', 'IND', 'BRA'];
  const country = (at: number): Asked => ({ country: codes[at % codes.length] ?? '', name: 'a country' });
  const page = (question: Partial<Question>) => store.ask({ ...QUESTION, size: 50, ...question });
  const newest = (await page({})).records;
  const ways: Readonly<Record<string, (at: number) => Promise<unknown>>> = {
    between: (at) => page({ actors: [country(at), country(at * 7 + 3)], sorts: ['visit', 'meeting', 'act'] }),
    visits: (at) => page({ sorts: ['visit'], since: `20${String(5 + (at % 19)).padStart(2, '0')}-01-01` }),
    'visits of one': (at) => page({ sorts: ['visit'], actors: [country(at)], status: 'scheduled' }),
    person: (at) => page({ actors: [{ country: null, name: `blinken ${at}` }] }),
    pact: async (at) => {
      const { records } = await page({
        sorts: ['relation', 'act'],
        actors: [{ country: null, name: ['AUKUS', 'NATO', 'BRICS'][at % 3] ?? '' }],
        size: 5000,
      });
      return pactsOf(await store.claimsOf(records.map(({ id }) => id)));
    },
    search: (at) =>
      store.search(['submarines', 'summit "of the"', `telling ${at}`, 'visit minister'][at % 4] ?? '', {
        size: 20,
        before: null,
      }),
    why: async (at) => store.derive(await store.rootsOf(newest[at % newest.length]?.id ?? '')),
  };
  const found: Record<string, number> = {};
  for (const [name, ask] of Object.entries(ways)) {
    const spent: number[] = [];
    for (let at = 0; at < ASKED; at++) spent.push((await seconds(() => ask(at))) * 1000);
    spent.sort((a, b) => a - b);
    found[`ms, ${name}, p50`] = spent[Math.floor(ASKED * 0.5)] ?? 0;
    found[`ms, ${name}, p95`] = spent[Math.floor(ASKED * 0.95)] ?? 0;
  }
  return found;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
