import type { Calendar } from '../../knowledge/calendar.ts';

export type Unit = keyof Calendar['units'];
export type BoundWord = Calendar['bounds'][string];

/** A year as the words give it: written out, counted from this one, or from the one told before ("of that year"). */
export type YearRef = { readonly stated: number } | { readonly shift: number } | { readonly told: number } | null;

/**
 * A length of time, its greater units first; the count is null where the words leave it open ("several years"), `least` is the
 * lesser of two ("two to three years") or null.
 */
export type Length = readonly LengthPart[];

export interface LengthPart {
  readonly unit: Unit;
  readonly count: number | null;
  readonly least: number | null;
}

/** Hours as "15:00" in the zone that the words name ("Z", "+08:00"), `to` where a stretch is told. */
export interface Clock {
  readonly from: string;
  readonly to: string | null;
  readonly zone: string | null;
}

/** A stretch of time as the words say it, before anything resolves it. */
export type Point =
  /** With a day alone ("Friday the 22nd") the month is the nearest that has it. */
  | {
      readonly is: 'date';
      readonly year: YearRef;
      readonly month: number | null;
      readonly day: number | null;
      readonly weekday: number | null;
    }
  /** 10/11/2025, which Americans and others read apart: the two days that it may be. */
  | { readonly is: 'ambiguous'; readonly days: readonly [number, number] }
  /** `week` counts from this one; null for the bare name of the day, `past` and `coming` for the nearest on that side of today. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly week: number | 'past' | 'coming' | null }
  /** "last month", "this year". */
  | { readonly is: 'unit'; readonly unit: Unit; readonly shift: number }
  /** "the weekend", without telling which. */
  | { readonly is: 'weekend' }
  /** "today" (0), "two weeks ago" (-2 weeks). */
  | { readonly is: 'away'; readonly unit: Unit; readonly count: number }
  /** "the last three months" (-1), "the next two years" (1): a stretch that touches today; open beyond where the count is. */
  | { readonly is: 'stretch'; readonly side: number; readonly length: Length }
  /** "two days before Christmas" (-1), "a week later" (1, of nothing but what was told before). */
  | { readonly is: 'offset'; readonly side: number; readonly length: Length; readonly of: Point | null }
  /**
   * "for three months from 1 June", "the two weeks after Easter" (1), "the year to March", "the days before the 5th" (-1): a
   * length that begins or ends with a day; `beside` where that day is not of it.
   */
  | {
      readonly is: 'span';
      readonly side: number;
      readonly beside: boolean;
      readonly length: Length;
      readonly of: Point;
    }
  /** "the following year" (1), "the same day" (0), "the following Monday": reckoned from the day told before. */
  | { readonly is: 'told'; readonly what: number | Unit; readonly shift: number }
  /** Some months of a year: a season, a quarter, a half; `nearest` is "last summer" (-1), "this summer", "next June". */
  | {
      readonly is: 'months';
      readonly first: number;
      readonly count: number;
      readonly year: YearRef | { readonly nearest: number };
    }
  /** A decade or century, which begin with the year that ends in noughts, as TIMEX3 and common use have it; both years inside. */
  | { readonly is: 'years'; readonly from: number; readonly to: number }
  /** "early June", "the end of the year": the first, second or third third; `until` a later one in "early to mid-June". */
  | { readonly is: 'part'; readonly third: number; readonly until: number; readonly of: Point }
  /** "earlier this week" (-1), "later this year" (1). */
  | { readonly is: 'side'; readonly side: number; readonly of: Point }
  /** "the first Monday of September", "the last week of 2019" (-1), "the first nine months of 2019" (a count of 9). */
  | {
      readonly is: 'nth';
      readonly nth: number;
      readonly count: number;
      readonly what: number | Unit | 'half';
      readonly of: Point;
    }
  /** "the Monday before Easter" (-1), "three Fridays from now" (3): so many of that weekday away. */
  | { readonly is: 'beyond'; readonly weekday: number; readonly count: number; readonly of: Point }
  /** "the week of 5 March". */
  | { readonly is: 'around'; readonly unit: Unit; readonly of: Point }
  /** "Friday week": so many days after a day to come. */
  | { readonly is: 'later'; readonly days: number; readonly of: Point }
  /** A day that comes each year: "12-25", "11-WXX-4-4" (the fourth Thursday), "easter-2". */
  | { readonly is: 'feast'; readonly on: string; readonly year: YearRef | { readonly nearest: number } }
  | { readonly is: 'known'; readonly day: number }
  /** Hours, or a part of the day in TIMEX3's letters ("MO"), on a day; null where the words name none. */
  | { readonly is: 'clock'; readonly clock: Clock | string; readonly of: Point | null }
  /** A year of accounts, which only knowledge from elsewhere dates: "fiscal 2024". */
  | { readonly is: 'fiscal'; readonly year: YearRef };

export const TODAY: Point = { is: 'away', unit: 'day', count: 0 };

export type Expression =
  | Point
  | { readonly is: 'range'; readonly from: Point; readonly to: Point }
  | { readonly is: 'bound'; readonly bound: BoundWord; readonly of: Point }
  | { readonly is: 'duration'; readonly length: Length }
  /** What comes again, as its TIMEX3 value. */
  | { readonly is: 'set'; readonly value: string };

/** A time expression over bits `[start, end)`. */
export interface Recognised {
  readonly expression: Expression;
  readonly start: number;
  readonly end: number;
}
