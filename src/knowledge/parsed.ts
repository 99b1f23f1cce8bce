import { isNode, LineCounter, parseDocument } from 'yaml';

/** A file of knowledge as it was read, before its schema sees it. Every scalar is a string. */
export interface Parsed {
  readonly value: unknown;
  /** The line, from 1, where what lies at a path was written; of what is absent, that of what should hold it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  /** What is no YAML, each with its line. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/** Parses YAML. The failsafe schema leaves every scalar a string: `code: 010` stays "010" and `NO` stays Norway. */
export function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  return {
    value: document.errors.length > 0 ? null : document.toJS(),
    lineOf: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node: unknown = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
    errors: document.errors.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, message })),
  };
}

/** Parses a table with tabs: the first line that is no comment names the columns, every other one is a row. */
export function parseTable(text: string): Parsed {
  const [head, ...rows] = text
    .split(/\r?\n/)
    .map((cells, at) => ({ cells, line: at + 1 }))
    .filter(({ cells }) => cells !== '' && !cells.startsWith('#'));
  const names = head?.cells.split('\t') ?? [];
  return {
    value: rows.map(({ cells }) =>
      Object.fromEntries(cells.split('\t').map((cell, at) => [names[at] ?? `column ${at + 1}`, cell])),
    ),
    lineOf: ([row]) => rows[Number(row)]?.line ?? head?.line ?? 1,
    errors: [],
  };
}
