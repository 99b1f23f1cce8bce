import { link, word, type Found } from './words.ts';
import { tensAt } from './numbers.ts';
import type { Bit } from './bits.ts';
import { laterHalf, sameHalf, type Hour } from './hours.ts';
import type { Clock } from './expression.ts';
import { halfAt, zoneAt } from './clock-marks.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';

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
  const colons = [start, next ?? start].every((place) => bits[place + 1]?.text === ':');
  if (last !== null && (timed(first) || timed(last) || (colons && last.what.minutes))) {
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
    !(
      first.what.minutes &&
      bits[at + 1]?.text !== '.' &&
      (led || calendar.at.includes(before) || isBound(before, lex) || isHour(bits, at))
    )
  )
    return null;
  return { what: { from: written(first.what), to: null, zone: zone?.what ?? null }, end: zone?.end ?? first.end };
}

/** "after 2:30", but not "in 2:30". */
const isBound = (lower: string, { calendar }: Lexicon): boolean => {
  const bound = calendar.bounds[lower];
  return bound !== undefined && bound !== 'in' && bound !== 'within';
};

/** "08:30", two figures and two; behind a name it may be a verse, behind "in" a length. */
const isHour = (bits: readonly Bit[], at: number): boolean =>
  bits[at + 1]?.text === ':' && /^\d\d$/.test(bits[at]?.text ?? '') && !/^\p{Lu}|^in$/u.test(bits[at - 1]?.text ?? '');

const mayStart = (bit: Bit | undefined, { calendar, hours }: Lexicon): boolean =>
  bit !== undefined &&
  (/^\d/.test(bit.text) ||
    hours.has(bit.lower) ||
    Object.hasOwn(calendar.opens, bit.lower) ||
    Object.hasOwn(calendar.numbers, bit.lower) ||
    calendar.half.includes(bit.lower) ||
    calendar.quarters.includes(bit.lower));

/** The half of the day by its part, where the hour does not tell. */
function withHalf(hour: Found<Hour> | null, part: string | null): Found<Hour> | null {
  if (hour === null || part === null || hour.what.half !== null || hour.what.hour > 12) return hour;
  return { ...hour, what: { ...hour.what, half: part === 'MO' || part === 'DA' ? 'am' : 'pm', marked: true } };
}

function hourAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Hour> | null {
  const bit = bits[at];
  if (bit === undefined) return null;
  const named = namedHour(bits, at, lex);
  if (named !== null) return named;
  const told = pastAt(bits, at, lex) ?? figuresAt(bits, at, lex);
  if (told === null || told.what.half !== null) return told;
  const { hour, minute } = told.what;
  const half = halfAt(bits, told.end, lex, hour);
  if (half !== null && hour > 12) return null;
  if (half !== null)
    return {
      what: { hour, minute, minutes: true, marked: true, half: half.what },
      end: phraseAt(lex.halves, bits, half.end)?.end ?? half.end,
    };
  return told;
}

/** "noon", "midnight". */
function namedHour(bits: readonly Bit[], at: number, { calendar }: Lexicon): Found<Hour> | null {
  const hour = calendar.hours[bits[at]?.lower ?? ''];
  return hour === undefined
    ? null
    : {
        what: { hour: 12, minute: 0, minutes: false, marked: true, half: hour === 0 ? 'am' : 'pm' },
        end: at + 1,
      };
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
  const spoken = spelled === undefined || hour > 12 ? null : minutesInWords(bits, at + 1, lex);
  if (spoken !== null)
    return { what: { hour, minute: spoken.what, minutes: true, marked: false, half: null }, end: spoken.end };
  const clock = phraseAt(lex.oclock, bits, at + 1);
  if (clock !== null) return { what: { hour, minute: 0, minutes: false, marked: true, half: null }, end: clock.end };
  return { what: { hour, minute: 0, minutes: false, marked: false, half: null }, end: at + 1 };
}

/** "thirty" of "seven thirty", "oh five"; a bare unit counts what follows. */
function minutesInWords(bits: readonly Bit[], at: number, lex: Lexicon): Found<number> | null {
  const dash = bits[at]?.text === '-' ? at + 1 : at;
  const zero = word(bits, dash, lex.calendar.zero);
  const minutes = tensAt(bits, zero, lex);
  if (minutes === null || minutes.what >= 60) return null;
  return minutes.what < 10 === zero > dash ? minutes : null;
}

/** "half past seven", "a quarter to six", "twenty past five". */
function pastAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<Hour> | null {
  const { calendar } = lex;
  if (bits[at]?.glued === true && bits[at - 1]?.text === ':') return null;
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
  const dash = bits[start + 1]?.text === '-' ? start + 2 : start + 1;
  const unit = word(bits, dash, calendar.units.minute);
  const side = calendar.past.includes(bits[unit]?.lower ?? '')
    ? 1
    : calendar.to.includes(bits[unit]?.lower ?? '')
      ? -1
      : 0;
  const sure = minutes === 30 || minutes === 15 || unit > dash;
  if (side === 0 || (!sure && side < 0)) return null;
  const hour = namedHour(bits, unit + 1, lex) ?? figuresAt(bits, unit + 1, lex);
  if (hour === null || hour.what.hour > 12 || hour.what.minute > 0) return null;
  const named = hour.what.half;
  const total = (hour.what.hour % (named === 'am' ? 12 : 24)) * 60 + side * minutes + 24 * 60;
  return {
    what: {
      hour: named === null ? Math.floor(total / 60) % 24 : Math.floor(total / 60) % 12 || 12,
      minute: total % 60,
      minutes: true,
      marked: side > 0 || sure,
      half: named === null || side > 0 ? named : named === 'am' ? 'pm' : 'am',
    },
    end: hour.end,
  };
}

function written({ hour, minute, half }: Hour): string {
  const shifted = half === null ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return `${String(shifted % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
