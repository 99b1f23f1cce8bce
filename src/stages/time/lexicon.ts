import type { Language } from '../../languages/language.ts';
import type { Bit } from './bits.ts';
import type { BoundWord, Unit } from './expression.ts';
import { dayOf } from './days.ts';

/** The calendar's words, indexed by how they are looked up. */
export interface Lexicon {
  readonly calendar: Language['calendar'];
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly bounds: Phrases<BoundWord>;
  readonly hence: Phrases<true>;
  readonly names: Phrases<true>;
  readonly counted: ReadonlySet<string>;
  /** Days by their own name: a whole day's number, or month and day. */
  readonly known: Phrases<number>;
  readonly feasts: Phrases<readonly [month: number, day: number]>;
}

/** Phrases by their first word, the longest first. */
export type Phrases<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;

export function lexiconOf(calendar: Language['calendar']): Lexicon {
  return {
    calendar,
    months: numbered(calendar.months, 1),
    weekdays: numbered(calendar.weekdays, 0),
    units: new Map(
      Object.entries(calendar.units).flatMap(([unit, words]) => words.map((word) => [word, unit as Unit] as const)),
    ),
    bounds: phrases(Object.entries(calendar.bounds)),
    hence: phrases(calendar.hence.map((words) => [words, true])),
    counted: new Set(calendar.numbered),
    names: phrases(calendar.names.map((words) => [words, true])),
    known: phrases(calendar.known.map(({ words, on }) => [words, dayNumber(on)])),
    feasts: phrases(
      Object.entries(calendar.feasts).map(([words, on]) => {
        const [month = 1, day = 1] = on.split('-').map(Number);
        return [words, [month, day] as const];
      }),
    ),
  };
}

const numbered = (lists: readonly (readonly string[])[], first: number): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((words, at) => words.map((word) => [word, at + first] as const)));

function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return dayOf(year, month, day);
}

function phrases<T>(entries: readonly (readonly [string, T])[]): Phrases<T> {
  const found = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of entries) {
    const words = phrase.match(/\d+|\p{L}+|['’]\p{L}+|\S/gu) ?? [];
    const list = found.get(words[0] ?? '') ?? [];
    list.push({ words, value });
    found.set(words[0] ?? '', list);
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** The longest phrase that stands at a bit, and the bit after it. */
export function phraseAt<T>(
  known: Phrases<T>,
  bits: readonly Bit[],
  at: number,
): { readonly value: T; readonly end: number } | null {
  for (const { words, value } of known.get(bits[at]?.lower ?? '') ?? []) {
    let end = at;
    const all = words.every((word) => {
      if (bits[end]?.lower === '.' && bits[end]?.glued === true) end += 1;
      return bits[end++]?.lower === word;
    });
    if (all) return { value, end };
  }
  return null;
}
