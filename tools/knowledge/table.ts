/** A table of knowledge/ as it is made anew. */
export interface Table {
  /** Under knowledge/. */
  readonly path: string;
  readonly text: string;
}

/** What a program makes of lists of facts, and what it has to tell whoever runs it. */
export interface Made {
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}

/** A table as text: comments, the names of the columns, rows. */
export const tableText = (
  comments: readonly string[],
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string =>
  [...comments.map((line) => `# ${line}`), columns.join('\t'), ...rows.map((row) => row.join('\t')), ''].join('\n');
