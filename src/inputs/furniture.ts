import { isLower, isUpper } from '../document/characters.ts';
import type { Furniture } from '../document/report.ts';
import type { Span } from '../document/span.ts';
import type { Wires } from '../languages/language.ts';

/** Lines longer than these say more than furniture does. */
const LONGEST_PROMOTION = 240;
const LONGEST_BYLINE = 90;
const LONGEST_COPYRIGHT = 400;

/** What kind of furniture a line is, by its first words; null for the report's own prose. `near`: at the top or bottom of the text. */
export function furnitureOf(
  text: string,
  line: Span,
  wires: Wires,
  { near }: { readonly near: boolean },
): Furniture | null {
  const [start, end] = line;
  const length = end - start;
  // A line in small letters goes on with the line above.
  if (length > LONGEST_COPYRIGHT || isLower(text.charCodeAt(start))) return null;
  const lower = text.slice(start, end).toLowerCase();
  if (near && isCopyright(lower, wires)) return { kind: 'copyright', words: line };
  if (length > LONGEST_PROMOTION) return null;
  if (wires.credits.some((words) => opens(lower, words))) return { kind: 'byline', words: line };
  if (near && length <= LONGEST_BYLINE && isByline(text, line, lower, wires)) return { kind: 'byline', words: line };
  if (wires.labels.has(lower.replace(/[:!]+$/, '')) || wires.promotions.some((words) => opens(lower, words)))
    return { kind: 'promotion', words: line };
  const colon = lower.indexOf(':');
  return colon > 0 && colon < 30 && wires.labels.has(lower.slice(0, colon)) ? { kind: 'promotion', words: line } : null;
}

/** Where a note of copyright begins that ends a line of prose ("… today. ©2024 Example L.P."); null where none does. */
export function copyrightAtEnd(text: string, [start, end]: Span): Span | null {
  const sign = text.lastIndexOf('©', end);
  return sign > start && end - sign < 120 && /^©\s?(?:\d{4}|\p{Lu})/u.test(text.slice(sign, sign + 6))
    ? [sign, end]
    : null;
}

/** Opens with a mark of copyright, or reserves all rights. */
function isCopyright(lower: string, { copyrights }: Wires): boolean {
  const opening = copyrights.opening.some((words) => opens(lower, words) || lower.startsWith(words));
  return (opening && /\d{4}|©|\(c\)/.test(lower)) || copyrights.anywhere.some((words) => lower.includes(words));
}

/** "By Jane Doe and John Roe in Paris": every word capitalised, no full stop. */
function isByline(text: string, [start, end]: Span, lower: string, { bylines }: Wires): boolean {
  if (bylines.whole.some((words) => opens(lower, words))) return true;
  const opening = bylines.opening.find((words) => opens(lower, words));
  if (opening === undefined || /[.!?"”]$/.test(lower)) return false;
  const rest = text
    .slice(start + opening.length, end)
    .split(/[\s,|/]+/)
    .filter((word) => word !== '');
  const capitalised = rest.filter((word) => isUpper(word.charCodeAt(0)));
  return (
    rest.length > 0 &&
    rest.length <= 12 &&
    isUpper((rest[0] ?? '').charCodeAt(0)) &&
    rest.every((word) => word.length < 5 || isUpper(word.charCodeAt(0)) || word.includes('@')) &&
    capitalised.length * 2 > rest.length
  );
}

/** Begins with the words, and they end there. */
const opens = (lower: string, words: string): boolean =>
  lower.startsWith(words) && !/[\p{L}\p{N}]/u.test(lower.charAt(words.length));
