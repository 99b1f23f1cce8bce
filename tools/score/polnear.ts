import type { Reading } from '../../src/document/reading.ts';
import { contains, type Span } from '../../src/document/span.ts';
import { makeReport } from '../../src/inputs/report.ts';
import { open } from '../../src/open.ts';
import { joined } from '../../src/stages/ascribe/joined.ts';
import type { Score } from './kind.ts';
import { measure, measureLine, NOTHING, plus, type Tally } from './measure.ts';
import { readArticles, type Article, type Attribution } from './polnear-file.ts';

const PARTS = ['source', 'cue', 'content'] as const;
type Part = (typeof PARTS)[number];

/**
 * Scores attributions against PolNeAR (Newell, Margolin, Ruths, LREC 2018), each part by itself: exact, the whole span with
 * all its pieces; tokens, the words that belong to any such part. Both sides are brought to one convention first: edges
 * without quotation marks, stops and a leading "that"; pieces joined between which only marks stand. The corpus annotates no
 * attribution within another's content, so those of ours are left out.
 */
export function scorePolnear(paths: readonly string[]): Score {
  const { read, language } = open();
  const given = { published: null, publisher: null, title: null, url: null, language: 'en' };
  const outcomes = paths.flatMap(readArticles).map((article) => {
    const reading: Reading = read(makeReport(article.text, { ...given, id: article.id }, language).report);
    return outcomeOf(article, attributionsOf(reading));
  });
  const tally = (part: Part, how: 'exact' | 'tokens'): Tally =>
    outcomes.reduce((sum, outcome) => plus(sum, outcome.tallies[part][how]), NOTHING);
  return {
    json: Object.fromEntries(
      PARTS.map((part) => [part, { exact: measure(tally(part, 'exact')), tokens: measure(tally(part, 'tokens')) }]),
    ),
    table: PARTS.flatMap((part) => [
      measureLine(`${part} exact`, tally(part, 'exact')),
      measureLine(`${part} tokens`, tally(part, 'tokens')),
    ]),
    misses: outcomes.flatMap(({ misses }) => misses),
  };
}

interface Outcome {
  readonly tallies: Readonly<Record<Part, Readonly<Record<'exact' | 'tokens', Tally>>>>;
  readonly misses: readonly string[];
}

function outcomeOf({ id, text, attributions }: Article, read: readonly Attribution[]): Outcome {
  const words = wordsOf(text);
  const misses: string[] = [];
  const tallies = Object.fromEntries(
    PARTS.map((part) => {
      const [gold, ours] = [attributions, read].map((all) =>
        keysOf(
          all.map((one) => one[part]),
          text,
        ),
      );
      const right = ours === undefined ? [] : [...ours].filter((key) => gold?.has(key) === true);
      for (const key of gold ?? []) if (ours?.has(key) !== true) misses.push(missOf(id, 'missed', part, key, text));
      for (const key of ours ?? []) if (gold?.has(key) !== true) misses.push(missOf(id, 'invented', part, key, text));
      const [goldWords, ourWords] = [attributions, read].map((all) =>
        covered(
          words,
          all.flatMap((one) => one[part]),
        ),
      );
      const shared = [...(ourWords ?? [])].filter((word) => goldWords?.has(word) === true);
      return [
        part,
        {
          exact: { right: right.length, gold: gold?.size ?? 0, predicted: ours?.size ?? 0 },
          tokens: { right: shared.length, gold: goldWords?.size ?? 0, predicted: ourWords?.size ?? 0 },
        },
      ];
    }),
  ) as Outcome['tallies'];
  return { tallies, misses };
}

const missOf = (id: string, how: string, part: Part, key: string, text: string): string =>
  [
    id,
    how,
    part,
    key
      .split(' ')
      .map((piece) => text.slice(...(piece.split('-').map(Number) as [number, number])))
      .join(' … ')
      .replace(/\s+/g, ' ')
      .slice(0, 160),
  ].join('\t');

const keysOf = (parts: readonly (readonly Span[])[], text: string): ReadonlySet<string> =>
  new Set(
    parts
      .map((pieces) =>
        joined(text, pieces)
          .map((piece) => trimmed(text, piece))
          .filter(([start, end]) => start < end),
      )
      .filter((pieces) => pieces.length > 0)
      .map((pieces) => pieces.map((piece) => piece.join('-')).join(' ')),
  );

const OPENING = /^(?:[\s"“”'‘’`,;:.\-–—()]|that\s)+/i;
const CLOSING = /[\s"“”'‘’`,;:.\-–—]+$/;

function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  const opening = OPENING.exec(words)?.[0].length ?? 0;
  const closing = CLOSING.exec(words)?.[0].length ?? 0;
  return [start + opening, Math.max(start + opening, end - closing)];
}

const wordsOf = (text: string): readonly Span[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)].map((match) => [match.index, match.index + match[0].length]);

function covered(words: readonly Span[], spans: readonly Span[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const span of spans) words.forEach((word, at) => (contains(span, word) ? found.add(at) : null));
  return found;
}

/** What the reading ascribes to somebody, as the corpus would have it: none of its 22,000 stands within another. */
const attributionsOf = ({ attributions }: Reading): readonly Attribution[] =>
  attributions
    .filter(({ within }) => within === null)
    .map(({ source, cue, content }) => ({ source, cue: [cue], content }));
