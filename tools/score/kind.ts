/** What a score says: one JSON object for programs, lines for people, and what was missed or invented, one a line. */
export interface Score {
  readonly json: Readonly<Record<string, unknown>>;
  readonly table: readonly string[];
  readonly misses: readonly string[];
}

/** Reads what the paths name and scores the program against it. Throws where a path cannot be read as this kind. */
export type Kind = (paths: readonly string[]) => Promise<Score> | Score;

/** A score object as lines, for kinds that have no table of their own. */
export const linesOf = (json: Readonly<Record<string, unknown>>, indent = ''): readonly string[] =>
  Object.entries(json).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? [`${indent}${key}`, ...linesOf(value as Readonly<Record<string, unknown>>, `${indent}  `)]
      : [`${indent}${key.padEnd(18 - indent.length)} ${String(value)}`],
  );
