import { expect, test } from 'vitest';
import { progressLine } from './progress.ts';

test.each([
  [{ done: 120, total: 400, seconds: 10 }, '120 of 400 read · 12.0 a second · 24 s left'],
  [{ done: 1200, total: null, seconds: 60 }, '1,200 read · 20.0 a second'],
  [{ done: 1, total: 1000, seconds: 10 }, '1 of 1,000 read · 0.1 a second · 2 h 46 min left'],
  [{ done: 0, total: 5, seconds: 0 }, '0 of 5 read · 0.0 a second'],
])('progress of %j', (at, line) => expect(progressLine(at)).toBe(line));
