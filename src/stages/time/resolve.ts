import { lengthValue } from './length-value.ts';
import { type Reckoning } from './nearest.ts';
import type { When } from '../../document/claim.ts';
import type { SpellMention } from '../../document/reading.ts';
import { isoOf } from './days.ts';
import type { BoundWord, Expression, Point } from './expression.ts';
import { pointOf } from './reckon.ts';
import { movedBy } from './counted.ts';
import { around, type Stretch } from './stretches.ts';
import { endsOf } from './ends.ts';
import { valueOf } from './timex.ts';

/** The days of an expression, or what it tells without them. */
export type Resolved = Dated | { readonly kind: SpellMention['kind']; readonly value: string };
type Dated = { readonly kind: 'date'; readonly value: string } & Omit<When, 'words'>;

/**
 * The days that an expression covers. Both ends null: nothing dates the words (granularity `period`), or they are figures
 * that may be read in two ways (`day`). A length of time that might lie ahead ("in two years") is one alone where the clause
 * does not look there.
 */
export function resolve(expression: Expression, reckoning: Reckoning): Resolved {
  const bare = expression.is === 'bound' ? expression.of : expression;
  if (expression.is === 'set') return { kind: 'set', value: expression.value };
  if (expression.is === 'duration') return { kind: 'duration', value: lengthValue(expression.length) };
  if (isHourAlone(bare)) return { kind: 'clock', value: valueOf(bare, reckoning) };
  if (expression.is === 'bound' && expression.of.is === 'stretch' && reckoning.direction !== 'coming')
    return { kind: 'duration', value: lengthValue(expression.of.length) };
  return { kind: 'date', value: valueOf(expression, reckoning), ...daysOf(expression, reckoning) };
}

/** "at noon", "in the early morning": hours of no day. */
const isHourAlone = (expression: Expression): boolean =>
  expression.is === 'part' || expression.is === 'side'
    ? isHourAlone(expression.of)
    : expression.is === 'clock' && expression.of === null;

const OPEN = { earliest: null, latest: null, granularity: 'period', basis: 'relative' } as const;

function daysOf(expression: Expression, reckoning: Reckoning): Omit<When, 'words'> {
  if (expression.is === 'ambiguous') {
    // A report of that week means the reading that falls in it.
    const near = expression.days.filter((day) => reckoning.today !== null && Math.abs(day - reckoning.today) <= 7);
    const [one, other] = near;
    if (one === undefined || other !== undefined) return { ...OPEN, granularity: 'day' };
    return { earliest: isoOf(one), latest: isoOf(one), granularity: 'day', basis: 'reckoned' };
  }
  const stretch = stretchOf(expression, reckoning);
  if (stretch === null) return OPEN;
  return {
    earliest: stretch.from === null ? null : isoOf(stretch.from),
    latest: stretch.to === null ? null : isoOf(stretch.to),
    granularity: stretch.granularity,
    basis: stretch.stated ? 'stated' : 'reckoned',
  };
}

function stretchOf(expression: Expression, reckoning: Reckoning): Stretch | null {
  if (expression.is === 'bound') return bounded(expression.bound, expression.of, reckoning);
  if (expression.is === 'duration' || expression.is === 'set') return null;
  if (expression.is !== 'range') return pointOf(expression, reckoning);
  const ends = endsOf(expression, reckoning);
  const from = pointOf(expression.from, ends.from);
  const to = pointOf(expression.to, ends.to);
  if (from?.from == null || to?.to == null || from.from > to.to) return null;
  return { from: from.from, to: to.to, granularity: 'period', stated: from.stated && to.stated };
}

function bounded(bound: BoundWord, of: Point, reckoning: Reckoning): Stretch | null {
  if ((bound === 'in' || bound === 'within') && of.is === 'stretch') return ahead(bound, of, reckoning);
  const inner = pointOf(of, {
    ...reckoning,
    direction: directionOf(bound, reckoning.direction),
  });
  if (inner === null) return null;
  const { stated, granularity } = inner;
  // An hour bounds its day within it.
  if (of.is === 'clock')
    return BEFORE.has(bound) ? { ...inner, from: null } : AFTER.has(bound) ? { ...inner, to: null } : inner;
  switch (bound) {
    case 'since':
      return {
        from: inner.from,
        to: reckoning.today,
        granularity: 'period',
        stated: stated && reckoning.today === null,
      };
    case 'by':
    case 'until':
      return { from: null, to: inner.to, granularity, stated };
    case 'before':
      return { from: null, to: inner.from === null ? null : inner.from - 1, granularity, stated };
    case 'after':
      return { from: inner.to === null ? null : inner.to + 1, to: null, granularity, stated };
    case 'from':
      return { from: inner.from, to: null, granularity, stated };
    default:
      return inner;
  }
}

const BEFORE: ReadonlySet<BoundWord> = new Set(['by', 'until', 'before']);
const AFTER: ReadonlySet<BoundWord> = new Set(['from', 'after']);

/** "since" looks back; "barred from January 1" may begin on either side of a past act. */
function directionOf(bound: BoundWord, direction: Reckoning['direction']): Reckoning['direction'] {
  if (bound === 'since') return 'over';
  if (bound === 'from' && direction === 'past') return null;
  return direction ?? (bound === 'by' || bound === 'until' ? 'coming' : null);
}

/** "in three days" is that day, "within three days" every day up to it. */
function ahead(bound: BoundWord, { length }: Extract<Point, { is: 'stretch' }>, { today }: Reckoning): Stretch | null {
  if (today === null) return null;
  const to = movedBy(today, length, 1);
  if (bound === 'within' || to === null) return { from: today, to, granularity: 'period', stated: false };
  return around(to, length.at(-1)?.unit ?? 'day');
}
