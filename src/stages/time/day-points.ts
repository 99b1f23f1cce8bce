import type { Point } from './expression.ts';

/** Is the point one day? */
export function isDay(point: Point): boolean {
  switch (point.is) {
    case 'date':
      return point.day !== null;
    case 'away':
      return point.unit === 'day';
    case 'part':
    case 'side':
    case 'clock':
      return point.of !== null && isDay(point.of);
    case 'told':
      return typeof point.what === 'number' || point.what === 'day';
    case 'nth':
      return typeof point.what === 'number' || point.what === 'day';
    default:
      return (
        point.is === 'weekday' ||
        point.is === 'beyond' ||
        point.is === 'later' ||
        point.is === 'feast' ||
        point.is === 'known'
      );
  }
}

/** The part of the day that a point tells, in TIMEX3's letters. */
export const partOf = (point: Point): string | null =>
  point.is === 'clock' && typeof point.clock === 'string' ? point.clock : null;

export const ofDay = (point: Point): Point | null => (point.is === 'clock' ? point.of : point);

/** "Monday night at 9 p.m.": the hour says more than the part of the day. */
export const inner = (point: Point): Point => (point.is === 'clock' && point.of !== null ? point.of : point);
