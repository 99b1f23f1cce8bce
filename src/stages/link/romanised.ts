/**
 * A word of a name as the ways of writing it in Latin letters have it in common, for comparing the names of one report: "gaddafi",
 * "qadhafi" and "khadafy" are one, as are "zelensky", "zelenskyy" and "zelenskiy". Lower-case letters in, as `slug` makes them.
 */
export function romanised(word: string): string {
  let sound = word;
  for (const [written, heard] of ALIKE) sound = sound.replaceAll(written, heard);
  return sound.replace(DOUBLED, '$1');
}

/** What stands for one sound, in the order of replacement: longer spellings first. */
const ALIKE: readonly (readonly [written: string, heard: string])[] = [
  ['tch', 'ch'],
  ['sch', 'sh'],
  ['kh', 'k'],
  ['gh', 'k'],
  ['dh', 'd'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['q', 'k'],
  ['g', 'k'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['oe', 'o'],
  ['w', 'v'],
  ['j', 'y'],
  ['yi', 'i'],
  ['iy', 'i'],
  ['ye', 'e'],
  ['y', 'i'],
  ['ai', 'ei'],
  ['ee', 'i'],
];

/** "dd" of "gaddafi". */
const DOUBLED = /(.)\1+/g;
