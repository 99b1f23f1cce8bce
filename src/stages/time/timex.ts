import { yearOf, type Reckoning } from './nearest.ts';
import { lengthValue } from './length-value.ts';
import { civil, dayOf, isoOf, mondayOf } from './days.ts';
import { endsOf } from './ends.ts';
import { TODAY, type Clock, type Expression, type Point, type YearRef } from './expression.ts';
import { pointOf } from './reckon.ts';
import type { Stretch } from './stretches.ts';

/**
 * The TIMEX3 value of an expression: "2024-03-19", "2024-W12", "2024-Q3", "P2W". A bound and a part are not in it: "since early
 * 2017" is 2017. Source: ISO-TimeML (ISO 24617-1), with the halves and seasons of TIDES.
 */
export function valueOf(expression: Expression, reckoning: Reckoning): string {
  switch (expression.is) {
    case 'bound': {
      const { bound, of } = expression;
      const isDay = bound === 'in' && of.is === 'stretch' && reckoning.direction === 'coming';
      return valueOf(isDay ? { ...of, is: 'offset', of: TODAY } : of, reckoning);
    }
    case 'part':
    case 'side':
      return valueOf(expression.of, reckoning);
    case 'range':
      return rangeValue(expression, reckoning);
    case 'duration':
    case 'stretch':
    case 'span':
      return lengthValue(expression.length);
    case 'set':
      return expression.value;
    case 'clock':
      return onDay(expression.of === null ? '' : valueOf(expression.of, reckoning), expression.clock);
    default:
      return ofPoint(expression, reckoning);
  }
}

function rangeValue(range: Extract<Expression, { is: 'range' }>, reckoning: Reckoning): string {
  const ends = endsOf(range, reckoning);
  return `${valueOf(range.from, ends.from)}/${valueOf(range.to, ends.to)}`;
}

function ofPoint(point: Point, reckoning: Reckoning): string {
  if (point.is === 'years') {
    const from = String(point.from).padStart(4, '0');
    const to = String(point.to).padStart(4, '0');
    if (point.to - point.from === 9) return from.slice(0, 3);
    return from.slice(0, 2) === to.slice(0, 2) ? from.slice(0, 2) : `${from.slice(0, 2)}/${to.slice(0, 2)}`;
  }
  if (point.is === 'fiscal') return `FY${year(point.year, reckoning)}`;
  const stretch = pointOf(point, reckoning);
  if (stretch?.from == null || stretch.to === null) return 'XXXX-XX-XX';
  const isWeekend = point.is === 'weekend' || (point.is === 'unit' && point.unit === 'weekend');
  if (isWeekend) return `${weekOf(stretch.from)}-WE`;
  if (point.is === 'months' && point.count === 6)
    return `${isoOf(stretch.from).slice(0, 4)}-H${point.first === 1 ? '1' : '2'}`;
  const season = point.is === 'months' && point.count === 3 ? SEASONS[point.first] : undefined;
  return season === undefined
    ? named(stretch, stretch.from, stretch.to)
    : `${isoOf(stretch.from).slice(0, 4)}-${season}`;
}

// Quarters start in other months.
export const SEASONS: Readonly<Record<number, string>> = { 3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI' };

/** Hours of a day, from one to the other where a stretch is told; of no day where it is empty. */
export function onDay(day: string, clock: Clock | string): string {
  if (typeof clock === 'string') return `${day}T${clock}`;
  const zone = clock.zone ?? '';
  return [clock.from, clock.to].flatMap((hour) => (hour === null ? [] : [`${day}T${hour}${zone}`])).join('/');
}

function named({ granularity }: Stretch, from: number, to: number): string {
  switch (granularity) {
    case 'day':
      return isoOf(from);
    case 'week':
      return weekOf(from);
    case 'month':
      return isoOf(from).slice(0, 7);
    case 'quarter':
      return `${isoOf(from).slice(0, 4)}-Q${String(Math.ceil(civil(from).month / 3))}`;
    case 'year':
      return isoOf(from).slice(0, 4);
    case 'period':
      return `${isoOf(from)}/${isoOf(to)}`;
  }
}

/** The ISO week of a day: the first of a year holds its fourth of January. */
function weekOf(day: number): string {
  const { year: of } = civil(mondayOf(day) + 3);
  const week = (mondayOf(day) - mondayOf(dayOf(of, 1, 4))) / 7 + 1;
  return `${String(of)}-W${String(week).padStart(2, '0')}`;
}

const year = (ref: YearRef, reckoning: Reckoning): string => String(yearOf(ref, reckoning) ?? 'XXXX');
