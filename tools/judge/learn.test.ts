import { describe, expect, it } from 'vitest';
import { openJudge } from '../../src/stages/code/judge.ts';
import { learn, type Lesson } from './learn.ts';

const lesson = (gold: string, ...names: readonly string[]): Lesson => ({
  gold,
  traits: new Map(names.map((name) => [name, 1])),
});
const LESSONS = Array.from({ length: 12 }, (_, at) => [
  lesson('AID', 'word:grain', `word:${at}`),
  lesson('ASSAULT', 'word:shell', `word:${at}`),
  lesson('CONSULT', 'word:talk', `word:${at}`),
]).flat();

describe('a judge', () => {
  const judge = openJudge(learn(LESSONS, 1));
  const likeliest = (...names: readonly string[]): string | undefined =>
    [...judge(lesson('', ...names).traits)].sort((a, b) => b.probability - a.probability)[0]?.type;

  it('answers what it learnt, whatever stands beside', () => {
    expect([likeliest('word:grain', 'word:99'), likeliest('word:shell'), likeliest('word:talk')]).toEqual([
      'AID',
      'ASSAULT',
      'CONSULT',
    ]);
  });

  it('gives probabilities that come to one, and knows nothing of traits that it has not met', () => {
    const said = judge(lesson('', 'word:unheard').traits);
    expect(said.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
    expect(Math.max(...said.map(({ probability }) => probability))).toBeLessThan(0.5);
  });

  it('is the same bytes each time', () => {
    expect(learn(LESSONS, 1)).toEqual(learn(LESSONS, 1));
  });
});
