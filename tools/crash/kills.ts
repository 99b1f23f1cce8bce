import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { QUESTION } from '../../src/ledger/question.ts';
import { packageRoot } from '../../src/package.ts';
import type { TestEngine } from '../../src/testing/stores.ts';

const CHILD = join(packageRoot(), 'dist/tools/crash/child.js');
const AT = '2024-05-07T00:00:00.000Z';

/** Where a run is killed: after so many milliseconds, or at the nth statement that holds some words. */
export type Kill =
  { readonly after: number } | { readonly step: string; readonly when: 'before' | 'after'; readonly nth: number };

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

/** Runs the child until it ends or is killed; gives the ids of the reports that it was told are kept. */
export function run(
  place: string,
  batches: number,
  kill: Kill | null,
): Promise<{ readonly kept: readonly string[]; readonly done: boolean; readonly died: boolean }> {
  const at = kill !== null && 'step' in kill ? [kill.step, kill.when, String(kill.nth)] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, place, String(batches), ...at], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
    const timer = kill !== null && 'after' in kill ? setTimeout(() => child.kill('SIGKILL'), kill.after) : null;
    child.on('close', (code, signal) => {
      if (timer !== null) clearTimeout(timer);
      if (signal !== 'SIGKILL' && code !== 0) reject(new Error(`the child failed: ${err.join('')}`));
      const lines = out.join('').split('\n');
      resolve({
        kept: lines.filter((line) => line.startsWith('ack ')).flatMap((line) => line.slice(4).split(' ')),
        done: lines.includes('done'),
        died: signal === 'SIGKILL',
      });
    });
  });
}

/** What is wrong with a ledger after a kill, in words; nothing where all is well. Opening it is all that is done to mend it. */
export async function faultsOf(
  engine: TestEngine,
  place: string,
  kept: ReadonlySet<string>,
): Promise<readonly string[]> {
  const store = await engine.open(place);
  try {
    await store.refresh(AT);
    const held = new Set((await engine.query(place, 'select id from versions')).map(({ id }) => String(id)));
    const torn = await engine.query(
      place,
      `select r.seq from readings r where r.claims <> (select count(*) from claims c where c.reading = r.seq)
       union all select v.seq from versions v where not exists (select 1 from readings r where r.version = v.seq)`,
    );
    const grown = await records(engine, place);
    await store.rebuild(AT);
    return [
      ...[...kept].filter((id) => !held.has(id)).map((id) => `${id} was acknowledged and is not there`),
      ...torn.map(({ seq }) => `row ${String(seq)} is torn`),
      ...(grown === (await records(engine, place)) ? [] : ['the view is not what a rebuild gives']),
      ...(engine.name === 'SQLite' ? await integrity(engine, place) : []),
    ];
  } finally {
    await store.close();
  }
}

/** All records as one text. */
export const records = async (engine: TestEngine, place: string): Promise<string> =>
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

/** Kills one ledger's adding again and again, looks at it after each kill, and lets it end: it must be what an unbroken run makes. */
export async function killed(engine: TestEngine, batches: number, kills: readonly Kill[]): Promise<Outcome> {
  const faults: string[] = [];
  let deaths = 0;
  let place = await engine.place();
  let kept = new Set<string>();
  const whole = await engine.place();
  await run(whole, batches, null);
  const wanted = await records(engine, whole);
  for (const kill of kills) {
    const { kept: more, done, died } = await run(place, batches, kill);
    if (died) deaths++;
    for (const id of more) kept.add(id);
    faults.push(...(await faultsOf(engine, place, kept)).map((fault) => `${JSON.stringify(kill)}: ${fault}`));
    if (!done) continue;
    if ((await records(engine, place)) !== wanted)
      faults.push(`${JSON.stringify(kill)}: it is not what an unbroken run makes`);
    // It has all there is: the next kills are for a new one.
    place = await engine.place();
    kept = new Set();
  }
  await run(place, batches, null);
  if ((await records(engine, place)) !== wanted) faults.push('in the end it is not what an unbroken run makes');
  const store = await engine.open(place);
  if ((await store.ask(QUESTION)).total === 0) faults.push('nothing was added');
  await store.close();
  return { faults, died: deaths };
}
