/** A line of a stream of bytes, without its line end. */
export type ByteLine =
  | {
      readonly kind: 'line';
      readonly bytes: Uint8Array;
      readonly number: number;
      readonly byte: number;
      readonly ended: boolean;
    }
  | { readonly kind: 'long'; readonly length: number; readonly number: number; readonly byte: number };

/**
 * Cuts a stream at line feeds. Numbers count from 1, offsets from `base`. A line of more than `limit` bytes is passed over and
 * told as `long`; no more than that is ever held. `ended` is false for a last line without its line feed.
 */
export async function* byteLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  base: number,
): AsyncGenerator<ByteLine> {
  let held: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  let byte = base;
  const line = (ended: boolean): ByteLine =>
    length > limit
      ? { kind: 'long', length, number, byte }
      : { kind: 'line', bytes: joined(held, length), number, byte, ended };
  const add = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > limit) held = [];
    else if (piece.length > 0) held.push(piece);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let feed = chunk.indexOf(0x0a); feed >= 0; feed = chunk.indexOf(0x0a, from)) {
      add(chunk.subarray(from, feed));
      yield line(true);
      byte += length + 1;
      number++;
      held = [];
      length = 0;
      from = feed + 1;
    }
    // A copy: the stream may use its buffer again.
    add(chunk.slice(from));
  }
  if (length > 0) yield line(false);
}

export function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
