import type { Calendar } from '../../knowledge/calendar.ts';

export type Unit = keyof Calendar['units'];
export type BoundWord = Calendar['bounds'][string];

/** A year as the words give it: written out, or counted from this one. */
export type YearRef = { readonly stated: number } | { readonly shift: number } | null;

/** A stretch of time as the words say it, before anything resolves it. */
export type Point =
  | {
      readonly is: 'date';
      readonly year: YearRef;
      readonly month: number | null;
      readonly day: number | null;
      readonly weekday: number | null;
    }
  /** 10/11/2025, which Americans and others read apart: the two days that it may be. */
  | { readonly is: 'ambiguous'; readonly days: readonly [number, number] }
  /** `week` counts from this one; null for the bare name of the day. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly week: number | null }
  /** "last month", "this year". */
  | { readonly is: 'unit'; readonly unit: Unit; readonly shift: number }
  /** "the weekend", without telling which. */
  | { readonly is: 'weekend' }
  /** "today" (0), "two weeks ago" (-2 weeks). */
  | { readonly is: 'away'; readonly unit: Unit; readonly count: number }
  /** "the last three months" (-3), "the next two years" (2): a stretch that touches today. */
  | { readonly is: 'stretch'; readonly unit: Unit; readonly count: number }
  /** Some months of a year: a season, a quarter, a half. */
  | { readonly is: 'months'; readonly first: number; readonly count: number; readonly year: YearRef }
  /** A decade or century, both years inside. */
  | { readonly is: 'years'; readonly from: number; readonly to: number }
  /** "early June", "the end of the year": the first, second or third third. */
  | { readonly is: 'part'; readonly third: number; readonly of: Point }
  /** "earlier this week" (-1), "later this year" (1). */
  | { readonly is: 'side'; readonly side: number; readonly of: Point }
  /** "Friday week": so many days after a day to come. */
  | { readonly is: 'later'; readonly days: number; readonly of: Point }
  | { readonly is: 'known'; readonly day: number }
  /** A time that only knowledge from elsewhere dates: "fiscal 2024". */
  | { readonly is: 'open' };

export type Expression =
  | Point
  | { readonly is: 'range'; readonly from: Point; readonly to: Point }
  | { readonly is: 'bound'; readonly bound: BoundWord; readonly of: Point };
