// A few of the kills that `npm run crash` does by hundreds: every step once, and some moments at random.
import { afterAll, describe, expect, test } from 'vitest';
import { testEngines } from '../../src/testing/stores.ts';
import { killed, STEPS } from './kills.ts';

describe.each(await testEngines())('$name', (engine) => {
  afterAll(() => engine.end());

  test('killed at any step, nothing acknowledged is lost, nothing is torn, and the next start needs no hand', async () => {
    const kills = STEPS.map((step, at) => ({
      step,
      when: at % 2 === 0 ? ('before' as const) : ('after' as const),
      nth: 1,
    }));
    const { faults, died } = await killed(engine, kills);
    expect(faults).toEqual([]);
    // SQLite's lock is taken beside the statements, where no step is told.
    expect(died).toBeGreaterThan(STEPS.length - 4);
  }, 300_000);

  test('nor at any moment', async () => {
    const moments = [0.4, 0.6, 0.75, 0.9].map((part) => ({ part }));
    expect((await killed(engine, moments)).faults).toEqual([]);
  }, 300_000);
});
