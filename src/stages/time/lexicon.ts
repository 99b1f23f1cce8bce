import type { Language } from '../../languages/language.ts';
import type { Bit } from './bits.ts';
import type { BoundWord, Unit } from './expression.ts';
import { numberOf } from './days.ts';

/** The calendar's words, indexed by how they are looked up. */
export interface Lexicon {
  readonly calendar: Language['calendar'];
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  /** Units of which there is one. */
  readonly singular: ReadonlySet<string>;
  readonly bounds: Phrases<BoundWord>;
  /** Between a bound and its time: "since at least". */
  readonly hedges: Phrases<true>;
  /** "less than" (-1), "more than" (1). */
  readonly compared: Phrases<number>;
  readonly toCome: Phrases<true>;
  readonly now: Phrases<true>;
  readonly openEnds: Phrases<BoundWord>;
  readonly hence: Phrases<true>;
  readonly names: Phrases<true>;
  readonly oclock: Phrases<true>;
  readonly halves: Phrases<'am' | 'pm' | 'night'>;
  readonly zones: Phrases<string>;
  /** TIMEX3 values of words for what comes again. */
  readonly sets: Phrases<string>;
  readonly hours: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  /** Days by their own name. */
  readonly known: Phrases<number>;
  readonly feasts: Phrases<string>;
  /** Words with which an expression may begin; figures may too. */
  readonly starts: ReadonlySet<string>;
  /** Words of which every expression without figures holds one. */
  readonly cores: ReadonlySet<string>;
  /** What may stand behind a word that leads to a time, beside those with which an expression may begin. */
  readonly follows: ReadonlySet<string>;
}

/** Phrases by their first word, the longest first. */
export type Phrases<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;

export function lexiconOf(words: Language['calendar']): Lexicon {
  const calendar = bare(words);
  const known = calendar.known.map(({ words: name, on }) => [name, numberOf(on)] as const);
  const units = Object.entries(calendar.units).flatMap(([unit, names]) =>
    names.map((name) => [name, unit as Unit] as const),
  );
  return {
    calendar,
    months: numbered(calendar.months, 1),
    weekdays: numbered(calendar.weekdays, 0),
    units: new Map(units),
    singular: new Set(Object.values(calendar.units).flatMap((names) => names.filter((_, at) => at % 2 === 0))),
    hedges: phrases(calendar.hedges.map((name) => [name, true])),
    compared: phrases(Object.entries(calendar.compared)),
    toCome: phrases(calendar['to come'].map((name) => [name, true])),
    bounds: phrases(Object.entries(calendar.bounds)),
    now: phrases(calendar.now.map((name) => [name, true])),
    openEnds: phrases(Object.entries(calendar['open ends'])),
    hence: phrases(calendar.hence.map((name) => [name, true])),
    counted: new Set(calendar.numbered),
    names: phrases(calendar.names.map((name) => [name, true])),
    oclock: phrases(calendar["o'clock"].map((name) => [name, true])),
    halves: phrases(Object.entries(calendar['halves of the day'])),
    zones: phrases(Object.entries(calendar.zones)),
    sets: phrases(Object.entries(calendar.sets)),
    hours: new Set(Object.keys(calendar.hours)),
    known: phrases(known),
    feasts: phrases(Object.entries(calendar.feasts)),
    starts: startsOf(calendar, units),
    cores: coresOf(calendar, units),
    follows: followsOf(calendar),
  };
}

/** The records without what every object has, so that "constructor" in a text is no word of them. */
const bare = (calendar: Language['calendar']): Language['calendar'] =>
  Object.fromEntries(
    Object.entries(calendar).map(([key, value]) => [
      key,
      Array.isArray(value) ? value : (Object.assign(Object.create(null) as object, value) as object),
    ]),
  ) as Language['calendar'];

/** The halves of the day as figures have them: "3 p.m.". */
const HALVES = ['am', 'pm', 'p', 'm'];

function coresOf(calendar: Language['calendar'], units: readonly (readonly [string, Unit])[]): ReadonlySet<string> {
  const first = (names: readonly string[]): readonly string[] => names.map((name) => piecesOf(name)[0] ?? name);
  const records = [
    calendar['short weekdays'],
    calendar.decades,
    calendar['decade endings'],
    calendar.days,
    calendar['day parts'],
    calendar.hours,
    calendar.seasons,
    calendar.sets,
    calendar.feasts,
  ];
  const cores = new Set([
    ...[calendar.months, calendar.weekdays].flat(2),
    ...[calendar.hundreds, calendar.thousands].flat(),
    ...calendar.weekdays.flat().map((name) => `${name}s`),
    ...Object.keys(calendar['day parts']).map((name) => `${name}s`),
    ...units.map(([name]) => name),
    ...first([...records.flatMap(Object.keys), ...calendar.names, ...calendar.known.map(({ words }) => words)]),
  ]);
  // Lesser numbers count whatever there is; greater ones may be years, and minutes.
  for (const [name, value] of Object.entries(calendar.numbers)) if (value >= 10) cores.add(name);
  for (const mark of [...calendar["o'clock"], ...calendar.past, ...HALVES].flatMap(piecesOf)) cores.add(mark);
  for (const bound of Object.keys(calendar.bounds)) cores.delete(bound);
  return cores;
}

const followsOf = (calendar: Language['calendar']): ReadonlySet<string> =>
  new Set([
    ...[calendar.whole, calendar.long, calendar.same, calendar.approximately, calendar.stages, calendar.other].flat(),
    ...[calendar.of, calendar.inside, calendar.alternatives, calendar.connectors, calendar.times, calendar.at].flat(),
    ...[...calendar.hedges, ...calendar.now, ...Object.keys(calendar.compared)].flatMap((name) => name.split(' ')),
    ...Object.keys(calendar.bounds).flatMap((name) => name.split(' ')),
  ]);

function startsOf(calendar: Language['calendar'], units: readonly (readonly [string, Unit])[]): ReadonlySet<string> {
  const first = (names: readonly string[]): readonly string[] => names.map((name) => piecesOf(name)[0] ?? name);
  const records = [
    calendar.numbers,
    calendar.ordinals,
    calendar.decades,
    calendar.days,
    calendar['day parts'],
    calendar.hours,
    calendar.seasons,
    calendar.shifts,
    calendar.nearest,
    calendar.stretches,
    calendar.told,
    calendar.edges,
    calendar.parts,
    calendar.comparatives,
    calendar.bounds,
    calendar.opens,
    calendar.compared,
    calendar.nearest,
    calendar['short weekdays'],
    calendar.sets,
    calendar.feasts,
  ];
  return new Set([
    ...calendar.months.flat(),
    ...calendar.weekdays.flat(),
    ...calendar.weekdays.flat().map((name) => `${name}s`),
    ...units.map(([name]) => name),
    ...records.flatMap((record) => first(Object.keys(record))),
    ...first([...calendar.names, ...calendar.known.map(({ words }) => words)]),
    ...[calendar.articles, calendar.fiscal, calendar.every, calendar.per, calendar.habits].flat(),
    ...[calendar.once, calendar.half, calendar.quarters, calendar.vague, calendar.another].flat(),
    ...[calendar.pair, calendar.all, calendar.rests, calendar.eves].flat(),
    ...Object.keys(calendar['day parts']).map((name) => `${name}s`),
    'q',
    'h',
  ]);
}

const numbered = (lists: readonly (readonly string[])[], first: number): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((words, at) => words.map((word) => [word, at + first] as const)));

function phrases<T>(entries: readonly (readonly [string, T])[]): Phrases<T> {
  const found = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [phrase, value] of entries) {
    const words = piecesOf(phrase);
    const list = found.get(words[0] ?? '') ?? [];
    list.push({ words, value });
    found.set(words[0] ?? '', list);
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** May an expression begin here? Most words of a report begin none. */
export const mayStart = (bit: Bit | undefined, { starts }: Lexicon): boolean =>
  bit !== undefined && (/^[\d'’‘]/.test(bit.text) || starts.has(bit.lower));

/** Is this a word of the calendar proper, or figures? */
export const isCore = ({ text, lower }: Bit, { cores }: Lexicon): boolean => cores.has(lower) || /^\d/.test(text);

const piecesOf = (phrase: string): readonly string[] => phrase.match(/\d+|\p{L}+|['’]\p{L}+|\S/gu) ?? [];

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
