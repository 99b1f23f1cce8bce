/** Row of a word's key in the word table; 0, the unknown word, for others. */
export type Vocabulary = (key: string) => number;

/**
 * Keys searched where they lie, in the order of their UTF-8 bytes: a network that loads builds no index of them.
 * @param body the file behind its header
 * @param place `from`: where the numbers lie (32 bits, little-endian) at which each key begins in the text, one more than there are
 *   keys; `text`: where the text lies
 * @throws Error where they reach beyond the file
 */
export function readVocabulary(
  body: Uint8Array,
  { count, from, text }: { readonly count: number; readonly from: number; readonly text: number },
): Vocabulary {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if (from + (count + 1) * 4 > body.length) throw new Error('network weights: cut off within the vocabulary');
  const start = (row: number): number => text + view.getUint32(from + row * 4, true);
  if (start(count) > body.length) throw new Error('network weights: cut off within the vocabulary');
  const encoder = new TextEncoder();
  return (key) => {
    const wanted = encoder.encode(key);
    let low = 1;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compare(wanted, body, start(middle), start(middle + 1));
      if (order === 0) return middle;
      if (order < 0) high = middle;
      else low = middle + 1;
    }
    return 0;
  };
}

/** Below zero where the wanted key comes before bytes [from, to). */
function compare(wanted: Uint8Array, body: Uint8Array, from: number, to: number): number {
  const shared = Math.min(wanted.length, to - from);
  for (let at = 0; at < shared; at++) {
    const difference = (wanted[at] ?? 0) - (body[from + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return wanted.length - (to - from);
}
