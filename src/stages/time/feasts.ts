import { nearest, yearOf, type Reckoning } from './nearest.ts';
import { civil, dayOf, easterOf, weekdayOf } from './days.ts';
import type { Point } from './expression.ts';
import { days, type Stretch } from './stretches.ts';

/** The day of a feast in the year that the words give, or else the nearest in the direction of the clause. */
export function feastOf({ on, year }: Extract<Point, { is: 'feast' }>, reckoning: Reckoning): Stretch | null {
  const side = year !== null && 'nearest' in year ? year.nearest : 0;
  const given = year === null || 'nearest' in year ? null : yearOf(year, reckoning);
  const stated = year !== null && 'stated' in year;
  if (given !== null) {
    const day = feastDay(on, given);
    return days(day, day, 'day', stated);
  }
  if (reckoning.today === null) return null;
  const now = civil(reckoning.today).year;
  const candidates = [now - 1, now, now + 1].map((one) => ({ from: feastDay(on, one), to: feastDay(on, one) }));
  const { today } = reckoning;
  const chosen =
    side < 0
      ? candidates.findLast(({ to }) => to < today)
      : side > 0
        ? candidates.find(({ from }) => from > today)
        : nearest(candidates, reckoning);
  return chosen == null ? null : days(chosen.from, chosen.to, 'day', false);
}

/** Catches "12-25", "11-WXX-4-4", "easter-2". */
const FEAST = /^(?:(?<month>\d\d)-(?:(?<day>\d\d)|WXX-(?<weekday>\d)-(?<nth>[\dL]))|easter(?<from>[+-]\d+))$/;

function feastDay(on: string, year: number): number {
  const { month, day, weekday, nth, from } = FEAST.exec(on)?.groups ?? {};
  if (from !== undefined) return easterOf(year) + Number(from);
  if (day !== undefined) return dayOf(year, Number(month), Number(day));
  if (nth === 'L') {
    const last = dayOf(year, Number(month) + 1, 1) - 1;
    return last - ((weekdayOf(last) - Number(weekday) + 8) % 7);
  }
  const first = dayOf(year, Number(month), 1);
  return first + ((Number(weekday) - 1 - weekdayOf(first) + 7) % 7) + 7 * (Number(nth) - 1);
}
