import { unaccented } from '../fold.ts';

/** Other ways to write a name, in a cell: those given, without accents, with a curled apostrophe, "Saint" written out or cut short. */
export function otherNames(name: string, given: readonly string[]): string {
  const all = [...given, unaccented(name)].flatMap((one) => [
    one,
    one.replaceAll("'", '’'),
    ...SHORT.flatMap(([whole, short]) => swapped(one, whole, short) ?? swapped(one, short, whole) ?? []),
  ]);
  return [...new Set(all)].filter((one) => one !== name && one !== '').join('|');
}

/** Beginnings of names that are written out or cut short. */
const SHORT = [
  ['Saint ', 'St. '],
  ['Mount ', 'Mt. '],
  ['Fort ', 'Ft. '],
] as const;

const swapped = (name: string, beginning: string, other: string): string | null =>
  name.startsWith(beginning) ? other + name.slice(beginning.length) : null;

/** A division's name without what says that it is one: "Helmand Province" → "Helmand", "Kabupaten Sleman" → "Sleman", "Suwon-si" → "Suwon". */
export function bareDivision(name: string): string {
  const words = name.replace(ENDING, '').split(' ');
  const isName = (word: string): boolean => !GENERIC.has(word.toLowerCase());
  const from = words.findIndex(isName);
  return from < 0 ? name : words.slice(from, words.findLastIndex(isName) + 1).join(' ');
}

/** Of Japanese and Korean divisions. */
const ENDING = /-(?:shi|gun|ku|si|gu|do)$/;

/** Words for a division that stand before or behind its name. */
const GENERIC: ReadonlySet<string> = new Set(
  `province region district governorate oblast department emirate prefecture canton parish state county regency municipality city
  commune town township borough raion rayon kray krai okrug kommun kommune municipio municipiul oraş comuna kabupaten kota powiat općina
  občina obshtina departamento partido cantón distrito provincia arrondissement gemeente kreis landkreis division subdivision territory
  regierungsbezirk opština grad de of du shi gun ken-ku`.split(/\s+/),
);
