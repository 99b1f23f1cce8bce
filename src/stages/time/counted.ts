import { toldIn, type Reckoning } from './nearest.ts';
import { addMonths, civil, mondayOf, weekdayOf } from './days.ts';
import type { Length, Point, Unit } from './expression.ts';
import { pointOf } from './reckon.ts';
import { around, days, moved, shifted, type Stretch } from './stretches.ts';

/** "the last three months" up to today, "the next two years" from it; beyond an open count the other end is open. */
export function stretchFrom({ side, length }: Extract<Point, { is: 'stretch' }>, today: number): Stretch {
  const [one] = length;
  if (one?.unit === 'quarter' && one.count !== null) return wholeQuarters(today, side * one.count);
  const other = movedBy(today, length, side);
  if (other === null) return side < 0 ? days(null, today, 'period', false) : days(today, null, 'period', false);
  return days(Math.min(today, other), Math.max(today, other), 'period', false);
}

/** "the past two quarters": the whole ones before this. */
function wholeQuarters(today: number, count: number): Stretch {
  const [near, far] = [shifted('quarter', Math.sign(count), today), shifted('quarter', count, today)];
  return count < 0 ? days(far.from, near.to, 'period', false) : days(near.from, far.to, 'period', false);
}

/** A length on from a day; null where its count is open. */
export function movedBy(day: number, length: Length, side: number): number | null {
  return length.reduce<number | null>(
    (at, { unit, count }) => (at === null || count === null ? null : shiftedBy(at, unit, side * count)),
    day,
  );
}

/** Half units go by the next lesser ones: half a year is six months. */
function shiftedBy(day: number, unit: Length[number]['unit'], count: number): number {
  const whole = Math.trunc(count);
  const rest = count - whole;
  const at = moved(day, unit, whole);
  if (rest === 0) return at;
  return unit === 'year'
    ? addMonths(at, Math.round(12 * rest))
    : at + Math.round((moved(at, unit, rest > 0 ? 1 : -1) - at) * Math.abs(rest));
}

/** A length whose first or last day is told; of a count that stays open, the other end is open. */
export function spanFrom(
  { length, side, beside, of }: Extract<Point, { is: 'span' }>,
  reckoning: Reckoning,
): Stretch | null {
  const point = pointOf(of, reckoning);
  if (point?.from == null || point.to === null) return null;
  const edge = beside === side > 0 ? point.to : point.from;
  const near = beside ? edge + side : edge;
  const past = movedBy(side > 0 ? near : near + 1, length, side);
  if (side < 0) return days(past === null ? null : Math.min(near, past), near, 'period', point.stated);
  return days(near, past === null ? null : Math.max(near, past - 1), 'period', point.stated);
}

/** So many of a weekday before or after a day. */
export function beyondFrom(
  { weekday, count, of }: Extract<Point, { is: 'beyond' }>,
  reckoning: Reckoning,
): Stretch | null {
  const point = pointOf(of, reckoning);
  if (point?.from == null || point.to === null) return null;
  const day =
    count < 0
      ? point.from - ((weekdayOf(point.from) - weekday + 6) % 7) - 1 + 7 * (count + 1)
      : point.to + ((weekday - weekdayOf(point.to) + 6) % 7) + 1 + 7 * (count - 1);
  return days(day, day, 'day', point.stated);
}

/** The unit that holds the day so far from another; counted from a day in days or weeks, that day. */
export function offsetFrom(
  { side, length, of }: Extract<Point, { is: 'offset' }>,
  reckoning: Reckoning,
): Stretch | null {
  const least = length.at(-1)?.unit;
  if (least === undefined) return null;
  const base = of === null ? toldBase(least, reckoning) : pointOf(of, reckoning);
  const start = side < 0 ? base?.from : base?.to;
  if (base === null || start == null) return null;
  const day = movedBy(start, length, side);
  if (day === null) return null;
  const exact = least === 'day' || least === 'week' || least === 'fortnight' || length.length > 1;
  const stated = of !== null && base.stated;
  return exact ? days(day, day, 'day', stated) : { ...around(day, least), stated };
}

/** The day, month or year told before, as closely as the length is counted. */
function toldBase(unit: Unit, reckoning: Reckoning): Stretch | null {
  const from = toldIn(BY_DAY.has(unit) ? 'day' : unit, reckoning);
  return from === null ? null : days(from, from, 'day', false);
}

const BY_DAY: ReadonlySet<Unit> = new Set(['second', 'minute', 'hour', 'day', 'week', 'fortnight', 'weekend']);

/** "the previous year" may be reckoned from today as well, what follows only from something told, unless the clause looks ahead. */
export function toldUnit({ what, shift }: Extract<Point, { is: 'told' }>, reckoning: Reckoning): Stretch | null {
  const { today, direction } = reckoning;
  const told = toldIn(
    typeof what === 'number' || BY_DAY.has(what) ? (what === 'week' ? 'week' : 'day') : what,
    reckoning,
  );
  const from = told ?? (shift < 0 || (shift > 0 && direction === 'coming') ? today : null);
  if (from === null) return null;
  if (typeof what !== 'number') return shifted(what, shift, from);
  const day = shift < 0 ? from - ((weekdayOf(from) - what + 6) % 7) - 1 : from + ((what - weekdayOf(from) + 6) % 7) + 1;
  return days(day, day, 'day', false);
}

/** The so many-th day, weekday or week of a longer time; weeks are counted from the first that has most of its days in it. */
export function nthOf({ nth, count, what, of }: Extract<Point, { is: 'nth' }>, reckoning: Reckoning): Stretch | null {
  const whole = pointOf(of, reckoning);
  if (whole?.from == null || whole.to === null) return null;
  const { from, to, stated } = whole;
  if (count > 1 && typeof what !== 'number' && what !== 'half') return endOf(whole, nth, count, what);
  const one = (day: number): Stretch | null => (day < from || day > to ? null : days(day, day, 'day', stated));
  if (what === 'half') {
    const [start, past] = [civil(from), civil(to + 1)];
    const months = 12 * (past.year - start.year) + past.month - start.month;
    const middle =
      (months % 2 === 0 && months > 0 ? addMonths(from, months / 2) : from + Math.floor((to - from + 1) / 2)) - 1;
    return nth === 1 ? days(from, middle, 'period', stated) : days(middle + 1, to, 'period', stated);
  }
  if (what === 'day') return one(nth < 0 ? to + nth + 1 : from + nth - 1);
  if (typeof what === 'number') {
    const first = from + ((what - weekdayOf(from) + 7) % 7);
    const last = to - ((weekdayOf(to) - what + 7) % 7);
    return one(nth < 0 ? last + 7 * (nth + 1) : first + 7 * (nth - 1));
  }
  if (what !== 'week' && what !== 'weekend') {
    const start = nth < 0 ? moved(to + 1, what, nth) : moved(from, what, nth - 1);
    const granularity = what === 'month' || what === 'quarter' || what === 'year' ? what : 'period';
    return start < from || start > to ? null : days(start, moved(start, what, 1) - 1, granularity, stated);
  }
  const firstWeek = mondayOf(from + 3);
  const lastWeek = mondayOf(to - 3);
  const week = nth < 0 ? lastWeek + 7 * (nth + 1) : firstWeek + 7 * (nth - 1);
  if (week > to) return null;
  return what === 'weekend' ? days(week + 5, week + 6, 'period', stated) : days(week, week + 6, 'week', stated);
}

/** "the first nine months of 2019", "the last two weeks of May". */
function endOf(
  { from, to, stated }: Stretch,
  nth: number,
  count: number,
  unit: Length[number]['unit'],
): Stretch | null {
  if (from === null || to === null) return null;
  return nth > 0
    ? days(from, Math.min(to, moved(from, unit, count) - 1), 'period', stated)
    : days(Math.max(from, moved(to + 1, unit, -count)), to, 'period', stated);
}
