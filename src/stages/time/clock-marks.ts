import type { Bit } from './bits.ts';
import { phraseAt, type Lexicon } from './lexicon.ts';
import type { Found } from './words.ts';

/** "p.m.", "am", "in the morning", "at night", which has hours of both halves. */
export function halfAt(bits: readonly Bit[], at: number, lex: Lexicon, hour: number): Found<'am' | 'pm'> | null {
  const [first, dot, last] = bits.slice(at, at + 3);
  const letters = first?.lower === 'am' || first?.lower === 'pm' ? first.lower : null;
  if (letters !== null) return { what: letters, end: at + 1 };
  if ((first?.lower === 'a' || first?.lower === 'p') && dot?.text === '.' && dot.glued && last?.lower === 'm')
    return {
      what: first.lower === 'a' ? 'am' : 'pm',
      end: bits[at + 3]?.text === '.' && bits[at + 3]?.glued === true ? at + 4 : at + 3,
    };
  const inside = phraseAt(lex.halves, bits, at);
  if (inside === null) return null;
  const night = hour % 12 < NIGHT_ENDS ? 'am' : 'pm';
  return { what: inside.value === 'night' ? night : inside.value, end: inside.end };
}

/** "two at night" is in the morning, "eight at night" in the evening. */
const NIGHT_ENDS = 6;

/** "GMT", "EDT", "local time", "(GMT+8)", "UTC-05:00"; minutes of the offset are left to the ISO form. */
export function zoneAt(bits: readonly Bit[], at: number, lex: Lexicon): Found<string> | null {
  const open = bits[at]?.text === '(' ? at + 1 : at;
  const name = phraseAt(lex.zones, bits, open);
  if (name === null) return null;
  if (!/^\p{Lu}+$/u.test(bits[open]?.text ?? '') && name.value !== '') return null;
  const sign = bits[name.end];
  const hours = bits[name.end + 1];
  const offset =
    sign !== undefined && /^[+-]$|^−$/.test(sign.text) && /^\d{1,2}$/.test(hours?.text ?? '')
      ? { value: `${sign.text === '+' ? '+' : '-'}${(hours?.text ?? '').padStart(2, '0')}:00`, end: name.end + 2 }
      : name;
  const end = open > at && bits[offset.end]?.text === ')' ? offset.end + 1 : offset.end;
  return open > at && end === offset.end ? null : { what: offset.value, end };
}
