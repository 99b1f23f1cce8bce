import { isBlank, isLineEnd } from '../document/characters.ts';
import type { Span } from '../document/span.ts';

/** The lines of a text that hold anything, without the blanks around it, in order. */
export function* filledLines(text: string): Generator<Span> {
  for (let at = 0; at < text.length;) {
    let stop = at;
    while (stop < text.length && !isLineEnd(text.charCodeAt(stop))) stop++;
    const line = withoutBlanks(text, [at, stop]);
    if (line[0] < line[1]) yield line;
    at = stop + 1;
  }
}

export function withoutBlanks(text: string, [start, end]: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return [from, to];
}
