/** An hour as it is written, before the half of the day is known. */
export interface Hour {
  readonly hour: number;
  readonly minute: number;
  /** Were the minutes written? */
  readonly minutes: boolean;
  /** Is it marked as an hour by more than its figures? */
  readonly marked: boolean;
  readonly half: 'am' | 'pm' | null;
}

/** "2 to 4 p.m." is in one half of the day, "11 to 2 p.m." and "2:30 to 2:15 p.m." are not. */
export const sameHalf = (first: Hour, last: Hour): Hour['half'] =>
  last.half === null || first.hour > 12
    ? null
    : minuteOf(first) < minuteOf(last)
      ? last.half
      : last.half === 'pm'
        ? 'am'
        : 'pm';

/** "11 a.m. to 3": the first 3 after it; an hour of 24 has no half. */
export const laterHalf = (first: Hour, last: Hour): Hour['half'] =>
  first.half === null || last.hour > 12
    ? null
    : minuteOf(last) > minuteOf(first)
      ? first.half
      : first.half === 'am'
        ? 'pm'
        : 'am';

/** Within a half of the day. */
const minuteOf = ({ hour, minute }: Hour): number => (hour % 12) * 60 + minute;
