import type { Language } from '../languages/language.ts';

/** A date of publication as ISO 8601, a year alone, or nothing that can be told. */
export type PublishedDate =
  | { readonly kind: 'date'; readonly iso: string }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'day'; readonly month: number; readonly day: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'none' };

/**
 * Reads a date as sources write it: ISO 8601 with or without time, "18 March 2024", "March 18, 2024", "Mon, 18 Mar 2024
 * 10:00:00 GMT", "25/12/2024". Days that do not exist give none; "10/11/2025" is ambiguous; a day without its year is
 * given as such. Month names come from the language.
 */
export function publishedDate(words: string, calendar: Language['calendar']): PublishedDate {
  const text = words.trim().slice(0, 60);
  const iso =
    /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?<time>[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?Z| ?[-+]\d{2}:?\d{2})?)?(?=$|[\s,;)|])/.exec(
      text,
    )?.groups;
  if (iso !== undefined) {
    const { year = '', month = '', day = '', time = '' } = iso;
    if (!exists(+year, +month, +day) || +time.slice(1, 3) > 24) return NONE;
    return { kind: 'date', iso: `${year}-${month}-${day}${time === '' ? '' : `T${time.slice(1).replace(' ', '')}`}` };
  }
  const compact = /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?=$|T)/.exec(text)?.groups;
  if (compact !== undefined) return dateOf(+(compact['year'] ?? 0), +(compact['month'] ?? 0), +(compact['day'] ?? 0));
  const slashed = /^(?<a>\d{1,4})[/.](?<b>\d{1,2})[/.](?<c>\d{4}|\d{1,2})(?=$|[\s,])/.exec(text)?.groups;
  if (slashed !== undefined) return fromFigures(+(slashed['a'] ?? 0), +(slashed['b'] ?? 0), +(slashed['c'] ?? 0));
  if (/^\d{4}$/.test(text)) return { kind: 'year', year: +text };
  return fromWords(text, calendar);
}

function fromFigures(a: number, b: number, c: number): PublishedDate {
  if (a > 999) return dateOf(a, b, c);
  if (c < 1000) return { kind: 'ambiguous' };
  if (a > 12) return dateOf(c, b, a);
  if (b > 12) return dateOf(c, a, b);
  return a === b ? dateOf(c, a, b) : { kind: 'ambiguous' };
}

function fromWords(text: string, { months }: Language['calendar']): PublishedDate {
  let month: number | null = null;
  let day: number | null = null;
  let year: number | null = null;
  for (const word of text
    .toLowerCase()
    .split(/[\s,]+/)
    .slice(0, 8)) {
    const figure = /^(?<digits>\d{1,4})(?:st|nd|rd|th)?\.?$/.exec(word)?.groups?.['digits'];
    if (figure !== undefined && figure.length === 4) year ??= +figure;
    else if (figure !== undefined && figure.length < 3) day ??= +figure;
    else {
      const named = months.findIndex((names) => names.includes(word.replace(/\.$/, '')));
      if (named >= 0) month ??= named + 1;
    }
  }
  if (month === null || day === null) return NONE;
  if (year !== null) return dateOf(year, month, day);
  return exists(2000, month, day) ? { kind: 'day', month, day } : NONE;
}

const NONE: PublishedDate = { kind: 'none' };

export const dateOf = (year: number, month: number, day: number): PublishedDate =>
  exists(year, month, day)
    ? {
        kind: 'date',
        iso: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      }
    : NONE;

/** Newspapers began in the seventeenth century, and this program does not outlive the twenty-first. */
export const isLikely = (iso: string): boolean => iso >= '1600' && iso < '2100';

function exists(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days && year > 0;
}
