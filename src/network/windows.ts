/** Most words parsed as one sentence; the tables of the tree search grow with its square, its time with its cube. */
export const WINDOW = 192;

/**
 * Cuts a sentence of more than WINDOW words into stretches of at most that many, after the last semicolon or dash, else comma, of
 * the stretch's second half, else at its end.
 */
export function cutWindows(sentence: readonly string[]): readonly (readonly string[])[] {
  if (sentence.length <= WINDOW) return [sentence];
  const out: (readonly string[])[] = [];
  for (let from = 0; from < sentence.length;) {
    const stretch = sentence.slice(from, from + WINDOW);
    const window = from + WINDOW >= sentence.length ? stretch : stretch.slice(0, cutPlace(stretch));
    out.push(window);
    from += window.length;
  }
  return out;
}

function cutPlace(stretch: readonly string[]): number {
  for (const marks of [[';', '—', '--', '|', '•'], [',']])
    for (let at = stretch.length - 1; at >= WINDOW / 2; at--) if (marks.includes(stretch[at] ?? '')) return at + 1;
  return stretch.length;
}
