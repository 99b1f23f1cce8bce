/** Takes a token by its offsets. */
export type Keep = (from: number, to: number) => void;

/** Marks behind a word: runs of stops, of ! and ?, of dashes stay together. */
export function cutMarks(text: string, start: number, end: number, keep: Keep): void {
  for (let at = start; at < end;) {
    const past = pastRun(text, at, end);
    keep(at, past);
    at = past;
  }
}

/** Past a run of one mark (or of ! and ?), or past the one mark that stands alone. */
export function pastRun(text: string, from: number, end: number): number {
  const code = text.charCodeAt(from);
  let at = from + 1;
  if (code === 0x21 || code === 0x3f)
    while (at < end && (text.charCodeAt(at) === 0x21 || text.charCodeAt(at) === 0x3f)) at++;
  else if (
    code === 0x2e ||
    code === 0x2d ||
    code === 0x2a ||
    code === 0x3d ||
    code === 0x5f ||
    code === 0x7e ||
    code === 0x23 ||
    code === 0x2014 ||
    code === 0x2013 ||
    code === 0x2b
  )
    while (at < end && text.charCodeAt(at) === code) at++;
  else if (
    (code === 0x27 || code === 0x2019 || code === 0x60 || code === 0x3c || code === 0x3e) &&
    text.charCodeAt(at) === code &&
    at < end
  )
    at++;
  else at = from + widthAt(text, from);
  return Math.min(at, end);
}

/** The second half of a surrogate pair. */
export const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** Code units of the character here: two for a surrogate pair. */
export const widthAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff && isLow(text.charCodeAt(at + 1)) ? 2 : 1;
};
