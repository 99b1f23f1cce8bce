/**
 * The offset of the first byte that is not UTF-8 by the WHATWG Encoding Standard (no overlong forms, no surrogates,
 * nothing above U+10FFFF); null where all is well. The platform's decoder refuses without saying where.
 */
export function firstInvalidUtf8(bytes: Uint8Array): number | null {
  for (let at = 0; at < bytes.length;) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++;
      continue;
    }
    const length = utf8Length(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return null;
}

/** How many bytes the character at an offset takes, 0 where it is malformed or cut off. */
export function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return isTrail(second) ? 2 : 0;
  if (first < 0xf0) {
    const least = first === 0xe0 ? 0xa0 : 0x80;
    const most = first === 0xed ? 0x9f : 0xbf;
    return second >= least && second <= most && isTrail(bytes[at + 2] ?? 0) ? 3 : 0;
  }
  const least = first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xf4 ? 0x8f : 0xbf;
  return second >= least && second <= most && isTrail(bytes[at + 2] ?? 0) && isTrail(bytes[at + 3] ?? 0) ? 4 : 0;
}

const isTrail = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;
