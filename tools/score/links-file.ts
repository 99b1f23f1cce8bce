import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/document/span.ts';

/** Words that annotators linked to an item of Wikidata. */
export interface GoldLink {
  /** Without the article before a name. */
  readonly words: Span;
  /** "Q30"; null where they found no item. */
  readonly item: string | null;
  readonly name: string;
  /** Classes of Wikidata, as the set gives them. */
  readonly types: readonly string[];
  /** A pronoun or a common noun that takes up what was named. */
  readonly again: boolean;
  readonly optional: boolean;
}

export interface LinkedText {
  readonly id: string;
  readonly text: string;
  /** What the annotators looked at. */
  readonly within: Span;
  readonly links: readonly GoldLink[];
  /** Of the fifth whose misses nobody looks at. */
  readonly unread: boolean;
}

interface Row {
  readonly id: number;
  readonly text: string;
  readonly evaluation_span: Span;
  readonly labels: readonly {
    readonly span: Span;
    readonly entity_id: string;
    readonly name: string;
    readonly type: string;
    readonly coref: boolean;
    readonly optional?: boolean;
  }[];
}

/** Articles of a folder in the format of ELEVANT's benchmarks (`*.benchmark.jsonl`). Throws where a folder has none. */
export function readLinked(folder: string): readonly LinkedText[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.benchmark.jsonl'));
  if (files.length === 0) throw new Error(`${folder}: no *.benchmark.jsonl here`);
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => linkedText(JSON.parse(line) as Row)),
  );
}

const linkedText = ({ id, text, evaluation_span: within, labels }: Row): LinkedText => ({
  id: String(id),
  text,
  within,
  links: labels.map(({ span, entity_id: item, name, type, coref, optional }) => ({
    words: withoutArticle(text, span),
    item: /^Q\d+$/.test(item) ? item : null,
    name,
    types: type.split('|'),
    again: coref,
    optional: optional === true,
  })),
  unread: id % 5 === 0,
});

/** "the United States" and "United States" are one name. */
export function withoutArticle(text: string, [start, end]: Span): Span {
  const article = /^the\s+(?=\S)/i.exec(text.slice(start, end));
  return [start + (article?.[0].length ?? 0), end];
}
