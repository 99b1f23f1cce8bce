import type { Fault } from './input.ts';

/** A JSON value. Numbers keep their digits (an id of twenty digits must not be rounded); objects are maps, so that no key is special. */
export type Json = string | boolean | null | { readonly digits: string } | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

export type ParsedJson =
  | { readonly value: Json; readonly duplicates: readonly string[] }
  | { readonly fault: Fault & { readonly at: number } };

/**
 * Parses JSON (RFC 8259), strictly. A fault names its offset in UTF-16 code units, which the platform's own parser does not.
 * Keys that come twice are listed; the last one counts. Nothing nests deeper than `depth` levels.
 */
export function parseJson(text: string, depth: number): ParsedJson {
  const reader: Reader = { text, at: 0, left: depth, limit: depth, duplicates: [] };
  try {
    const value = readValue(reader);
    skipBlanks(reader);
    if (reader.at < text.length) throw wrong(reader, 'something follows the value');
    return { value, duplicates: reader.duplicates };
  } catch (error) {
    if (error instanceof JsonFault) return { fault: error.fault };
    throw error;
  }
}

interface Reader {
  readonly text: string;
  at: number;
  left: number;
  readonly limit: number;
  readonly duplicates: string[];
}

class JsonFault extends Error {
  readonly fault: Fault & { readonly at: number };
  constructor(fault: Fault & { readonly at: number }) {
    super(fault.reason);
    this.fault = fault;
  }
}

const wrong = ({ at, text }: Reader, reason: string): JsonFault =>
  new JsonFault({
    code: at >= text.length ? 'E_TRUNCATED' : 'E_JSON',
    at,
    reason: at >= text.length ? 'the record ends too early' : reason,
    next: at >= text.length ? 'Complete the record and read it again' : 'Mend the record and read it again',
  });

function readValue(reader: Reader): Json {
  skipBlanks(reader);
  const mark = reader.text.charAt(reader.at);
  if (mark === '{') return nested(reader, readObject);
  if (mark === '[') return nested(reader, readArray);
  if (mark === '"') return readString(reader);
  return readWord(reader);
}

function nested<T>(reader: Reader, read: (reader: Reader) => T): T {
  if (reader.left === 0)
    throw new JsonFault({
      code: 'E_DEPTH',
      at: reader.at,
      reason: `nests deeper than ${reader.limit} levels`,
      next: 'Flatten the record',
    });
  reader.left--;
  const value = read(reader);
  reader.left++;
  return value;
}

function readObject(reader: Reader): JsonObject {
  const object = new Map<string, Json>();
  reader.at++;
  skipBlanks(reader);
  if (takes(reader, '}')) return object;
  for (;;) {
    skipBlanks(reader);
    if (reader.text.charAt(reader.at) !== '"') throw wrong(reader, 'a key in quotation marks was expected');
    const key = readString(reader);
    if (object.has(key)) reader.duplicates.push(key);
    skipBlanks(reader);
    if (!takes(reader, ':')) throw wrong(reader, 'a colon was expected');
    object.set(key, readValue(reader));
    skipBlanks(reader);
    if (takes(reader, '}')) return object;
    if (!takes(reader, ',')) throw wrong(reader, 'a comma or a closing brace was expected');
  }
}

function readArray(reader: Reader): readonly Json[] {
  const array: Json[] = [];
  reader.at++;
  skipBlanks(reader);
  if (takes(reader, ']')) return array;
  for (;;) {
    array.push(readValue(reader));
    skipBlanks(reader);
    if (takes(reader, ']')) return array;
    if (!takes(reader, ',')) throw wrong(reader, 'a comma or a closing bracket was expected');
  }
}

function readString(reader: Reader): string {
  const { text } = reader;
  const start = reader.at;
  let at = start + 1;
  let escaped = false;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) break;
    if (code >= 0x20 && code !== 0x5c) continue;
    reader.at = at;
    if (code !== 0x5c) throw wrong(reader, 'a control character stands in a string');
    escaped = true;
    if (text.charAt(at + 1) === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) {
        if (at + 6 > text.length) reader.at = text.length;
        throw wrong(reader, 'four hexadecimal digits were expected');
      }
      at += 5;
    } else if ('"\\/bfnrt'.includes(text.charAt(at + 1)) && at + 1 < text.length) at++;
    else {
      if (at + 1 >= text.length) reader.at = text.length;
      throw wrong(reader, 'no such escape');
    }
  }
  reader.at = at + 1;
  return escaped ? (JSON.parse(text.slice(start, at + 1)) as string) : text.slice(start + 1, at);
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

function readWord(reader: Reader): Json {
  for (const [word, value] of [
    ['true', true],
    ['false', false],
    ['null', null],
  ] as const)
    if (reader.text.startsWith(word, reader.at)) {
      reader.at += word.length;
      return value;
    }
  NUMBER.lastIndex = reader.at;
  const digits = NUMBER.exec(reader.text)?.[0];
  if (digits === undefined) throw wrong(reader, 'a value was expected');
  reader.at += digits.length;
  return { digits };
}

function skipBlanks(reader: Reader): void {
  while (isJsonBlank(reader.text.charCodeAt(reader.at))) reader.at++;
}

const isJsonBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

function takes(reader: Reader, mark: string): boolean {
  if (reader.text.charAt(reader.at) !== mark) return false;
  reader.at++;
  return true;
}
