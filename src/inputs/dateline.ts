import { isBlank, isDigit, isLower, isOpener, isUpper } from '../document/characters.ts';
import type { Dateline } from '../document/report.ts';
import type { Span } from '../document/span.ts';
import type { Language } from '../languages/language.ts';
import { publishedDate, type PublishedDate } from './dates.ts';
import { withoutBlanks } from './lines-of-text.ts';

export interface FoundDateline {
  readonly dateline: Dateline;
  readonly date: PublishedDate;
}

/** No dateline is longer. */
const LONGEST = 120;
/** A shorter line may be a headline: "Wellington: what now?" */
const SHORTEST_PARAGRAPH = 140;

/**
 * The dateline that opens a line: a place, a day, an agency in brackets, then a dash or colon. "WELLINGTON, March 19
 * (Xinhua) -- ", "KUALA LUMPUR: ", "CAIRO, Egypt -- ", "(Reuters) - ". A place in small letters needs a day, an agency
 * or a long line behind it. Null where the line opens otherwise.
 */
export function datelineOf(text: string, line: Span, language: Language): FoundDateline | null {
  const start = line[0];
  const mark = separatorOf(text, line);
  if (mark === null) return null;
  const head = withoutBlanks(text, [start, mark.at]);
  const agency = agencyAtEnd(text, head);
  const rest = withoutBlanks(text, [head[0], agency === null ? head[1] : agency.from]);
  const parts = partsOf(text, rest, language);
  if (parts === null) return null;
  const { place, date, dated } = parts;
  if (place === null && date === null && agency === null) return null;
  const strong =
    agency !== null || (place !== null && isCapitals(text, place)) || (date !== null && mark.kind !== 'none');
  if (mark.kind === 'none' && (agency === null || (place === null && date === null))) return null;
  if (
    !strong &&
    (line[1] - start < SHORTEST_PARAGRAPH || !opensSentence(text, mark.past) || !isShort(text, head, mark))
  )
    return null;
  if (place !== null && language.wires.tags.has(text.slice(...place).toLowerCase())) return null;
  return {
    dateline: { words: [head[0], Math.max(mark.past, head[1])], place, date, agency: agency?.words ?? null },
    date: dated,
  };
}

interface Separator {
  readonly kind: 'dash' | 'colon' | 'none';
  readonly at: number;
  readonly past: number;
}

/** The first dash, colon or closed agency that can end a dateline. */
function separatorOf(text: string, [start, end]: Span): Separator | null {
  const last = Math.min(end, start + LONGEST);
  let inside = false;
  for (let at = start; at < last; at++) {
    const code = text.charCodeAt(at);
    const blankBefore = at === start || isBlank(text.charCodeAt(at - 1)) || text.charAt(at - 1) === ')';
    const blankAfter = at + 1 >= end || isBlank(text.charCodeAt(at + 1));
    if (code === 0x28) inside = true;
    else if (code === 0x29) {
      inside = false;
      const after = withoutBlanks(text, [at + 1, Math.min(end, at + 4)]);
      if (blankAfter && isUpper(text.charCodeAt(after[0]))) return { kind: 'none', at: at + 1, past: at + 1 };
    } else if (inside) continue;
    else if (code === 0x2d && text.charCodeAt(at + 1) === 0x2d && at > start)
      return { kind: 'dash', at, past: pastDashes(text, at) };
    else if (
      (code === 0x2014 || code === 0x2013 || code === 0x2d) &&
      blankBefore &&
      at > start &&
      (blankAfter || afterBracket(text, at, start) || isUpper(text.charCodeAt(at + 1)))
    )
      return { kind: 'dash', at, past: at + 1 };
    else if (code === 0x3a && blankAfter) return { kind: 'colon', at, past: at + 1 };
    else if (
      (code === 0x2e || code === 0x21 || code === 0x3f) &&
      blankAfter &&
      at - start > 14 &&
      isLower(text.charCodeAt(at - 2)) &&
      isLower(text.charCodeAt(at - 3)) &&
      isLower(text.charCodeAt(at - 4))
    )
      return null;
  }
  return null;
}

function afterBracket(text: string, at: number, start: number): boolean {
  let before = at - 1;
  while (before > start && isBlank(text.charCodeAt(before))) before--;
  return text.charAt(before) === ')';
}

function pastDashes(text: string, at: number): number {
  let past = at;
  while (text.charCodeAt(past) === 0x2d) past++;
  return past;
}

/** "(Xinhua)" or "/PRNewswire/" at the end of the head; the words are those inside. */
function agencyAtEnd(text: string, [start, end]: Span): { readonly words: Span; readonly from: number } | null {
  const close = text.charAt(end - 1);
  if (close !== ')' && close !== '/') return null;
  const open = text.lastIndexOf(close === ')' ? '(' : '/', end - 2);
  if (open < start || end - open > 42 || end - open < 4 || !isUpper(text.charCodeAt(open + 1))) return null;
  return { words: [open + 1, end - 1], from: open };
}

interface Parts {
  readonly place: Span | null;
  readonly date: Span | null;
  readonly dated: PublishedDate;
}

/** The place and the day of "NEW DELHI, India, Tuesday, Aug. 30, 2022"; null where anything else stands among them. */
function partsOf(text: string, head: Span, language: Language): Parts | null {
  if (head[0] === head[1]) return { place: null, date: null, dated: { kind: 'none' } };
  const cut = dateFrom(text, head, language);
  const before = withoutBlanks(text, [head[0], cut?.from ?? head[1]]);
  const places = commaParts(text, before);
  if (places.length > 3 || places.some((part) => !isPlaceName(text, part))) return null;
  const place = places[0] ?? null;
  return { place, date: cut?.words ?? null, dated: cut?.dated ?? { kind: 'none' } };
}

/** A day that fills the rest of the head, behind a comma or a blank; `from` is where its weekday or label begins. */
function dateFrom(
  text: string,
  [start, end]: Span,
  { calendar, wires }: Language,
): { readonly from: number; readonly words: Span; readonly dated: PublishedDate } | null {
  for (let at = start; at < end; at++) {
    if (at > start && !isBlank(text.charCodeAt(at - 1))) continue;
    const bare = withoutLabel(withoutWeekday(text.slice(at, end), calendar.weekdays), wires.headers);
    if (!isDayAlone(bare, calendar)) continue;
    const dated = publishedDate(bare, calendar);
    if (dated.kind === 'date' || dated.kind === 'day') return { from: at, words: [end - bare.length, end], dated };
  }
  return null;
}

/** Figures and at most one month, and nothing else: "Aug. 30, 2022", "2024-03-18". */
function isDayAlone(words: string, { months }: Language['calendar']): boolean {
  const all = words.split(/[\s,]+/).filter((word) => word !== '');
  const others = all.filter((word) => !/^\d[\d./-]*(?:st|nd|rd|th)?$/.test(word));
  const isMonth = (word: string): boolean =>
    months.some((names) => names.includes(word.toLowerCase().replace(/\.$/, '')));
  return all.length <= 4 && others.length <= 1 && others.every(isMonth);
}

const withoutWeekday = (words: string, weekdays: Language['calendar']['weekdays']): string => {
  const first = /^(?<day>\p{L}+)\.?,? /u.exec(words);
  const day = first?.groups?.['day']?.toLowerCase() ?? '';
  return first !== null && weekdays.some((names) => names.includes(day)) ? words.slice(first[0].length) : words;
};

/** "date 2024-03-18": the key of a header may stand before the day. */
const withoutLabel = (words: string, headers: ReadonlyMap<string, string>): string => {
  const first = /^(?<label>\p{L}+):? /u.exec(words);
  return first !== null && headers.get(first.groups?.['label']?.toLowerCase() ?? '') === 'published'
    ? words.slice(first[0].length)
    : words;
};

function commaParts(text: string, [start, end]: Span): readonly Span[] {
  const parts: Span[] = [];
  for (let at = start; at < end;) {
    const comma = text.indexOf(',', at);
    const stop = comma < 0 || comma > end ? end : comma;
    const part = withoutBlanks(text, [at, stop]);
    if (part[0] < part[1]) parts.push(part);
    at = stop + 1;
  }
  return parts;
}

/** One to five words that are capitalised, but for short ones between them. */
function isPlaceName(text: string, span: Span): boolean {
  const words = text.slice(...span).split(/[\s/]+/);
  return (
    words.length <= 5 &&
    isUpper(text.charCodeAt(span[0])) &&
    words.every((word) => /^[\p{L}.'’-]+$/u.test(word) && (isUpper(word.charCodeAt(0)) || word.length < 4))
  );
}

/** "KUALA LUMPUR", "UNITED NATIONS", "McLEAN". */
function isCapitals(text: string, [start, end]: Span): boolean {
  let lower = 0;
  let upper = 0;
  for (let at = start; at < end; at++) {
    if (isLower(text.charCodeAt(at))) lower++;
    else if (isUpper(text.charCodeAt(at))) upper++;
  }
  return upper > 2 && lower <= 1;
}

/** "Suva", "Ottawa, Ontario", before a colon "New Delhi" too: other names may be a person's. */
function isShort(text: string, head: Span, { kind }: Separator): boolean {
  const words = text.slice(...head);
  const blanks = words.split(/,/)[0]?.trim().split(/\s+/).length ?? 0;
  return blanks === 1 || (kind === 'colon' && blanks === 2) || (blanks === 2 && words.includes(','));
}

function opensSentence(text: string, past: number): boolean {
  let at = past;
  while (isBlank(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return isUpper(code) || isDigit(code) || isOpener(code);
}
