import { isDigit, isLetter } from '../../document/characters.ts';

/** Past the web or mail address that fills this word up to its closing marks; null where it is none. */
export function pastAddress(text: string, start: number, end: number): number | null {
  if (end - start < 6 || !isAddress(text, start, end)) return null;
  let to = end;
  while (to > start && isClosing(text.charCodeAt(to - 1))) to--;
  // "…/Foo_(bar)" keeps its bracket.
  if (text.charCodeAt(to) === 0x29 && text.slice(start, to).lastIndexOf('(') > text.slice(start, to).lastIndexOf(')'))
    to++;
  return to > start ? to : null;
}

function isAddress(text: string, start: number, end: number): boolean {
  let sign = -1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3a && text.charCodeAt(at + 1) === 0x2f && text.charCodeAt(at + 2) === 0x2f && at + 3 < end)
      return at > start && isLetter(text.charCodeAt(at - 1));
    if (code === 0x40 && at > start) sign = at;
    if (code === 0x2e && sign > 0 && at > sign + 1 && isLetter(text.charCodeAt(at + 1)) && at + 1 < end) return true;
    if (at > start + 2000) return false;
  }
  return (
    text.charCodeAt(start + 3) === 0x2e &&
    /^www\./i.test(text.slice(start, start + 4)) &&
    text.indexOf('.', start + 4) > 0
  );
}

const isClosing = (code: number): boolean =>
  !isLetter(code) &&
  !isDigit(code) &&
  code !== 0x2f &&
  code !== 0x5f &&
  code !== 0x2d &&
  code !== 0x3d &&
  code !== 0x26 &&
  code !== 0x23 &&
  code !== 0x25;

/** Past ":)", ";-)", ":P", "^_^" where one stands here. */
export function pastEmoticon(text: string, start: number, end: number): number | null {
  if (end - start > 4 || end - start < 2 || !':;=^<'.includes(text.charAt(start))) return null;
  return /^(?:[:;=]['’]?-?[)(DPpOo/|\\*]+|\^_?\^|<3)$/.test(text.slice(start, end)) ? end : null;
}

/** One mark many times over: "----", "****", "...". */
export function isWholeMark(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (isLetter(code) || isDigit(code) || code >= 0xd800 || code === 0x22 || code === 0x28 || code === 0x29)
    return false;
  for (let at = start + 1; at < end; at++) if (text.charCodeAt(at) !== code) return false;
  return true;
}
