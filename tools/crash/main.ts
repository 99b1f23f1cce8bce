// Kills the command that adds reports hundreds of times, at random moments and at every step, on both engines.
import { parseArgs } from 'node:util';
import { saySkipped } from '../../src/testing/server.ts';
import { testEngines } from '../../src/testing/stores.ts';
import { killed, STEPS, type Kill } from './kills.ts';

const USAGE = `npm run crash [-- --kills NUMBER] [--seed NUMBER]
  --kills NUMBER  how often each engine's writer is killed (200)
  --seed NUMBER   begins the row of random moments`;

const { values } = parseArgs({
  options: { kills: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
});

if (values.help === true) console.log(USAGE);
else {
  saySkipped();
  const seed = Number(values.seed ?? '1');
  const kills = schedule(Number(values.kills ?? '200'), seed);
  for (const engine of await testEngines()) {
    const began = performance.now();
    const { faults, died } = await killed(engine, kills, (so) => {
      if (so.runs > 0 && so.runs % 20 === 0)
        console.log(`${engine.name}: ${so.runs} runs so far, ${so.died} of them killed, ${so.faults.length} faults`);
    });
    await engine.end();
    for (const fault of faults) console.log(`${engine.name}: ${fault}`);
    console.log(
      `${engine.name}: ${kills.length} runs, ${died} of them killed (seed ${seed}), ${faults.length} faults, ${Math.round((performance.now() - began) / 1000)} s`,
    );
    if (faults.length > 0) process.exitCode = 1;
  }
}

/** Half at random moments of a run, half at the steps in turn, before and after, the first time and later ones. */
function schedule(count: number, seed: number): readonly Kill[] {
  let state = seed;
  // Park and Miller's generator: the row is the same on every machine.
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, (_, at): Kill => {
    if (at % 2 === 0) return { part: random() };
    const turn = at >> 1;
    const step = STEPS[turn % STEPS.length] ?? 'commit';
    return {
      step,
      when: Math.floor(turn / STEPS.length) % 2 === 0 ? 'before' : 'after',
      nth: 1 + Math.floor(random() * 3),
    };
  });
}
