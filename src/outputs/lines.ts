/** How a terminal is written to: whether in colour, and how wide. The colours are those of picocolors. */
export interface Page {
  readonly paint: Paint;
  /** In columns. */
  readonly width: number;
}

type Colour = 'bold' | 'dim' | 'italic' | 'underline' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';
export type Paint = Readonly<Record<Colour, (text: string) => string>>;

const as = (text: string): string => text;

/** A page without colours, for files, pipes and tests. */
export const plainPage = (width: number): Page => ({
  width,
  paint: {
    bold: as,
    dim: as,
    italic: as,
    underline: as,
    red: as,
    green: as,
    yellow: as,
    blue: as,
    magenta: as,
    cyan: as,
  },
});

/** Breaks a text at blanks into lines of at most `width` columns behind an indent; longer words stand alone. */
export function wrap(text: string, { width, indent }: { readonly width: number; readonly indent: string }): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}

/** A word with its number: "1 report", "2 reports". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${grouped(number)} ${number === 1 ? one : many}`;

/** A whole number with commas: 12,345. */
export const grouped = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
