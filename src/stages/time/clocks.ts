import { link, word, type Found } from './words.ts';
import type { Bit } from './bits.ts';
import type { Clock } from './expression.ts';
import { halfAt, zoneAt } from './clock-marks.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';

/** An hour as it is written, before the half of the day is known. */
interface Hour {
  readonly hour: number;
  readonly minute: number;
  /** Were the minutes written? */
  readonly minutes: boolean;
  /** Is it marked as an hour by more than its figures? */
  readonly marked: boolean;
  readonly half: 'am' | 'pm' | null;
}

/** What stands before an hour: a date or "at" that leads to it, a part of the day in TIMEX3's letters that tells its half. */
interface Context {
  readonly led: boolean;
  readonly part: string | null;
}

/**
 * Hours of the day: "3 p.m.", "15:30", "0830 GMT", "noon", "half past seven", "from 9 to 11 a.m.". Bare figures with a colon
 * count only where `led`, behind a date or a word such as "at"; they may be a score or a verse.
 */
export function clockAt(bits: readonly Bit[], at: number, lex: Lexicon, { led, part }: Context): Found<Clock> | null {
  if (!mayStart(bits[at], lex)) return null;
  const { calendar } = lex;
  const open = bits[at]?.lower ?? '';
  const leads = calendar.opens[open];
  const start = leads === undefined ? at : at + 1;
  const first = withHalf(hourAt(bits, start, lex), part);
  if (first === null) return null;
  const next = link(bits, first.end, leads ?? calendar.links);
  const last = next === null ? null : withHalf(hourAt(bits, next, lex), part);
  const timed = ({ what }: Found<Hour>): boolean => what.marked || (leads !== undefined && what.minutes);
  if (last !== null && (timed(first) || timed(last))) {
    const zone = zoneAt(bits, last.end, lex);
    const [from, to] = [
      { ...first.what, half: first.what.half ?? sameHalf(first.what, last.what) },
      { ...last.what, half: last.what.half ?? laterHalf(first.what, last.what) },
    ].map(written);
    return { what: { from: from ?? '', to: to ?? null, zone: zone?.what ?? null }, end: zone?.end ?? last.end };
  }
  if (leads !== undefined) return null;
  const zone = zoneAt(bits, first.end, lex);
  const before = bits[at - 1]?.lower ?? '';
  if (
    !first.what.marked &&
    zone === null &&
    !(hasMinutes(bits, at) && (led || calendar.at.includes(before) || isHour(bits, at)))
  )
    return null;
  return { what: { from: written(first.what), to: null, zone: zone?.what ?? null }, end: zone?.end ?? first.end };
}

/** "08:30", two figures and two; behind a name it may be a verse, behind "in" a length. */
const isHour = (bits: readonly Bit[], at: number): boolean =>
  /^\d\d$/.test(bits[at]?.text ?? '') && !/^\p{Lu}|^in$/u.test(bits[at - 1]?.text ?? '');

const mayStart = (bit: Bit | undefined, { calendar, hours }: Lexicon): boolean =>
  bit !== undefined &&
  (/^\d/.test(bit.text) ||
    hours.has(bit.lower) ||
    Object.hasOwn(calendar.opens, bit.lower) ||
    Object.hasOwn(calendar.numbers, bit.lower) ||
    calendar.half.includes(bit.lower) ||
    calendar.quarters.includes(bit.lower));

const hasMinutes = (bits: readonly Bit[], at: number): boolean => bits[at + 1]?.text === ':';

/** "2 to 4 p.m." is in one half of the day, "11 to 2 p.m." is not. */
const sameHalf = (first: Hour, last: Hour): Hour['half'] =>
  last.half === null || first.hour > 12
    ? null
    : first.hour % 12 <= last.hour % 12
      ? last.half
      : last.half === 'pm'
        ? 'am'
        : 'pm';

/** "11 a.m. to 3": the first 3 after it; an hour of 24 has no half. */
const laterHalf = (first: Hour, last: Hour): Hour['half'] =>
  first.half === null || last.hour > 12
    ? null
    : last.hour % 12 > first.hour % 12
      ? first.half
      : first.half === 'am'
        ? 'pm'
        : 'am';

/** The half of the day by its part, where the hour does not tell. */
function withHalf(hour: Found<Hour> | null, part: string | null): Found<Hour> | null {
  if (hour === null || part === null || hour.what.half !== null || hour.what.hour > 12) return hour;
  return { ...hour, what: { ...hour.what, half: part === 'MO' || part === 'DA' ? 'am' : 'pm', marked: true } };
}

function hourAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Hour> | null {
  const bit = bits[at];
  if (bit === undefined) return null;
  const named = lex.calendar.hours[bit.lower];
  if (named !== undefined)
    return {
      what: { hour: 12, minute: 0, minutes: false, marked: true, half: named === 0 ? 'am' : 'pm' },
      end: at + 1,
    };
  const told = pastAt(bits, at, lex) ?? figuresAt(bits, at, lex);
  if (told === null) return null;
  const { hour, minute } = told.what;
  const half = halfAt(bits, told.end, lex);
  if (half !== null && (hour < 1 || hour > 12)) return null;
  if (half !== null)
    return {
      what: { hour, minute, minutes: true, marked: true, half: half.what },
      end: phraseAt(lex.halves, bits, half.end)?.end ?? half.end,
    };
  return told;
}

/** "7", "7:30", "7.30", "7:30:15", "0830", "seven", "seven o'clock". */
function figuresAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Hour> | null {
  const { text = '', lower = '', glued = false } = bits[at] ?? {};
  if (glued && /[\p{L}\d.,:$£€¥#+/]/u.test(bits[at - 1]?.text ?? '')) return null;
  if (/^\d{4}$/.test(text)) {
    const [hour, minute] = [Number(text.slice(0, 2)), Number(text.slice(2))];
    return hour < 24 && minute < 60 && zoneAt(bits, at + 1, lex) !== null
      ? { what: { hour, minute, minutes: true, marked: true, half: null }, end: at + 1 }
      : null;
  }
  const spelled = lex.calendar.numbers[lower];
  const hour = /^\d{1,2}$/.test(text) ? Number(text) : spelled;
  if (hour === undefined || hour > 24 || lex.calendar.single.includes(lower)) return null;
  const [mark, minutes] = [bits[at + 1], bits[at + 2]];
  const figures = spelled === undefined && mark?.glued === true && /^[:.]$/.test(mark.text) && minutes?.glued === true;
  if (figures && /^[0-5]\d$/.test(minutes.text)) {
    const seconds = bits[at + 3]?.text === ':' && /^[0-5]\d$/.test(bits[at + 4]?.text ?? '') ? at + 5 : at + 3;
    if (bits[seconds]?.glued === true && /^[:%\d]/.test(bits[seconds]?.text ?? '')) return null;
    return { what: { hour, minute: Number(minutes.text), minutes: true, marked: false, half: null }, end: seconds };
  }
  const clock = phraseAt(lex.oclock, bits, at + 1);
  if (clock !== null) return { what: { hour, minute: 0, minutes: false, marked: true, half: null }, end: clock.end };
  return { what: { hour, minute: 0, minutes: false, marked: false, half: null }, end: at + 1 };
}

/** "half past seven", "a quarter to six", "twenty past five". */
function pastAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Hour> | null {
  const { calendar } = lex;
  const start = word(bits, at, calendar.single);
  const { lower = '' } = bits[start] ?? {};
  const minutes = calendar.half.includes(lower)
    ? 30
    : calendar.quarters.includes(lower)
      ? 15
      : /^[1-5]?\d$/.test(lower)
        ? Number(lower)
        : calendar.numbers[lower];
  if (minutes === undefined || (start > at && minutes !== 15)) return null;
  const unit = word(bits, start + 1, calendar.units.minute);
  const side = calendar.past.includes(bits[unit]?.lower ?? '')
    ? 1
    : calendar.to.includes(bits[unit]?.lower ?? '')
      ? -1
      : 0;
  if (side === 0 || (minutes !== 30 && minutes !== 15 && unit === start + 1 && side < 0)) return null;
  const hour = figuresAt(bits, unit + 1, lex);
  if (hour === null || hour.what.hour > 12 || hour.what.minute > 0) return null;
  const total = hour.what.hour * 60 + side * minutes;
  return {
    what: {
      hour: Math.floor(total / 60),
      minute: total % 60,
      minutes: true,
      marked: side > 0 || minutes === 30 || minutes === 15,
      half: null,
    },
    end: hour.end,
  };
}

function written({ hour, minute, half }: Hour): string {
  const shifted = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return `${String(shifted % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
