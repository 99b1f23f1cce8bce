import { isBlank, isLineEnd } from '../document/characters.ts';
import type { Span } from '../document/span.ts';
import type { HeaderField, Wires } from '../languages/language.ts';
import { withoutBlanks } from './lines-of-text.ts';

/** What the lines above a report's body say of it, and the words they take. */
export interface Headers {
  readonly fields: ReadonlyMap<HeaderField, string>;
  readonly words: Span | null;
}

/** A header reaches no further than this many lines. */
const MOST_LINES = 40;

/**
 * Reads what stands above the body: front matter between two lines of "---", or a block of "Key: value" lines whose keys
 * the language knows. A text that opens otherwise has no headers.
 */
export function headersOf(text: string, wires: Wires): Headers {
  const [first, ...rest] = topLines(text);
  if (first === undefined) return NONE;
  if (text.slice(...first) === '---') {
    const close = rest.findIndex((line) => text.slice(...line) === '---');
    const last = rest[close];
    if (last === undefined || !rest.slice(0, close).some((line) => entryOf(text, line) !== null)) return NONE;
    return { fields: fieldsOf(text, rest.slice(0, close), wires), words: [first[0], last[1]] };
  }
  const block: Span[] = [];
  for (const line of [first, ...rest]) {
    const entry = line[0] === line[1] ? null : entryOf(text, line);
    if (entry === null || !wires.headers.has(entry.key)) break;
    block.push(line);
  }
  const last = block.at(-1);
  return last === undefined ? NONE : { fields: fieldsOf(text, block, wires), words: [first[0], last[1]] };
}

const NONE: Headers = { fields: new Map(), words: null };

/** The first lines from the first that is not blank on, blank ones included, without the blanks around them. */
function topLines(text: string): readonly Span[] {
  const lines: Span[] = [];
  let at = 0;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  while (at < text.length && lines.length < MOST_LINES) {
    let stop = at;
    while (stop < text.length && !isLineEnd(text.charCodeAt(stop))) stop++;
    lines.push(withoutBlanks(text, [at, stop]));
    at = text.charCodeAt(stop) === 0x0d && text.charCodeAt(stop + 1) === 0x0a ? stop + 2 : stop + 1;
  }
  return lines;
}

function fieldsOf(text: string, lines: readonly Span[], { headers }: Wires): ReadonlyMap<HeaderField, string> {
  const fields = new Map<HeaderField, string>();
  for (const line of lines) {
    const entry = entryOf(text, line);
    const field = entry === null ? undefined : headers.get(entry.key);
    if (entry !== null && field !== undefined && entry.value !== '' && !fields.has(field))
      fields.set(field, entry.value);
  }
  return fields;
}

/** "Key: value", the key in lower case, quotation marks off the value. */
function entryOf(text: string, [start, end]: Span): { readonly key: string; readonly value: string } | null {
  const colon = text.indexOf(':', start);
  if (colon < 0 || colon >= Math.min(end, start + 30) || (colon + 1 < end && !isBlank(text.charCodeAt(colon + 1))))
    return null;
  const value = text.slice(colon + 1, end).trim();
  const quoted = /^(?<mark>["'])(?<inside>.*)\k<mark>$/s.exec(value)?.groups?.['inside'];
  return { key: text.slice(start, colon).trim().toLowerCase(), value: quoted ?? value };
}
