import type { When } from '../../document/claim.ts';
import { addMonths, civil, dayOf, daysIn, isoOf, mondayOf, weekdayOf } from './days.ts';
import type { BoundWord, Expression, Point, Unit, YearRef } from './expression.ts';

/** From what a relative expression is reckoned. Days are numbers as in days.ts. */
export interface Reckoning {
  /** The report's own today; null where nothing dates it. */
  readonly today: number | null;
  /** The latest day that it may be where the thing told took place. */
  readonly latest: number | null;
  /** Where the clause looks; a present tense looks ahead only as far as the week goes, and "since" tells what is over for certain. */
  readonly direction: 'past' | 'over' | 'present' | 'coming' | null;
}

export type Resolved = Omit<When, 'words'>;

interface Stretch {
  readonly from: number | null;
  readonly to: number | null;
  readonly granularity: When['granularity'];
  readonly stated: boolean;
}

const OPEN: Resolved = { earliest: null, latest: null, granularity: 'period', basis: 'relative' };

/**
 * The days that an expression covers. Both ends null: nothing dates the words (granularity `period`), or they are figures
 * that may be read in two ways (`day`). Null for a span of time that is no date ("in two weeks of talks").
 */
export function resolve(expression: Expression, reckoning: Reckoning): Resolved | null {
  if (expression.is === 'ambiguous') {
    // A report of that week means the reading that falls in it.
    const near = expression.days.filter((day) => reckoning.today !== null && Math.abs(day - reckoning.today) <= 7);
    const [one, other] = near;
    if (one === undefined || other !== undefined) return { ...OPEN, granularity: 'day' };
    return { earliest: isoOf(one), latest: isoOf(one), granularity: 'day', basis: 'reckoned' };
  }
  const needsToday = expression.is === 'bound' && (expression.bound === 'in' || expression.bound === 'within');
  if (needsToday && reckoning.direction !== 'coming') return null;
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
  if (expression.is !== 'range') return pointOf(expression, reckoning);
  const to = pointOf(expression.to, reckoning);
  const from = pointOf(expression.from, reckoning);
  if (from?.from == null || to?.to == null) return null;
  const start = from.from <= to.to ? from.from : before(expression.from, from.from, to.to);
  return { from: start, to: to.to, granularity: 'period', stated: from.stated && to.stated };
}

/** "from Friday to Monday", "December to February": the first of the two lies before the second. */
function before(point: Point, from: number, to: number): number {
  if (point.is === 'weekday') return from - 7 * Math.ceil((from - to) / 7);
  const { year, month, day } = civil(from);
  return dayOf(year - 1, month, day);
}

function bounded(bound: BoundWord, of: Point, reckoning: Reckoning): Stretch | null {
  if ((bound === 'in' || bound === 'within') && of.is === 'stretch') return ahead(bound, of, reckoning);
  const inner = pointOf(of, {
    ...reckoning,
    direction: directionOf(bound, reckoning.direction),
  });
  if (inner === null) return null;
  const { stated, granularity } = inner;
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

/** "since" looks back; "barred from January 1" may begin on either side of a past act. */
function directionOf(bound: BoundWord, direction: Reckoning['direction']): Reckoning['direction'] {
  if (bound === 'since') return 'over';
  if (bound === 'from' && direction === 'past') return null;
  return direction ?? (bound === 'by' || bound === 'until' ? 'coming' : null);
}

/** "in three days" is that day, "within three days" every day up to it. */
function ahead(
  bound: BoundWord,
  { unit, count }: Extract<Point, { is: 'stretch' }>,
  { today }: Reckoning,
): Stretch | null {
  if (today === null) return null;
  const to = moved(today, unit, count);
  if (bound === 'within') return { from: today, to, granularity: 'period', stated: false };
  return around(to, unit);
}

function pointOf(point: Point, reckoning: Reckoning): Stretch | null {
  const { today, direction } = reckoning;
  switch (point.is) {
    case 'known':
      return days(point.day, point.day, 'day', true);
    case 'years':
      return days(dayOf(point.from, 1, 1), dayOf(point.to, 12, 31), 'period', true);
    case 'date':
      return dateOf(point, reckoning);
    case 'months': {
      const year = monthsYear(point, reckoning);
      const granularity = point.count === 1 ? 'month' : point.count === 3 ? 'quarter' : 'period';
      return year === null ? null : monthsOf(year.year, point.first, point.count, granularity, year.stated);
    }
    case 'part':
      return partOf(point, reckoning);
    case 'side':
      return sideOf(point, reckoning);
    case 'weekday':
      return weekdayIn(point, reckoning);
    case 'weekend': {
      if (today === null) return null;
      const saturday = mondayOf(today) + 5;
      const start = direction !== 'coming' && direction !== 'present' && saturday > today ? saturday - 7 : saturday;
      return days(start, start + 1, 'period', false);
    }
    case 'unit':
      return today === null ? null : shifted(point.unit, point.shift, today);
    case 'away':
      if (today === null) return null;
      return around(moved(today, point.unit, point.count), point.unit);
    case 'stretch': {
      if (today === null) return null;
      const other = moved(today, point.unit, point.count);
      return days(Math.min(today, other), Math.max(today, other), 'period', false);
    }
    case 'open':
    case 'ambiguous':
      return null;
  }
}

const days = (from: number, to: number, granularity: When['granularity'], stated: boolean): Stretch => ({
  from,
  to,
  granularity,
  stated,
});

function monthsOf(
  year: number,
  first: number,
  count: number,
  granularity: When['granularity'],
  stated: boolean,
): Stretch {
  return days(dayOf(year, first, 1), dayOf(year, first + count, 1) - 1, granularity, stated);
}

/** Dates with or without their year; without, the nearest in the direction of the clause. */
function dateOf(point: Extract<Point, { is: 'date' }>, reckoning: Reckoning): Stretch | null {
  const { month, day } = point;
  const given = yearOf(point.year, reckoning.today);
  if (given !== null) {
    const stated = point.year !== null && 'stated' in point.year;
    if (month === null) return days(dayOf(given, 1, 1), dayOf(given, 12, 31), 'year', stated);
    if (day === null) return monthsOf(given, month, 1, 'month', stated);
    return day > daysIn(given, month) ? null : days(dayOf(given, month, day), dayOf(given, month, day), 'day', stated);
  }
  if (month === null || reckoning.today === null) return null;
  const length = day === null ? null : 1;
  const candidates = [-1, 0, 1].flatMap((shift) => {
    const year = civil(reckoning.today ?? 0).year + shift;
    if (day !== null && day > daysIn(year, month)) return [];
    const from = dayOf(year, month, day ?? 1);
    const to = length === 1 ? from : dayOf(year, month + 1, 1) - 1;
    return point.weekday !== null && weekdayOf(from) !== point.weekday ? [] : [{ from, to }];
  });
  const chosen = nearest(candidates, reckoning);
  return chosen === null ? null : days(chosen.from, chosen.to, day === null ? 'month' : 'day', false);
}

/** In days. */
const FAR = 270;
const NEAR = 120;

function nearest<T extends { from: number; to: number }>(
  candidates: readonly T[],
  { today, latest, direction }: Reckoning,
): T | null {
  if (today === null) return null;
  const limit = Math.max(today, latest ?? today);
  const distance = ({ from, to }: T): number => (to < today ? today - to : from > today ? from - today : 0);
  const near = (of: readonly T[]): T | null => [...of].sort((a, b) => distance(a) - distance(b))[0] ?? null;
  const closest = near(candidates);
  if (direction === 'present' || direction === null) return closest;
  const inDirection = near(candidates.filter(({ from, to }) => (direction === 'coming' ? to >= today : from <= limit)));
  // A date that lies most of a year back would carry its year: the parser took it for part of a past clause.
  if (direction === 'past' && inDirection !== null && closest !== null)
    return distance(inDirection) > FAR && distance(closest) < NEAR ? closest : inDirection;
  return inDirection ?? closest;
}

const yearOf = (ref: YearRef, today: number | null): number | null =>
  ref === null ? null : 'stated' in ref ? ref.stated : today === null ? null : civil(today).year + ref.shift;

/** The year in which a season, quarter or half starts; "last June" and "next spring" are the nearest ones that are over or to come. */
function monthsYear(
  { first, count, year }: Extract<Point, { is: 'months' }>,
  reckoning: Reckoning,
): { readonly year: number; readonly stated: boolean } | null {
  if (year !== null && 'stated' in year) return { year: year.stated, stated: true };
  const { today } = reckoning;
  if (today === null) return null;
  const thisYear = civil(today).year;
  const spans = [-2, -1, 0, 1, 2].map((shift) => {
    const { from, to } = monthsOf(thisYear + shift, first, count, 'period', false);
    return { year: thisYear + shift, from: from ?? 0, to: to ?? 0 };
  });
  const chosen =
    year === null
      ? nearest(spans, reckoning)
      : year.shift < 0
        ? spans.filter(({ to }) => to < today).at(-1)
        : year.shift > 0
          ? spans.find(({ from }) => from > today)
          : count > 1
            ? nearest(spans, reckoning)
            : spans[2];
  return chosen == null ? null : { year: chosen.year, stated: false };
}

/** Thirds of a period; of a day, the day itself. */
function partOf({ third, of }: Extract<Point, { is: 'part' }>, reckoning: Reckoning): Stretch | null {
  const whole = pointOf(of, reckoning);
  if (whole?.from == null || whole.to === null) return whole;
  const { from, to } = whole;
  if (from === to) return whole;
  const a = civil(from);
  const b = civil(to + 1);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  const cut = (ends: number): number =>
    months >= 3 && months % 3 === 0 && a.day === 1
      ? dayOf(a.year, a.month + (months * ends) / 3, 1)
      : months === 1 && a.day === 1
        ? ends === 3
          ? to + 1
          : from + 10 * ends
        : from + Math.round(((to + 1 - from) * ends) / 3);
  return { ...whole, from: cut(third - 1), to: cut(third) - 1, granularity: 'period' };
}

function sideOf({ side, of }: Extract<Point, { is: 'side' }>, reckoning: Reckoning): Stretch | null {
  const whole = pointOf(of, reckoning);
  const { today } = reckoning;
  if (whole?.from == null || whole.to === null || today === null || whole.from === whole.to) return whole;
  if (today < whole.from || today > whole.to) return whole;
  return side < 0 ? { ...whole, to: today, granularity: 'period' } : { ...whole, from: today, granularity: 'period' };
}

/**
 * A bare weekday is the latest that may have come where a past clause happened, the next one in a clause that looks ahead.
 * "last Friday" is that of the week before, "next Friday" that of the week after; at a weekend the week counts as over.
 */
function weekdayIn({ weekday, week }: Extract<Point, { is: 'weekday' }>, reckoning: Reckoning): Stretch | null {
  const { today, direction } = reckoning;
  if (today === null) return null;
  const one = (day: number): Stretch => days(day, day, 'day', false);
  const over = weekdayOf(today) >= 5 ? 7 : 0;
  if (week === -1) return one(mondayOf(today) + over - 7 + weekday);
  if (week === 1) return one(mondayOf(today) + 7 + weekday);
  if (week === 0) return one(mondayOf(today) + weekday);
  if (direction === 'coming' || direction === 'present') return one(today + ((weekday - weekdayOf(today) + 7) % 7));
  const latest = Math.max(today, reckoning.latest ?? today);
  return one(latest - ((weekdayOf(latest) - weekday + 7) % 7));
}

function moved(day: number, unit: Unit, count: number): number {
  switch (unit) {
    case 'hour':
      return day + Math.trunc(count / 24);
    case 'day':
      return day + count;
    case 'week':
    case 'weekend':
      return day + 7 * count;
    case 'fortnight':
      return day + 14 * count;
    default:
      return addMonths(day, count * MONTHS[unit]);
  }
}

const MONTHS = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };

/** The whole unit in which a day lies: two weeks ago is a week, a decade ago a year. */
function around(day: number, unit: Unit): Stretch {
  return unit === 'hour' || unit === 'day'
    ? days(day, day, 'day', false)
    : shifted(unit === 'fortnight' ? 'week' : unit === 'decade' || unit === 'century' ? 'year' : unit, 0, day);
}

function shifted(unit: Unit, shift: number, today: number): Stretch {
  const { year, month } = civil(today);
  switch (unit) {
    case 'hour':
    case 'day':
      return days(today + shift, today + shift, 'day', false);
    case 'week':
      return days(mondayOf(today) + 7 * shift, mondayOf(today) + 7 * shift + 6, 'week', false);
    case 'weekend': {
      const saturday = mondayOf(today) + 5 + 7 * shift;
      return days(saturday, saturday + 1, 'period', false);
    }
    case 'fortnight':
      return shift < 0 ? days(today - 14, today, 'period', false) : days(today, today + 14, 'period', false);
    case 'month':
      return monthsOf(year, month + shift, 1, 'month', false);
    case 'quarter':
      return monthsOf(year, Math.floor((month - 1) / 3) * 3 + 1 + 3 * shift, 3, 'quarter', false);
    case 'year':
      return days(dayOf(year + shift, 1, 1), dayOf(year + shift, 12, 31), 'year', false);
    case 'decade': {
      const from = Math.floor(year / 10) * 10 + 10 * shift;
      return days(dayOf(from, 1, 1), dayOf(from + 9, 12, 31), 'period', false);
    }
    case 'century': {
      const from = Math.floor((year - 1) / 100) * 100 + 1 + 100 * shift;
      return days(dayOf(from, 1, 1), dayOf(from + 99, 12, 31), 'period', false);
    }
  }
}
