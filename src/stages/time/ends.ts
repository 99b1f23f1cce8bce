import type { Expression } from './expression.ts';
import type { Reckoning } from './nearest.ts';
import { pointOf } from './reckon.ts';

/**
 * From where each end of a range is reckoned, so that the first lies before the second: in "from Friday to Monday" and
 * "December to February" the second is the next after the first where the clause looks ahead, else the first the last before it.
 */
export function endsOf(
  { from, to }: Extract<Expression, { is: 'range' }>,
  reckoning: Reckoning,
): { readonly from: Reckoning; readonly to: Reckoning } {
  const both = { from: reckoning, to: reckoning };
  const start = pointOf(from, reckoning)?.from ?? null;
  const end = pointOf(to, reckoning);
  if (start === null || end?.to == null || start <= end.to) return both;
  const ahead = reckoning.direction === 'coming' || reckoning.direction === 'present';
  return ahead
    ? { from: reckoning, to: { ...reckoning, today: start, latest: start, direction: 'coming' } }
    : { from: { ...reckoning, today: end.from, latest: end.from, direction: 'over' }, to: reckoning };
}
