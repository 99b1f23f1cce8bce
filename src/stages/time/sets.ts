import { lengthValue } from './length-value.ts';
import { word, type Found } from './words.ts';
import { rankAt } from './nth.ts';
import { dayNumber } from './numbers.ts';
import { countAt, countedAt, countsAt } from './durations.ts';
import { SEASONS } from './timex.ts';
import type { Bit } from './bits.ts';
import { dateAt, weekdayName } from './dates.ts';
import type { Unit } from './expression.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';

/** A time that comes again, as its TIMEX3 value: "every Monday" (XXXX-WXX-1), "twice a year" (P1Y), "annual" (P1Y). */
export function setAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<string> | null {
  return (
    adverbAt(bits, at, lex) ??
    everyAt(bits, at, lex) ??
    ofEveryAt(bits, at, lex) ??
    rateAt(bits, at, lex) ??
    pluralAt(bits, at, lex)
  );
}

/** "daily", "annually"; not in a name ("the Daily Star"). */
function adverbAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<string> | null {
  const found = phraseAt(lex.sets, bits, at);
  if (found === null) return null;
  const [bit, next] = [bits[at], bits[found.end]];
  const named = /^\p{Lu}/u.test(bit?.text ?? '') && (at > 0 || /^\p{Lu}/u.test(next?.text ?? ''));
  return named ? null : { what: found.value, end: found.end };
}

/** "every two weeks", "each Monday", "every other month", "every morning", "every March". */
export function everyAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<string> | null {
  const { calendar } = lex;
  if (!calendar.every.includes(bits[at]?.lower ?? '')) return null;
  const each = dayNumber(bits, at + 1, lex) === null ? null : eachYear(bits, at + 1, lex);
  if (each !== null) return each;
  const other = word(bits, at + 1, calendar.other);
  const ordinal = /^\d+$/.test(bits[other]?.text ?? '') ? null : dayNumber(bits, other, lex);
  const count = ordinal ?? countAt(bits, other, lex) ?? { what: other > at + 1 ? 2 : 1, end: other };
  const half = calendar.half.includes(bits[count.end]?.lower ?? '') ? countedAt(bits, count.end, lex) : null;
  if (half !== null) return { what: lengthValue(half.what), end: half.end };
  const feast = count.what === 1 ? phraseAt(lex.feasts, bits, count.end) : null;
  if (feast !== null) return { what: /^\d\d-\d\d$/.test(feast.value) ? `XXXX-${feast.value}` : 'P1Y', end: feast.end };
  const part = calendar['day parts'][bits[count.end]?.lower ?? ''];
  if (part !== undefined) return { what: `T${part}`, end: count.end + 1 };
  const unit = lex.units.get(bits[count.end]?.lower ?? '');
  const dated =
    unit === 'year' && count.what === 1 ? eachYear(bits, word(bits, count.end + 1, calendar.inside), lex) : null;
  if (dated !== null) return dated;
  if (unit !== undefined) return { what: every(unit, count.what), end: count.end + 1 };
  const weekday = weekdayName(bits, count.end, lex);
  if (weekday !== null) {
    const inDay = calendar['day parts'][bits[weekday.end]?.lower ?? ''];
    const day = onWeekday(weekday.what);
    return inDay === undefined ? { what: day, end: weekday.end } : { what: `${day}T${inDay}`, end: weekday.end + 1 };
  }
  const season = SEASONS[calendar.seasons[bits[count.end]?.lower ?? ''] ?? 0];
  if (season !== undefined) return { what: `XXXX-${season}`, end: count.end + 1 };
  return eachYear(bits, count.end, lex);
}

/** "every 3 May", "every March", "every year on 3 May". */
export function eachYear(bits: readonly Bit[], at: number, lex: Lexicon): Found<string> | null {
  const date = dateAt(bits, at, lex);
  if (date?.what?.is !== 'date' || date.what.month === null || date.what.year !== null) return null;
  const parts = [date.what.month, ...(date.what.day === null ? [] : [date.what.day])];
  return { what: ['XXXX', ...parts.map((part) => String(part).padStart(2, '0'))].join('-'), end: date.end };
}

/** "the first Monday of every month": by the longer time; "the 5th of every month": XXXX-XX-05. */
function ofEveryAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<string> | null {
  const day = dayNumber(bits, word(bits, at, lex.calendar.articles), lex);
  const each = day === null ? null : everyAt(bits, word(bits, day.end, lex.calendar.of), lex);
  if (day !== null && each?.what === 'P1M')
    return { what: `XXXX-XX-${String(day.what).padStart(2, '0')}`, end: each.end };
  const rank = rankAt(bits, word(bits, at, lex.calendar.articles), lex);
  const of = rank === null ? at : word(bits, rank.end, [...lex.calendar.of, ...lex.calendar.inside]);
  return rank === null || of === rank.end ? null : everyAt(bits, of, lex);
}

/** "once a week", "15 a year", "three times per month". */
function rateAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<string> | null {
  const { calendar } = lex;
  const times = timesAt(bits, at, lex);
  const per = times ?? at;
  const again = times === null ? null : (adverbAt(bits, times, lex) ?? everyAt(bits, times, lex));
  if (again !== null) return again;
  const { lower = '' } = bits[per] ?? {};
  const unit = lex.units.get(bits[per + 1]?.lower ?? '');
  if (unit === undefined || !lex.singular.has(bits[per + 1]?.lower ?? '')) return null;
  const counts =
    times !== null ||
    calendar.per.includes(lower) ||
    (calendar.single.includes(lower) &&
      isAmount(bits[at - 1], lex) &&
      !calendar.ago.includes(bits[per + 2]?.lower ?? ''));
  if (!counts || !(calendar.per.includes(lower) || calendar.single.includes(lower) || calendar.every.includes(lower)))
    return null;
  return { what: every(unit, 1), end: per + 2 };
}

/** The bit after "once", "twice" or "three times". */
function timesAt(bits: readonly Bit[], at: number, lex: Lexicon): number | null {
  const { calendar } = lex;
  if (calendar.once.includes(bits[at]?.lower ?? '')) return at + 1;
  const count = countsAt(bits, at, lex);
  return count !== null && calendar.times.includes(bits[count.end]?.lower ?? '') ? count.end + 1 : null;
}

/** "15", "million", "barrels": what a rate counts stands before it. */
const isAmount = (bit: Bit | undefined, { calendar }: Lexicon): boolean =>
  bit !== undefined && (/^\d/.test(bit.text) || calendar.amounts.includes(bit.lower));

/** "Mondays", "on weekends". */
function pluralAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<string> | null {
  const { text = '', lower = '' } = bits[at] ?? {};
  const named = weekdayName(bits, at, lex);
  const mornings = named === null ? null : plurals(bits[named.end], lex);
  if (named !== null && mornings !== null) return { what: `${onWeekday(named.what)}T${mornings}`, end: named.end + 1 };
  if (!lower.endsWith('s') || lex.weekdays.has(lower)) return null;
  const part = plurals(bits[at], lex);
  if (part !== null) return { what: `T${part}`, end: at + 1 };
  const weekday = /^\p{Lu}/u.test(text) ? lex.weekdays.get(lower.slice(0, -1)) : undefined;
  return weekday === undefined ? null : { what: onWeekday(weekday), end: at + 1 };
}

/** The part of the day of "mornings". */
const plurals = (bit: Bit | undefined, { calendar }: Lexicon): string | null =>
  bit?.lower.endsWith('s') === true ? (calendar['day parts'][bit.lower.slice(0, -1)] ?? null) : null;

const every = (unit: Unit, count: number | null): string => lengthValue([{ unit, count, least: null }]);
const onWeekday = (weekday: number): string => `XXXX-WXX-${String(weekday + 1)}`;
