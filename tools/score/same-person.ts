/** Are two names, or one name and the ways to write another, the name of one person, as far as letters tell? */
export const samePerson = (asked: string, known: readonly string[]): boolean => known.some((one) => alike(asked, one));

/**
 * Every word of the shorter name is in the longer, or both end in one surname and do not begin differently. A letter more, less or
 * otherwise in a word of five is spelling.
 */
function alike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0 || rivals(initials(one), initials(other))) return false;
  if (short.every((word) => long.some((two) => sameWord(word, two)))) return true;
  const [last, first] = [sameWord(a.at(-1) ?? '', b.at(-1) ?? ''), sameWord(a[0] ?? '', b[0] ?? '')];
  return last && first;
}

/** Where both give initials, they must agree: fathers and sons may differ by them alone. */
const initials = (name: string): string => (name.match(/\b\p{Lu}(?=\.)/gu) ?? []).join('');
const rivals = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}|['’ʻʼ`]/gu, '')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/ə/gi, 'a')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !SMALL.has(word));

const SMALL = new Set([
  'al',
  'el',
  'bin',
  'ibn',
  'ben',
  'de',
  'da',
  'dos',
  'van',
  'von',
  'jr',
  'sr',
  'ould',
  'ii',
  'iii',
]);

function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
