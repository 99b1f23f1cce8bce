// Keys by which names are looked up, the same where tables are laid out and where they are read.

/** Letters and digits alone, accents taken off. ASCII, nearly all of what is read, is filtered by code. */
export function bare(text: string): string {
  let kept = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return text.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '');
    if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) continue;
    kept += text.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** A stable id from words: "Wang Yi" → "wang-yi". */
export function slug(words: string): string {
  // Most names are ASCII words with single blanks: they need no Unicode, and no splitting.
  if (PLAIN.test(words)) return words.toLowerCase().replaceAll(' ', '-');
  const plain = ASCII.test(words) ? words : words.normalize('NFKD').replace(/\p{M}+/gu, '');
  return plain
    .toLowerCase()
    .split(NOT_WORD)
    .filter((part) => part !== '')
    .join('-');
}

const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const ASCII = /^[ -~]*$/;
const NOT_WORD = /[^\p{L}\p{N}]+/u;
