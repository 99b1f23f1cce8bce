import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/document/span.ts';

/** An attribution as the corpus has it: each part as its pieces, in UTF-16 code units of the text. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface Article {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/** Reads a folder with `text/` and `attributions/`, in brat's format (offsets in code points). Throws where a text has none. */
export function readArticles(folder: string): readonly Article[] {
  const annotations = readdirSync(join(folder, 'attributions'));
  return readdirSync(join(folder, 'text'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const id = name.replace(/\.txt$/, '');
      const text = readFileSync(join(folder, 'text', name), 'utf8');
      const file = annotations.find((other) => other === `${id}.ann` || other.startsWith(`${id}_`));
      if (file === undefined) throw new Error(`${name} has no annotations`);
      return { id, text, attributions: parse(readFileSync(join(folder, 'attributions', file), 'utf8'), text) };
    });
}

function parse(annotations: string, text: string): readonly Attribution[] {
  const at = codeUnits(text);
  const lines = annotations.split('\n').map((line) => line.split('\t'));
  const pieces = new Map(
    lines.flatMap(([id = '', body = '']) => (id.startsWith('T') ? [[id, piecesOf(body, at)] as const] : [])),
  );
  return lines.flatMap(([id = '', body = '']) => {
    if (!id.startsWith('E')) return [];
    const roles = body.split(' ').map((role) => role.split(':'));
    const of = (wanted: string): readonly Span[] =>
      roles.flatMap(([role = '', target = '']) =>
        role.replace(/\d+$/, '') === wanted ? (pieces.get(target) ?? []) : [],
      );
    return [{ source: of('Source'), cue: of('Cue'), content: of('Content') }];
  });
}

/** "Content 10 20;30 40" as spans. */
const piecesOf = (body: string, at: readonly number[]): readonly Span[] =>
  body
    .slice(body.indexOf(' ') + 1)
    .split(';')
    .map((piece) => {
      const [start = 0, end = 0] = piece.split(' ').map(Number);
      return [at[start] ?? start, at[end] ?? end] as const;
    });

/** Where each code point begins. */
function codeUnits(text: string): readonly number[] {
  const starts: number[] = [];
  let at = 0;
  for (const sign of text) {
    starts.push(at);
    at += sign.length;
  }
  return [...starts, at];
}
