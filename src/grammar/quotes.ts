import type { Span } from '../document/span.ts';

/** Words between quotation marks. A paragraph that a running quotation opens anew is a quotation of its own. */
export interface Quotation {
  /** Without the marks. */
  readonly inner: Span;
  /** With the marks that there are. */
  readonly outer: Span;
  /** 0 at the top, 1 within another quotation, and so on. */
  readonly depth: number;
  /** Opened although the one before it was never closed: the same speaker goes on. */
  readonly continues: boolean;
}

/**
 * Pairs the quotation marks of a text, straight and curly, single and double. Marks pair within a paragraph (a stretch of
 * `paragraphs`); what is left open runs to the paragraph's end, as print does with a quotation of several paragraphs.
 * Apostrophes and marks of feet and inches are told from quotation marks by the characters beside them.
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): readonly Quotation[] {
  const all: Quotation[] = [];
  let open = false;
  for (const [start, end] of paragraphs) {
    const { closed, unclosed } = pairs(text, start, end);
    const first = [...closed, ...unclosed].sort((a, b) => a.outer[0] - b.outer[0])[0];
    for (const quotation of [...closed, ...unclosed])
      all.push(
        open && quotation === first && opensParagraph(text, start, quotation)
          ? { ...quotation, continues: true }
          : quotation,
      );
    open = unclosed.length > 0;
  }
  return all.sort((a, b) => a.outer[0] - b.outer[0] || b.outer[1] - a.outer[1]);
}

const opensParagraph = (text: string, start: number, { outer }: Quotation): boolean =>
  text.slice(start, outer[0]).trim() === '';

interface Opened {
  readonly at: number;
  readonly width: number;
  readonly kind: Kind;
}

type Kind = 'double' | 'single' | 'low' | 'angle';

function pairs(text: string, start: number, end: number): { closed: Quotation[]; unclosed: Quotation[] } {
  const stack: Opened[] = [];
  const closed: Quotation[] = [];
  const close = (from: Opened, at: number, width: number): void => {
    closed.push({
      inner: [from.at + from.width, at],
      outer: [from.at, at + width],
      depth: stack.filter((other) => other.at < from.at).length,
      continues: false,
    });
  };
  for (let at = start; at < end; at++) {
    const mark = markAt(text, at, end);
    if (mark === null) continue;
    const opener = stack.findLast((other) => pairsWith(other.kind, mark.kind)) ?? null;
    const role = roleOf(text, at, mark, opener);
    if (role === 'close' && opener !== null) {
      while (stack.at(-1) !== opener) stack.pop();
      stack.pop();
      close(opener, at, mark.width);
    } else if (role === 'open') {
      // A mark that opens where one of its kind stands open: the older one was never closed.
      if (opener !== null && mark.kind === 'double') while (stack.length > 0 && stack.at(-1) !== opener) stack.pop();
      if (opener !== null && mark.kind === 'double') stack.pop();
      stack.push({ at, width: mark.width, kind: mark.kind });
    }
    at += mark.width - 1;
  }
  const left = stack.find(({ kind }) => kind !== 'single');
  const unclosed: Quotation[] =
    left === undefined
      ? []
      : [{ inner: [left.at + left.width, end], outer: [left.at, end], depth: 0, continues: false }];
  const [from] = unclosed[0]?.outer ?? [end];
  return {
    closed: closed.map((one) => (one.outer[0] > from ? { ...one, depth: Math.max(1, one.depth) } : one)),
    unclosed,
  };
}

const pairsWith = (open: Kind, close: Kind): boolean => open === close || (open === 'low' && close === 'double');

interface Mark {
  readonly kind: Kind;
  readonly width: number;
  /** What the sign alone says. */
  readonly role: 'open' | 'close' | null;
}

const SIGNS: Readonly<Record<string, Mark>> = {
  '“': { kind: 'double', width: 1, role: 'open' },
  '”': { kind: 'double', width: 1, role: 'close' },
  '"': { kind: 'double', width: 1, role: null },
  '„': { kind: 'low', width: 1, role: 'open' },
  '«': { kind: 'angle', width: 1, role: 'open' },
  '»': { kind: 'angle', width: 1, role: 'close' },
  '‘': { kind: 'single', width: 1, role: 'open' },
  '’': { kind: 'single', width: 1, role: 'close' },
  "'": { kind: 'single', width: 1, role: null },
};

/** Letters, digits and blanks, of which nearly all text consists, are told by their code. */
const isPlain = (code: number): boolean => code < 0xab && code !== 0x22 && code !== 0x27 && code !== 0x60;

function markAt(text: string, at: number, end: number): Mark | null {
  if (isPlain(text.charCodeAt(at))) return null;
  const sign = text[at] ?? '';
  const doubled = at + 1 < end && text[at + 1] === sign;
  if (sign === "'" && doubled) return { kind: 'double', width: 2, role: null };
  if (sign === '`')
    return doubled ? { kind: 'double', width: 2, role: 'open' } : { kind: 'single', width: 1, role: 'open' };
  return SIGNS[sign] ?? null;
}

const WORD = /[\p{L}\p{N}]/u;

/** Opens, closes, or is no quotation mark: by its sign, what stands beside it, and whether one stands open. */
function roleOf(text: string, at: number, mark: Mark, opener: Opened | null): 'open' | 'close' | null {
  const before = text[at - 1] ?? ' ';
  const after = text[at + mark.width] ?? ' ';
  const wordBefore = WORD.test(before);
  const wordAfter = WORD.test(after);
  if (mark.kind === 'single') {
    if (wordBefore && wordAfter) return null;
    if (mark.role === 'open') return wordBefore ? null : 'open';
    if (opener !== null && !wordAfter && !isPossessive(text, at)) return 'close';
    return mark.role === null && opener === null && !wordBefore && !isBlank(after) && !isElision(text, at)
      ? 'open'
      : null;
  }
  if (mark.role === 'open') return 'open';
  if (opener !== null && mark.role === 'close') return 'close';
  if (mark.role === 'close') return null;
  if (opener === null) return isBlank(after) || (/\d/.test(before) && !wordAfter) ? null : 'open';
  const opens = (isBlank(before) || before === '(') && !isBlank(after);
  return opens ? 'open' : 'close';
}

const isBlank = (sign: string): boolean => sign.trim() === '';

/** "the ministers' plan": after an s, before a blank and a small letter, while a later mark of the line can still close. */
function isPossessive(text: string, at: number): boolean {
  if (text[at - 1] !== 's' || !/^ \p{Ll}/u.test(text.slice(at + 1, at + 3))) return false;
  const rest = text.slice(at + 1, at + 400).split('\n')[0] ?? '';
  return /[\p{L}.,?!]['’](?!\p{L})/u.test(rest);
}

/** "the '90s". */
const isElision = (text: string, at: number): boolean => /^['’]\d0s/.test(text.slice(at, at + 4));
