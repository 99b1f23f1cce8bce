import type { When } from '../../document/claim.ts';
import { addMonths, civil, dayOf, mondayOf } from './days.ts';
import type { Unit } from './expression.ts';

/** Days from one to another, as in days.ts; null where an end is open. `stated`: written out, needing no report's date. */
export interface Stretch {
  readonly from: number | null;
  readonly to: number | null;
  readonly granularity: When['granularity'];
  readonly stated: boolean;
}

export const days = (
  from: number | null,
  to: number | null,
  granularity: When['granularity'],
  stated: boolean,
): Stretch => ({
  from,
  to,
  granularity,
  stated,
});

export function monthsOf(
  year: number,
  first: number,
  count: number,
  granularity: When['granularity'],
  stated: boolean,
): Stretch {
  return days(dayOf(year, first, 1), dayOf(year, first + count, 1) - 1, granularity, stated);
}

/** A day some units on. */
export function moved(day: number, unit: Unit, count: number): number {
  switch (unit) {
    case 'second':
    case 'minute':
      return day;
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
export function around(day: number, unit: Unit): Stretch {
  return unit === 'second' || unit === 'minute' || unit === 'hour' || unit === 'day'
    ? days(day, day, 'day', false)
    : shifted(unit === 'fortnight' ? 'week' : unit === 'decade' || unit === 'century' ? 'year' : unit, 0, day);
}

/** The unit that lies so many units from today's. */
export function shifted(unit: Unit, shift: number, today: number): Stretch {
  const { year, month } = civil(today);
  switch (unit) {
    case 'second':
    case 'minute':
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
      const from = Math.floor(year / 100) * 100 + 100 * shift;
      return days(dayOf(from, 1, 1), dayOf(from + 99, 12, 31), 'period', false);
    }
  }
}
