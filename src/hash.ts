/** FNV-1a (Fowler, Noll, Vo) over the UTF-16 units of a text: 32 bits, signed, the same on every machine. */
export function fnv1a(text: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  return bits;
}

/** The same without a sign, its upper bits folded into the lower, which alone choose among a power of two. */
export function foldedHash(text: string): number {
  const bits = fnv1a(text);
  return (bits ^ (bits >>> 15)) >>> 0;
}
