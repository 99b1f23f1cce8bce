import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUESTION } from '../../src/ledger/question.ts';
import { packageRoot } from '../../src/package.ts';
import { lookAtLedger } from '../../src/store/sqlite.ts';
import type { TestEngine } from '../../src/testing/stores.ts';
import { writeReports } from './reports.ts';

const built = (path: string): string => join(packageRoot(), 'dist', path);
const AT = '2024-05-07T00:00:00.000Z';

/** Where a run is killed: after a part of the time that an unbroken run takes, or at the nth statement that holds some words. */
export type Kill =
  { readonly part: number } | { readonly step: string; readonly when: 'before' | 'after'; readonly nth: number };

/** Every kind of step that adding takes on both engines, from the writer's lock to the feed. */
export const STEPS = [
  'begin',
  'insert into "commits"',
  'insert into "versions"',
  'report_words',
  'insert into "readings"',
  'insert into "claims"',
  'insert into "standing"',
  'delete from "standing"',
  'insert into "dirty"',
  'insert into "records"',
  'insert into "members"',
  'insert into "mints"',
  'insert into "changes"',
  'delete from "dirty"',
  'commit',
] as const;

/** How a run of the command ended, and how long it took. */
interface Run {
  readonly died: boolean;
  readonly ms: number;
}

/** Runs `chancery add` until it ends or is killed. Throws where it fails by itself. */
function run(place: string, file: string, kill: { readonly at?: object; readonly after?: number }): Promise<Run> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const command = ['--import', built('tools/crash/kill-at.js'), built('src/apps/cli/main.js')];
    const child = spawn(process.execPath, [...command, 'add', file, '--ledger', place], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...(kill.at === undefined ? {} : { CRASH_AT: JSON.stringify(kill.at) }) },
    });
    const err: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
    const timer = kill.after === undefined ? null : setTimeout(() => child.kill('SIGKILL'), kill.after);
    child.on('close', (code, signal) => {
      if (timer !== null) clearTimeout(timer);
      if (signal !== 'SIGKILL' && code !== 0) reject(new Error(`the command failed: ${err.join('')}`));
      else resolve({ died: signal === 'SIGKILL', ms: performance.now() - began });
    });
  });
}

/** What is wrong with a ledger after a kill, in words; nothing where all is well. Opening it is all that is done to mend it. */
async function faultsOf(engine: TestEngine, place: string, kept: ReadonlySet<string>): Promise<readonly string[]> {
  const store = await engine.open(place);
  try {
    await store.refresh(AT);
    const held = await heldIn(engine, place);
    const torn = await engine.query(
      place,
      `select r.seq from readings r where r.claims <> (select count(*) from claims c where c.reading = r.seq)
       union all select v.seq from versions v where not exists (select 1 from readings r where r.version = v.seq)`,
    );
    const grown = await records(engine, place);
    await store.rebuild(AT);
    return [
      ...[...kept].filter((id) => !held.has(id)).map((id) => `${id} was kept and is not there`),
      ...torn.map(({ seq }) => `row ${String(seq)} is torn`),
      ...(grown === (await records(engine, place)) ? [] : ['the view is not what a rebuild gives']),
      ...(engine.name === 'SQLite' ? await integrity(engine, place) : []),
    ];
  } finally {
    await store.close();
  }
}

const heldIn = async (engine: TestEngine, place: string): Promise<ReadonlySet<string>> =>
  new Set((await engine.query(place, 'select id from versions')).map(({ id }) => String(id)));

/** All records as one text. */
const records = async (engine: TestEngine, place: string): Promise<string> =>
  (await engine.query(place, 'select body from records order by id')).map(({ body }) => String(body)).join('\n');

const integrity = async (engine: TestEngine, place: string): Promise<readonly string[]> =>
  (await engine.query(place, 'pragma integrity_check'))
    .map((row) => String(row['integrity_check']))
    .filter((said) => said !== 'ok');

/** What was found wrong, and how many runs did not end by themselves. */
export interface Outcome {
  readonly faults: readonly string[];
  readonly died: number;
}

/**
 * Kills the command that adds to a ledger again and again, looks at the ledger after each kill, and lets it end. What was
 * once kept must stay, and in the end it must be what an unbroken run makes. `tell` hears before each run how far it is.
 */
export async function killed(
  engine: TestEngine,
  kills: readonly Kill[],
  tell: (so: Outcome & { readonly runs: number }) => void = () => undefined,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-crash-'));
  const file = join(folder, 'reports.jsonl');
  const all = writeReports(file);
  const faults: string[] = [];
  let deaths = 0;
  const whole = await engine.place();
  const { ms } = await run(whole, file, {});
  const wanted = await records(engine, whole);
  let place = await engine.place();
  let kept: ReadonlySet<string> = new Set();
  for (const [runs, kill] of kills.entries()) {
    tell({ faults, died: deaths, runs });
    const note = (fault: string): void => void faults.push(`${JSON.stringify(kill)}: ${fault}`);
    const { died } = await run(place, file, 'part' in kill ? { after: kill.part * ms } : { at: kill });
    // A kill may come before there is a ledger.
    const made = await isMade(engine, place);
    if (made) for (const fault of await faultsOf(engine, place, died ? kept : new Set(all))) note(fault);
    else if (kept.size > 0) note('the ledger is gone');
    if (died) {
      deaths++;
      if (made) kept = await heldIn(engine, place);
      continue;
    }
    if ((await records(engine, place)) !== wanted) note('it is not what an unbroken run makes');
    // It has all there is: the next kills are for a new one.
    place = await engine.place();
    kept = new Set();
  }
  await run(place, file, {});
  if ((await records(engine, place)) !== wanted) faults.push('in the end it is not what an unbroken run makes');
  const store = await engine.open(place);
  if ((await store.ask(QUESTION)).total === 0) faults.push('nothing was added');
  await store.close();
  rmSync(folder, { recursive: true });
  return { faults, died: deaths };
}

const isMade = async (engine: TestEngine, place: string): Promise<boolean> =>
  engine.name === 'SQLite'
    ? lookAtLedger(place) === 'ledger'
    : (await engine.query(place, `select to_regclass('facts')::text as found`))[0]?.['found'] !== null;
