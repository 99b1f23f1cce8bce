/** What was measured, by name; the unit stands in the name. */
export type Figures = Readonly<Record<string, number>>;

/** Figures of the last release out of docs/bench.md; empty where the page has no table yet. */
export const figuresIn = (page: string): Figures =>
  Object.fromEntries(
    page
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(
        (cells) => cells.length === 4 && Number.isFinite(Number(cells[2]?.replaceAll(',', ''))) && cells[2] !== '',
      )
      .map((cells) => [cells[1] ?? '', Number(cells[2]?.replaceAll(',', ''))]),
  );

/** The page that keeps a release's figures. */
export const pageOf = (release: string, machine: string, figures: Figures): string =>
  [
    '# Speed',
    '',
    `Measured by \`npm run bench -- --save ${release}\` on ${machine}. A later run prints its own figures beside these.`,
    '',
    '| measure | figure |',
    '| --- | --- |',
    ...Object.entries(figures).map(([name, figure]) => `| ${name} | ${shown(figure)} |`),
    '',
  ].join('\n');

/** One line a figure; where the last release has it too, that and the ratio. */
export const linesOf = (figures: Figures, last: Figures): readonly string[] =>
  Object.entries(figures).map(([name, figure]) => {
    const before = last[name];
    const beside =
      before === undefined || before === 0 ? '' : `   ${shown(before)} before, ${(figure / before).toFixed(2)} x`;
    return `${name.padEnd(28)} ${shown(figure).padStart(10)}${beside}`;
  });

const shown = (figure: number): string =>
  figure >= 1000 ? Math.round(figure).toLocaleString('en-US') : figure >= 100 ? figure.toFixed(0) : figure.toFixed(2);
