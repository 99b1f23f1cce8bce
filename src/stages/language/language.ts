import { isLetter } from '../../document/characters.ts';
import type { Layers, Recognised } from '../../document/reading.ts';
import type { Language } from '../../languages/language.ts';

/** Tells the languages that a text may be in by its letters, the likeliest first; asked only where small words do not tell. */
export type Letters = (text: string) => readonly { readonly lang: string }[];

/** Pieces of the text that are looked at, and the length of each in characters. */
const PIECES = 3;
const PIECE = 1000;
/** Fewer words than this tell no language apart. */
const FEWEST_WORDS = 4;
/** Up to so many small words a text may be a headline. */
const HEADLINE = 12;
const ASCII = /^[\x00-\x7f]*$/;
/** Running English has more than a third of the commonest words; other languages hardly a twelfth. */
const SURELY = 0.2;
const SURELY_NOT = 0.07;

/**
 * Tells whether a report is in the language that the house reads, from three bounded pieces of its text. The share of the
 * language's commonest words decides where it is clear, statistics of letters elsewhere. What the source declares
 * decides only where the text is too short to tell; with nothing declared such a text is read.
 */
export const recogniseLanguage =
  (language: Language, letters: Letters) =>
  ({ report }: Pick<Layers, 'report'>): Recognised => {
    const sample = withoutAddresses(sampleOf(report.text));
    const { words, common, latin, written } = countWords(sample, language.spelling.common);
    const declared = report.language?.split(/[-_]/)[0]?.toLowerCase() || null;
    /** The likeliest language but for the one that is already ruled out; null where none is likely. */
    const detected = (ruledOut: string | null): string | null =>
      letters(sample).find(({ lang }) => lang !== ruledOut)?.lang ?? null;
    if (written > 0 && latin * 2 < written) return told(detected(language.code), language);
    if (words < FEWEST_WORDS) return declared === null ? { code: null, read: true } : told(declared, language);
    if (common >= SURELY * words) return told(language.code, language);
    // Headlines have few small words; one of them in plain letters is enough.
    if (words <= HEADLINE && common > 0 && ASCII.test(sample)) return told(language.code, language);
    const code = detected(common < SURELY_NOT * words && words > 3 * FEWEST_WORDS ? language.code : null);
    return code === null
      ? { code: declared, read: declared === null || declared === language.code }
      : told(code, language);
  };

const told = (code: string | null, language: Language): Recognised => ({ code, read: code === language.code });

function sampleOf(text: string): string {
  if (text.length <= PIECES * PIECE) return text;
  const step = Math.floor((text.length - PIECE) / (PIECES - 1));
  return Array.from({ length: PIECES }, (_, piece) => text.slice(piece * step, piece * step + PIECE)).join('\n');
}

/** Addresses, file names and the like are in no language. */
const withoutAddresses = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => !/[/@_\\]|\p{L}\.\p{L}/u.test(word))
    .join(' ');

function countWords(
  text: string,
  commonest: ReadonlySet<string>,
): { words: number; common: number; latin: number; written: number } {
  const counts = { words: 0, common: 0, latin: 0, written: 0 };
  for (let at = 0; at < text.length;) {
    const start = at;
    while (at < text.length && isLetter(text.charCodeAt(at))) {
      counts.written++;
      if (text.charCodeAt(at) < 0x250) counts.latin++;
      at++;
    }
    if (at > start) {
      const word = text.slice(start, at);
      // Names are in no language: only words in small letters tell.
      if (word.charAt(0) === word.charAt(0).toLowerCase() && text.charAt(start - 1) !== '-') {
        counts.words++;
        if (commonest.has(word.toLowerCase())) counts.common++;
      }
    }
    while (at < text.length && !isLetter(text.charCodeAt(at))) at++;
  }
  return counts;
}
