/**
 * What a UTF-16 code unit is, without locale. Letters outside ASCII are told by their case mapping or, where they have
 * none, by standing beyond the punctuation of Latin-1.
 */

/** A blank: white space of any width, line ends, control characters, the byte order mark. */
export const isBlank = (code: number): boolean =>
  code <= 0x20 ||
  (code >= 0x7f &&
    (code <= 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff));

/** Takes no room inside a word: soft hyphen, zero-width characters, marks of direction. */
export const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069);

/** \n, \r, next line, line and paragraph separator. */
export const isLineEnd = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (code < 0xc0) return false;
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

export function isLower(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  if (code < 0xb5) return false;
  const letter = String.fromCharCode(code);
  return letter !== letter.toUpperCase();
}

/** Letters, marks and signs of any script; in Latin-1 and general punctuation only the letters. */
export const isLetter = (code: number): boolean =>
  code < 0x80
    ? (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
    : code === 0xaa ||
      code === 0xb5 ||
      code === 0xba ||
      (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code < 0x2000) ||
      (code >= 0x2c00 && code < 0x2e00) ||
      (code >= 0x3040 && code < 0xe000) ||
      (code >= 0xf900 && code < 0xfe00) ||
      (code >= 0xff21 && code <= 0xffdc && !(code > 0xff3a && code < 0xff41));

/** ' ’ ‘ ‛ ` ´ ʼ, as apostrophes are written. */
export const isApostrophe = (code: number): boolean =>
  code === 0x27 ||
  code === 0x2019 ||
  code === 0x2018 ||
  code === 0x201b ||
  code === 0x60 ||
  code === 0xb4 ||
  code === 0x2bc;

/** Marks that close a quotation or bracket; straight quotation marks may open as well. */
export const isCloser = (code: number): boolean =>
  code === 0x22 ||
  code === 0x27 ||
  code === 0x29 ||
  code === 0x5d ||
  code === 0x7d ||
  code === 0x2019 ||
  code === 0x201d ||
  code === 0xbb ||
  code === 0x203a;

/** Marks that open a quotation or bracket; straight quotation marks may close as well. */
export const isOpener = (code: number): boolean =>
  code === 0x22 ||
  code === 0x27 ||
  code === 0x28 ||
  code === 0x5b ||
  code === 0x7b ||
  code === 0x60 ||
  (code >= 0x2018 && code !== 0x2019 && code <= 0x201e && code !== 0x201d) ||
  code === 0xab ||
  code === 0x2039;
