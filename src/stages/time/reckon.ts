import { civil, dayOf, daysIn, mondayOf, weekdayOf } from './days.ts';
import type { Point } from './expression.ts';
import { beyondFrom, nthOf, offsetFrom, spanFrom, stretchFrom, toldUnit } from './counted.ts';
import { feastOf } from './feasts.ts';
import { nearest, yearOf, type Reckoning } from './nearest.ts';
import { around, days, monthsOf, moved, shifted, type Stretch } from './stretches.ts';

/** The days of one point or stretch of time; null where nothing dates it. */
export function pointOf(point: Point, reckoning: Reckoning): Stretch | null {
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
    case 'later': {
      const day = pointOf(point.of, { ...reckoning, direction: 'coming' })?.from ?? null;
      return day === null ? null : days(day + point.days, day + point.days, 'day', false);
    }
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
    case 'stretch':
      return today === null ? null : stretchFrom(point, today);
    case 'span':
      return spanFrom(point, reckoning);
    case 'beyond':
      return beyondFrom(point, reckoning);
    case 'offset':
      return offsetFrom(point, reckoning);
    case 'told':
      return toldUnit(point, reckoning);
    case 'nth':
      return nthOf(point, reckoning);
    case 'around': {
      const day = pointOf(point.of, reckoning);
      return day?.from == null ? null : { ...shifted(point.unit, 0, day.from), stated: day.stated };
    }
    case 'feast':
      return feastOf(point, reckoning);
    case 'clock':
      return point.of === null ? null : pointOf(point.of, reckoning);
    case 'fiscal':
    case 'ambiguous':
      return null;
  }
}

/** Dates with or without their year; without, the nearest in the direction of the clause. */
function dateOf(point: Extract<Point, { is: 'date' }>, reckoning: Reckoning): Stretch | null {
  const { month, day } = point;
  if (month === null && day !== null) return dayInMonth(day, point.weekday, reckoning);
  const given = yearOf(point.year, reckoning);
  if (given === null && point.year !== null) return null;
  if (given !== null) {
    const stated = point.year !== null && 'stated' in point.year;
    if (month === null) return days(dayOf(given, 1, 1), dayOf(given, 12, 31), 'year', stated);
    if (day === null) return monthsOf(given, month, 1, 'month', stated);
    return day > daysIn(given, month) ? null : days(dayOf(given, month, day), dayOf(given, month, day), 'day', stated);
  }
  if (month === null || reckoning.today === null) return null;
  const length = day === null ? null : 1;
  // 29 February is up to eight years away.
  const years = month === 2 && day === 29 ? LEAP_YEARS : [-1, 0, 1];
  const candidates = years.flatMap((shift) => {
    const year = civil(reckoning.today ?? 0).year + shift;
    if (day !== null && day > daysIn(year, month)) return [];
    const from = dayOf(year, month, day ?? 1);
    const to = length === 1 ? from : dayOf(year, month + 1, 1) - 1;
    return point.weekday !== null && weekdayOf(from) !== point.weekday ? [] : [{ from, to }];
  });
  // No year near has such a weekday: the writer erred in it.
  if (candidates.length === 0 && point.weekday !== null) return dateOf({ ...point, weekday: null }, reckoning);
  const chosen = nearest(candidates, reckoning);
  return chosen === null ? null : days(chosen.from, chosen.to, day === null ? 'month' : 'day', false);
}

const LEAP_YEARS = Array.from({ length: 17 }, (_, at) => at - 8);

/** "Friday the 22nd": the nearest such day. */
function dayInMonth(day: number, weekday: number | null, reckoning: Reckoning): Stretch | null {
  if (reckoning.today === null) return null;
  const now = civil(reckoning.today);
  const candidates = Array.from({ length: 25 }, (_, at) => at - 12).flatMap((shift) => {
    const first = civil(dayOf(now.year, now.month + shift, 1));
    if (day > daysIn(first.year, first.month)) return [];
    const one = dayOf(first.year, first.month, day);
    return weekday !== null && weekdayOf(one) !== weekday ? [] : [{ from: one, to: one }];
  });
  const chosen = nearest(candidates, reckoning);
  return chosen === null ? null : days(chosen.from, chosen.to, 'day', false);
}

/** The year in which a season, quarter or half starts; "last June" and "next spring" are the nearest ones that are over or to come. */
function monthsYear(
  { first, count, year }: Extract<Point, { is: 'months' }>,
  reckoning: Reckoning,
): { readonly year: number; readonly stated: boolean } | null {
  const { today } = reckoning;
  if (year !== null && !('nearest' in year)) {
    const given = yearOf(year, reckoning);
    return given === null ? null : { year: given, stated: 'stated' in year };
  }
  if (today === null) return null;
  const thisYear = civil(today).year;
  const spans = [-2, -1, 0, 1, 2].map((shift) => {
    const { from, to } = monthsOf(thisYear + shift, first, count, 'period', false);
    return { year: thisYear + shift, from: from ?? 0, to: to ?? 0 };
  });
  const side = year?.nearest ?? null;
  if (side === null || (side === 0 && count > 1)) return found(nearest(spans, reckoning));
  if (side === 0) return found(spans[2]);
  return found(side < 0 ? spans.filter(({ to }) => to < today).at(-1) : spans.find(({ from }) => from > today));
}

const found = (
  span: { readonly year: number } | null | undefined,
): { readonly year: number; readonly stated: boolean } | null =>
  span == null ? null : { year: span.year, stated: false };

/** Thirds of a period; of a day, the day itself. */
function partOf({ third, until, of }: Extract<Point, { is: 'part' }>, reckoning: Reckoning): Stretch | null {
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
  return { ...whole, from: cut(third - 1), to: cut(until) - 1, granularity: 'period' };
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
  if (week === 'past') return one(today - (((weekdayOf(today) - weekday + 6) % 7) + 1));
  if (week === 'coming') return one(today + (((weekday - weekdayOf(today) + 6) % 7) + 1));
  if (week === -1) return one(mondayOf(today) + over - 7 + weekday);
  if (week !== null) return one(mondayOf(today) + 7 * week + weekday);
  if (direction === 'coming' || direction === 'present') return one(today + ((weekday - weekdayOf(today) + 7) % 7));
  const latest = Math.max(today, reckoning.latest ?? today);
  return one(latest - ((weekdayOf(latest) - weekday + 7) % 7));
}
