import { readFileSync } from 'node:fs';
import type { Reading } from '../../src/document/reading.ts';
import { open } from '../../src/open.ts';
import { partiesIn } from '../../src/stages/code/party-words.ts';
import { makeReport } from '../../src/inputs/report.ts';
import type { Span } from '../../src/document/span.ts';
import { wordsAt } from '../../src/document/span.ts';
import type { Score } from './kind.ts';
import { measure, measureLine, NOTHING, plus, type Tally } from './measure.ts';
import { isUnread } from './unread.ts';

const SIDES = ['source', 'target'] as const;
type Side = (typeof SIDES)[number];

interface Marked {
  readonly text: string;
  readonly spans: Readonly<Record<Side, readonly Span[]>>;
}

interface Outcome {
  readonly unread: boolean;
  readonly tally: Readonly<Record<Side, Tally>>;
  readonly misses: readonly string[];
}

/** Who acts and who is acted on, by exact spans, against sentences in BIO (B-S, I-S, B-T, I-T). Every fifth sentence is unread. */
export function scoreSourceTarget(paths: readonly string[]): Score {
  const { read, language } = open();
  const words = partiesIn(language);
  const outcomes = paths.flatMap(readBio).map((gold): Outcome => {
    const given = { id: 'sentence', published: null, publisher: null, title: null, url: null, language: 'en' };
    const reading: Reading = read(makeReport(gold.text, given, language).report);
    return outcomeOf(gold, words(reading));
  });
  const [seen, unread] = [outcomes.filter((one) => !one.unread), outcomes.filter((one) => one.unread)];
  const sum = (some: readonly Outcome[], side: Side): Tally =>
    some.map(({ tally }) => tally[side]).reduce(plus, NOTHING);
  const lines = (label: string, some: readonly Outcome[]): readonly string[] =>
    SIDES.map((side) => measureLine(`${label} ${side}`, sum(some, side)));
  const json = (some: readonly Outcome[]) => Object.fromEntries(SIDES.map((side) => [side, measure(sum(some, side))]));
  return {
    json: { ...json(outcomes), read: json(seen), unread: json(unread) },
    table: [...lines('seen', seen), ...lines('unread', unread), ...lines('all', outcomes)],
    misses: seen.flatMap(({ misses }) => misses),
  };
}

function outcomeOf({ text, spans }: Marked, read: Readonly<Record<Side, readonly Span[]>>): Outcome {
  const same = ([a, b]: Span, [c, d]: Span): boolean => a === c && b === d;
  const tally = (side: Side): Tally => ({
    right: spans[side].filter((span) => read[side].some((other) => same(span, other))).length,
    gold: spans[side].length,
    predicted: read[side].length,
  });
  const shown = (list: readonly Span[]): string => list.map((span) => wordsAt(text, span)).join(' | ') || '-';
  const wrong = SIDES.filter((side) => {
    const { right, gold, predicted } = tally(side);
    return right < gold || right < predicted;
  });
  return {
    unread: isUnread(text),
    tally: { source: tally('source'), target: tally('target') },
    misses: wrong.map((side) => [side, shown(spans[side]), shown(read[side]), text].join('\t')),
  };
}

function readBio(path: string): readonly Marked[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n\r?\n/)
    .map((block) => block.split(/\r?\n/).filter((row) => row !== ''))
    .filter((rows) => rows.length > 0)
    .map((rows) => {
      let text = '';
      const spans: Record<Side, Span[]> = { source: [], target: [] };
      for (const row of rows) {
        const [form = '', label = ''] = row.split(' ');
        const start = text === '' || ATTACHED.test(form) ? text.length : text.length + 1;
        text = `${text.padEnd(start)}${form}`;
        const side = label.endsWith('-S') ? 'source' : label.endsWith('-T') ? 'target' : null;
        const last = side === null ? undefined : spans[side].at(-1);
        if (side === null) continue;
        if (label.startsWith('B') || last === undefined) spans[side].push([start, text.length]);
        else spans[side][spans[side].length - 1] = [last[0], text.length];
      }
      return { text, spans };
    });
}

/** Tokens that stand without a blank before them: "'s", ",", "." */
const ATTACHED = /^(?:['’](?:s|re|ve|ll|d|m)?|n['’]t|[.,;:!?)\]%])$/;
