import type { Fault, Warning } from './input.ts';
import { firstInvalidUtf8, utf8Length } from './utf8.ts';

export type Decoded = { readonly text: string; readonly warnings: readonly Warning[] } | { readonly fault: Fault };

/**
 * Decodes a whole text: by the label given, else by its byte order mark, else as UTF-8, UTF-16 or windows-1252 by the
 * evidence of its bytes. A mark of byte order is not part of the text. What is none of these is refused, never mended.
 * NUL characters become U+FFFD, one for one, because neither databases nor terminals keep them.
 */
export async function decodeText(bytes: Uint8Array, label: string | null): Promise<Decoded> {
  if (label !== null) return byLabel(bytes, label);
  const wide = wideEncoding(bytes);
  if (wide !== null)
    return checked(await decode(bytes, wide.encoding), wide.marked ? [] : [encodingWarning(wide.encoding, null)]);
  if (looksBinary(bytes)) return { fault: BINARY };
  const invalid = firstInvalidUtf8(bytes);
  if (invalid === null) return checked(new TextDecoder().decode(bytes), []);
  if (looksLikeWindows1252(bytes))
    return checked(await decode(bytes, 'windows-1252'), [encodingWarning('windows-1252', invalid)]);
  return { fault: encodingFault(bytes, invalid) };
}

/** UTF-16 or UTF-32, by the mark of byte order or by where the zero bytes stand; null for anything else. */
export function wideEncoding(bytes: Uint8Array): { readonly encoding: string; readonly marked: boolean } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe)
    return { encoding: c === 0 && d === 0 && bytes.length > 3 ? 'utf-32le' : 'utf-16le', marked: true };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', marked: true };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', marked: true };
  const length = Math.min(bytes.length, 4096) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd * 5 > length && even * 50 <= length) return { encoding: 'utf-16le', marked: false };
  if (even * 5 > length && odd * 50 <= length) return { encoding: 'utf-16be', marked: false };
  return null;
}

async function byLabel(bytes: Uint8Array, label: string): Promise<Decoded> {
  if (!(await encodings()).encodingExists(label))
    return {
      fault: {
        code: 'E_ENCODING',
        at: null,
        reason: `no encoding is called "${label}"`,
        next: 'Name one such as utf-8, utf-16le or windows-1252',
      },
    };
  if (/^utf-?8$/i.test(label)) {
    const invalid = firstInvalidUtf8(bytes);
    if (invalid !== null) return { fault: encodingFault(bytes, invalid) };
  }
  return checked(await decode(bytes, label), []);
}

const decode = async (bytes: Uint8Array, encoding: string): Promise<string> =>
  (await encodings()).decode(bytes, encoding, { stripBOM: true });

/** Loaded when it is needed: nearly all that is read is UTF-8. */
export const encodings = async () => (await import('iconv-lite')).default;

function checked(text: string, warnings: readonly Warning[]): Decoded {
  const lone = loneSurrogate(text);
  if (lone !== null)
    return {
      fault: {
        code: 'E_SURROGATE',
        at: null,
        reason: `half a surrogate pair at character ${lone}`,
        next: 'Write the file again as UTF-8',
      },
    };
  const first = text.indexOf('\0');
  if (first < 0) return { text, warnings };
  const reason = `NUL characters, the first at character ${first}, read as U+FFFD`;
  return { text: text.replaceAll('\0', '\ufffd'), warnings: [...warnings, { code: 'W_NUL', line: null, reason }] };
}

/** The offset of a surrogate without its other half; null where all are paired. */
export function loneSurrogate(text: string): number | null {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = text.charCodeAt(at + 1);
    if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return at;
    at++;
  }
  return null;
}

const BINARY: Fault = {
  code: 'E_BINARY',
  at: null,
  reason: 'this is no text',
  next: 'Extract its text first, or name its encoding with --encoding',
};

/** Opens as a known kind of binary file, or holds more control characters than text does. */
function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 4096);
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (
    /^(?:%PDF-|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\x1f\x8b|\x7fELF|BZh|\xfd7zXZ|\xd0\xcf\x11\xe0|7z\xbc\xaf|Rar!)/.test(
      head,
    )
  )
    return true;
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b) controls++;
  }
  return controls * 20 > length && controls > 1;
}

/** No byte forms UTF-8, and each high byte is a mark or a letter where windows-1252 text has one. */
function looksLikeWindows1252(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (utf8Length(bytes, at) > 0) return false;
    if (MARKS_1252.has(byte)) continue;
    // Ð × Þ ð ÷ þ ÿ are letters of few languages, and bytes of many mistakes.
    const isLetter = byte >= 0xc0 && ![0xd0, 0xd7, 0xde, 0xf0, 0xf7, 0xfe, 0xff].includes(byte);
    const isOther = [0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f].includes(byte);
    if (!(isLetter || isOther) || !(isAsciiLetter(bytes[at - 1]) || isAsciiLetter(bytes[at + 1]))) return false;
  }
  return true;
}

/** € … ‘ ’ “ ” • – — ™, no-break space, £ § © « ® ° · » ½ and the like. */
const MARKS_1252 = new Set([
  0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa3, 0xa7, 0xa9, 0xab, 0xad, 0xae, 0xb0, 0xb4,
  0xb7, 0xbb, 0xbc, 0xbd, 0xbe, 0xbf, 0xa1,
]);

const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

const encodingWarning = (encoding: string, invalid: number | null): Warning => ({
  code: 'W_ENCODING',
  line: null,
  reason:
    invalid === null
      ? `read as ${encoding}, by its bytes`
      : `not UTF-8 at byte ${invalid}; read as ${encoding}, by its bytes`,
});

const encodingFault = (bytes: Uint8Array, invalid: number): Fault => ({
  code: 'E_ENCODING',
  at: invalid,
  reason: cutOff(bytes, invalid) ? 'it ends inside a UTF-8 character' : 'not UTF-8, and no other encoding fits',
  next: 'Name the encoding with --encoding, such as --encoding windows-1252',
});

/** Would the character have been whole, had more bytes followed? */
function cutOff(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] ?? 0;
  const length =
    first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 1;
  return at + length > bytes.length && bytes.subarray(at + 1).every((byte) => byte >= 0x80 && byte < 0xc0);
}
