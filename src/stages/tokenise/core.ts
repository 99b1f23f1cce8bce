import { isApostrophe, isDigit, isLetter, isLower } from '../../document/characters.ts';
import type { Language } from '../../languages/language.ts';
import { pastRun, widthAt, type Keep } from './marks.ts';

export interface Core {
  /** Cuts plain letters: two tokens where the language knows them as such. */
  readonly word: (text: string, start: number, end: number, keep: Keep) => void;
  /** Cuts a word without marks around it: at hyphens, slashes and brackets inside, then each part at clitics and units. */
  readonly compound: (text: string, start: number, end: number, keep: Keep) => void;
}

export function cutCore(language: Language): Core {
  const part = cutPart(language);
  const { prefixes } = language.spelling;
  const contractions = inEveryCase(language.spelling.contractions);
  const longest = Math.max(...[...contractions.keys()].map((word) => word.length));

  const word: Core['word'] = (text, start, end, keep) => {
    const first = end - start > longest ? undefined : contractions.get(text.slice(start, end));
    if (first === undefined) {
      keep(start, end);
      return;
    }
    keep(start, start + first);
    keep(start + first, end);
  };

  const compound: Core['compound'] = (text, start, end, keep) => {
    if (isPlain(text, start, end)) {
      word(text, start, end, keep);
      return;
    }
    if (isFigure(text, start, end) || contractions.has(text.slice(start, Math.min(end, start + longest + 1)))) {
      word(text, start, end, keep);
      return;
    }
    let from = start;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (isLetter(code) || isDigit(code) || !cutsAt(text, start, at, end)) continue;
      if (code === 0x2d && prefixes.has(text.slice(from, at).toLowerCase()) && isLetter(text.charCodeAt(at + 1)))
        continue;
      if (at > from) part(text, from, at, keep);
      const past = Math.max(pastRun(text, at, end), at + widthAt(text, at));
      keep(at, past);
      from = past;
      at = past - 1;
    }
    if (end > from) part(text, from, end, keep);
  };

  return { word, compound };
}

/** Words as they are written inside a sentence, at its beginning and in headlines. */
const inEveryCase = (words: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map(
    [...words].flatMap(([word, first]) =>
      [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()].map((form) => [form, first] as const),
    ),
  );

/** Letters alone. */
function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isLetter(text.charCodeAt(at))) return false;
  return true;
}

/** Does the mark inside a word part it? */
function cutsAt(text: string, start: number, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  const next = text.charCodeAt(at + 1);
  switch (code) {
    case 0x2e: // "U.S", "x.com", "3.5" hold together, "end...now" and "end.[3]" do not.
      return (
        next === 0x2e || ((next === 0x5b || next === 0x22 || next === 0x201c) && isLower(before) && at > start + 2)
      );
    case 0x2c:
    case 0x3a: // "3,500", "10:30"
      return !(isDigit(before) && isDigit(next));
    case 0x2d:
      return at > start;
    case 0x26:
    case 0x5f:
    case 0x40:
    case 0x2b:
    case 0x24:
    case 0x2a:
    case 0x3d:
    case 0x23:
      return at === start ? false : at === end - 1 && code !== 0x24;
    case 0x2f:
    case 0x25:
      return true;
  }
  if (isApostrophe(code)) return false;
  return (
    code < 0x80 ||
    (code >= 0x2010 && code < 0x2060) ||
    code === 0xb0 ||
    code === 0xa3 ||
    code === 0x20ac ||
    code === 0xab ||
    code === 0xbb
  );
}

/** Dates, telephone numbers and the like: digits with marks that hold together. */
function isFigure(text: string, start: number, end: number): boolean {
  if (end - start > 20 || !isDigit(text.charCodeAt(start)) || !isDigit(text.charCodeAt(end - 1))) return false;
  const word = text.slice(start, end);
  const date = /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$/;
  const monthAndDay = /^(?:0?[1-9]|1[0-2])\/(?:0[1-9]|[12]\d|3[01]|[5-9])$/;
  const telephone = /^(?:\d-)?(?:\d{3}[-/.])?\d{3}-\d{4}$/;
  return date.test(word) || monthAndDay.test(word) || telephone.test(word);
}

/** Cuts off clitics ("John|'s", "do|n't", "should|n't|'ve") and units behind figures ("7:30|pm"). */
function cutPart({ spelling }: Language): (text: string, start: number, end: number, keep: Keep) => void {
  const { clitics, units } = spelling;

  const cliticLength = (text: string, start: number, end: number): number => {
    let mark = -1;
    for (let at = end - 1; at > start && at >= end - 3; at--)
      if (isApostrophe(text.charCodeAt(at))) {
        mark = at;
        break;
      }
    if (mark < 0) return 0;
    if (mark === end - 1) return 1;
    const tail = text.slice(mark + 1, end).toLowerCase();
    for (const clitic of clitics) {
      const apostrophe = clitic.indexOf("'");
      if (clitic.slice(apostrophe + 1) !== tail || mark - apostrophe <= start - (apostrophe === 0 ? 0 : 1)) continue;
      if (apostrophe > 0 && text.slice(mark - apostrophe, mark).toLowerCase() !== clitic.slice(0, apostrophe)) continue;
      return end - mark + apostrophe;
    }
    return 0;
  };

  const unitLength = (text: string, start: number, end: number): number => {
    if (!isDigit(text.charCodeAt(start))) return 0;
    let at = end;
    while (at > start && !isDigit(text.charCodeAt(at - 1))) at--;
    return at < end && end - at < 5 && units.has(text.slice(at, end).toLowerCase()) ? end - at : 0;
  };

  return (text, begin, end, keep) => {
    const start = pastCurrency(text, begin, end);
    if (start > begin) keep(begin, start);
    const cuts: number[] = [];
    let to = end;
    for (
      let length = cliticLength(text, start, to);
      length > 0 && length < to - start;
      length = cliticLength(text, start, to)
    ) {
      cuts.push(to);
      to -= length;
    }
    const unit = unitLength(text, start, to);
    if (unit > 0) keep(start, to - unit);
    keep(unit > 0 ? to - unit : start, to);
    for (const past of cuts.reverse()) {
      keep(to, past);
      to = past;
    }
  };
}

/** Past the sign of "US$40", "A$5m", "R$3": up to three letters and the sign, before a figure. */
function pastCurrency(text: string, start: number, end: number): number {
  for (let at = start; at < end && at < start + 4; at++) {
    if (text.charCodeAt(at) === 0x24) return isDigit(text.charCodeAt(at + 1)) && at + 1 < end ? at + 1 : start;
    if (!isLetter(text.charCodeAt(at))) return start;
  }
  return start;
}
