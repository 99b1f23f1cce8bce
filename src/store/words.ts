/** Letters and digits of any script, marks on letters included. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * A text as search sees it, on every engine alike: words in small letters without marks and without the characters that
 * draw nothing, one blank between them. Runs of letters that no blank parts (Chinese, Thai) are one word.
 */
export const foldWords = (text: string): string =>
  wordsOf(text)
    .filter(({ length }) => length <= LONGEST_WORD)
    .slice(0, MOST_WORDS)
    .join(' ');

// What PostgreSQL takes of one text: its words in a megabyte, a word in two kilobytes. No report comes near.
const MOST_WORDS = 50_000;
const LONGEST_WORD = 200;

/** The folded words of a text in their order. */
export const wordsOf = (text: string): readonly string[] => folded(text).match(WORD) ?? [];

const folded = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

// Soft hyphen, zero-width characters, marks of direction, the byte order mark.
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** What is searched for: single words, and runs of words in quotation marks. A question without a word finds nothing. */
export function askedWords(question: string): readonly (readonly string[])[] {
  const runs = [...question.matchAll(/["“](?<run>[^"”]*)["”]/g)].map((match) => wordsOf(match.groups?.['run'] ?? ''));
  const rest = wordsOf(question.replace(/["“][^"”]*["”]/g, ' ')).map((word) => [word]);
  return [...runs, ...rest].filter((run) => run.length > 0);
}
