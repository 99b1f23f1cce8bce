import { expect, it } from 'vitest';
import { figuresIn, linesOf, pageOf } from './table.ts';

const figures = { 'words/s': 12345, 'ms a report, trees': 1.5 };

it('reads the figures that it wrote', () => {
  expect(figuresIn(pageOf('0.1.0', 'a machine', figures))).toEqual(figures);
  expect(figuresIn('# No table')).toEqual({});
});

it('puts the last figures beside the new', () => {
  expect(linesOf({ 'words/s': 24690, 'MB resident': 100 }, figures)).toEqual([
    'words/s                          24,690   12,345 before, 2.00 x',
    'MB resident                         100',
  ]);
});
