import {
  isApostrophe,
  isBlank,
  isCloser,
  isDigit,
  isLetter,
  isLower,
  isOpener,
  isUpper,
} from '../../document/characters.ts';
import type { Language } from '../../languages/language.ts';

/** A run of stops in a paragraph, and where its sentence would end. */
export interface Stop {
  /** Where the sentence begins. */
  readonly from: number;
  /** The first and the last of the stops. */
  readonly stop: number;
  readonly last: number;
  /** Past the quotation marks and brackets that close behind them. */
  readonly past: number;
  /** Where the paragraph ends. */
  readonly end: number;
}

/** Past what closes behind a stop: quotation marks, brackets, and the marks of notes ("[17]"). */
export function pastClosers(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || (isBlank(code) && text.charCodeAt(at + 1) === 0x5b)) {
      const past = pastNote(text, code === 0x5b ? at : at + 1, end);
      if (past === null) break;
      at = past;
    } else if (isBlank(code) && (text.charCodeAt(at + 1) === 0x201d || text.charCodeAt(at + 1) === 0xbb)) at += 2;
    else if (isCloser(code) && !(isApostrophe(code) && isLetter(text.charCodeAt(at + 1)))) at++;
    else break;
  }
  return Math.min(at, end);
}

/** Past "[17]", where one opens here. */
function pastNote(text: string, open: number, end: number): number | null {
  let at = open + 1;
  while (at < end && at < open + 5 && isDigit(text.charCodeAt(at))) at++;
  return at > open + 1 && text.charCodeAt(at) === 0x5d ? at + 1 : null;
}

/** Does a sentence end at these stops? By the word before them and the word behind. */
export function endsSentence(text: string, at: Stop, language: Language): boolean {
  if (at.past >= at.end) return true;
  if (!isBlank(text.charCodeAt(at.past))) return endsWithoutBlank(text, at, language);
  let next = at.past;
  while (next < at.end && isBlank(text.charCodeAt(next))) next++;
  const code = text.charCodeAt(next);
  if (isContinuing(code) || (code === 0x2e && !isDigit(text.charCodeAt(next + 1)))) return false;
  const single = at.stop === at.last && text.charCodeAt(at.stop) === 0x2e;
  if (isLower(code)) {
    if (at.past > at.last + 1) return false;
    return text.charCodeAt(at.last) === 0x3f || (single && !isAbbreviated(text, at, language));
  }
  return !single || !isStopOfWord(text, at, next, language);
}

/** "said.The", "said.“We": a blank was lost. */
function endsWithoutBlank(text: string, { stop, last, past, end }: Stop, { spelling }: Language): boolean {
  const before = text.charCodeAt(stop - 1);
  const code = text.charCodeAt(past);
  if (code === 0x201c) return isLetter(before);
  if (!isUpper(code)) return false;
  if (past > last + 1) return isLower(before) || isBlank(before);
  return stop === last && isLower(before) && spelling.openers.has(wordFrom(text, past, end).toLowerCase());
}

/** Does the stop belong to an abbreviation, with the sentence going on? */
function isStopOfWord(
  text: string,
  { from, stop, end }: Stop,
  next: number,
  { abbreviations, spelling }: Language,
): boolean {
  const start = wordStart(text, stop, from);
  const word = text.slice(start, stop + 1);
  if (word.length > 12) return false;
  if (start === from && /^(?:\d{1,3}|[A-Z])\.$/.test(word)) return true;
  if (abbreviations.beforeNames.has(word) || abbreviations.inside.has(word)) return true;
  if (abbreviations.beforeNumbers.has(word)) return isDigit(text.charCodeAt(next));
  if (!abbreviations.anywhere.has(word) && !isInitials(word)) return false;
  let first = next;
  while (first < end && isOpener(text.charCodeAt(first))) first++;
  return !spelling.openers.has(wordFrom(text, first, end).toLowerCase());
}

const isAbbreviated = (text: string, { from, stop }: Stop, { abbreviations }: Language): boolean => {
  const word = text.slice(wordStart(text, stop, from), stop + 1);
  return (
    word.length < 4 ||
    isInitials(word) ||
    abbreviations.beforeNames.has(word) ||
    abbreviations.inside.has(word) ||
    abbreviations.beforeNumbers.has(word) ||
    abbreviations.anywhere.has(word)
  );
};

/** "J.", "U.S.", "a.m.", "Ph.D.". */
const isInitials = (word: string): boolean =>
  /^(?:[A-Za-z]{1,2}\.)*[A-Za-z]\.$/.test(word) && (word.length > 2 || isUpper(word.charCodeAt(0)));

/** Where the word that ends at the stop begins: behind a blank, bracket, quotation mark, hyphen or slash. */
function wordStart(text: string, stop: number, from: number): number {
  let at = stop;
  while (at > from && at > stop - 16) {
    const code = text.charCodeAt(at - 1);
    if (isBlank(code) || (isOpener(code) && !isApostrophe(code)) || code === 0x2d || code === 0x2f) break;
    at--;
  }
  return at;
}

function wordFrom(text: string, start: number, end: number): string {
  let at = start;
  while (at < end && at < start + 16 && isLetter(text.charCodeAt(at))) at++;
  return text.slice(start, at);
}

/** , ; : and dashes: no sentence opens with them. */
const isContinuing = (code: number): boolean =>
  code === 0x2c || code === 0x3b || code === 0x3a || code === 0x2013 || code === 0x2014;
