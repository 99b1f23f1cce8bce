/** Letters without their accents, and one straight apostrophe for the many marks of transliteration: "Şanlıurfa" → "Sanlıurfa". */
export const unaccented = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʻʼʿ`]/g, "'");

/** The same, and letters that no accent makes as English writes them: "Łódź" → "Lodz". Other letters stay. */
export const fold = (name: string): string => unaccented(name).replace(/\P{ASCII}/gu, (one) => LETTERS.get(one) ?? one);

const LETTERS: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['Đ', 'D'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'Ae'],
  ['œ', 'oe'],
  ['Œ', 'Oe'],
  ['ð', 'd'],
  ['Ð', 'D'],
  ['þ', 'th'],
  ['Þ', 'Th'],
  ['ə', 'a'],
  ['Ə', 'A'],
]);
