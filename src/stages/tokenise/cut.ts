import { isApostrophe, isBlank, isDigit, isInvisible, isLetter } from '../../document/characters.ts';
import type { Language } from '../../languages/language.ts';
import { cutCore } from './core.ts';
import { isWholeMark, pastAddress, pastEmoticon } from './addresses.ts';
import { cutMarks, isLow, pastRun, widthAt, type Keep } from './marks.ts';

/** Cuts what stands between two blanks into tokens, handing each to `keep` in order; `last` is where the sentence ends. */
export type Cut = (text: string, start: number, end: number, last: number, keep: Keep) => void;

/**
 * Makes the cutter of a language: marks are taken off both ends, a full stop stays on abbreviations, and the core between
 * them is cut at clitics, hyphens and units.
 */
export function cutter(language: Language): Cut {
  const core = cutCore(language);
  return (text, start, end, last, keep) => {
    if (isWord(text, start, end)) {
      core.word(text, start, end, keep);
      return;
    }
    if (isWholeMark(text, start, end) || pastEmoticon(text, start, end) === end) {
      keep(start, end);
      return;
    }
    let from = start;
    while (from < end) {
      const past = pastLeading(text, from, end, language);
      if (past === from) break;
      keep(from, past);
      from = past;
    }
    const address = pastAddress(text, from, end);
    const to = address ?? beforeTrailing(text, from, end, last, language);
    if (to > from) {
      if (address === null) core.compound(text, from, to, keep);
      else keep(from, to);
    }
    cutMarks(text, to, end, keep);
  };
}

/** Plain letters only: the common case. */
function isWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a))) return false;
  }
  return true;
}

/** Past the mark that opens here, or the same place where a word begins. */
function pastLeading(text: string, from: number, end: number, { spelling }: Language): number {
  const code = text.charCodeAt(from);
  if (isLetter(code) || isDigit(code)) return from;
  const next = text.charCodeAt(from + 1);
  if (isApostrophe(code)) {
    if (code === next && (code === 0x60 || code === 0x27 || code === 0x2018)) return Math.min(end, from + 2);
    if (isDigit(next) && text.charCodeAt(from + 2) >= 0x30) return from;
    return isElision(text, from, end, spelling.elisions) ? from : from + 1;
  }
  if (code === 0x2e || code === 0x2d) {
    const past = pastRun(text, from, end);
    if (past > from + 1) return past;
    // ".50" and ".doc" are words.
    return code === 0x2e && past < end ? from : past;
  }
  if (
    (code === 0x2b || code === 0x40 || code === 0x5f || code === 0x26) &&
    from + 1 < end &&
    !(code === 0x40 && isDigit(next))
  )
    return isLetter(next) || isDigit(next) ? from : from + 1;
  if (code === 0x23 && isLetter(next)) return from;
  return from + widthAt(text, from);
}

function isElision(text: string, from: number, end: number, elisions: ReadonlySet<string>): boolean {
  let past = from + 1;
  while (past < end && isLetter(text.charCodeAt(past))) past++;
  return past > from + 1 && past - from < 7 && elisions.has(`'${text.slice(from + 1, past).toLowerCase()}`);
}

/** Where the marks begin that close this word. */
function beforeTrailing(text: string, from: number, end: number, last: number, language: Language): number {
  let to = end;
  while (to > from) {
    const code = text.charCodeAt(to - 1);
    if (isLetter(code) || isDigit(code) || isInvisible(code)) break;
    if (code === 0x2e) {
      const single = text.charCodeAt(to - 2) !== 0x2e && (to === end || text.charCodeAt(to) !== 0x2e);
      if (single && keepsStop(text, from, to, to === last, language)) break;
    } else if (code === 0x5f || code === 0x24) break;
    to--;
  }
  // Do not cut a surrogate pair.
  return to > from && to < end && isLow(text.charCodeAt(to)) ? to + 1 : to;
}

/** Does the full stop before `to` belong to the word? */
function keepsStop(text: string, from: number, to: number, atEnd: boolean, { abbreviations }: Language): boolean {
  let start = to - 1;
  while (
    start > from &&
    text.charCodeAt(start - 1) !== 0x2d &&
    text.charCodeAt(start - 1) !== 0x2f &&
    text.charCodeAt(start - 1) !== 0x28
  )
    start--;
  const length = to - start;
  if (length < 2 || length > 12) return false;
  const word = text.slice(start, to);
  if (abbreviations.beforeNumbers.has(word)) return isDigit(text.charCodeAt(pastBlanks(text, to)));
  if (abbreviations.inside.has(word)) return !atEnd;
  if (length === 2) return isLetter(word.charCodeAt(0)) && !(atEnd && word !== 'I.') && word.charCodeAt(0) < 0x5b;
  return abbreviations.beforeNames.has(word) || abbreviations.anywhere.has(word) || isInitials(word);
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** "U.S.", "a.m.", "Ph.D.", "U.N.-": letters each with a stop. */
function isInitials(word: string): boolean {
  for (let at = 1; at < word.length; at += 2)
    if (word.charCodeAt(at) !== 0x2e || !isLetter(word.charCodeAt(at - 1))) return false;
  return word.length % 2 === 0 && word.length > 3;
}
