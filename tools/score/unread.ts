/**
 * Is this item in the fifth of a set whose text and misses the people who write rules never see? Told by its text (FNV-1a, 32 bits, over
 * UTF-8), so that an item keeps its side wherever it stands.
 */
export function isUnread(text: string): boolean {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193);
  return (sum >>> 0) % 5 === 0;
}
