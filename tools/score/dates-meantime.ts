import { basename } from 'node:path';
import type { TimeMention } from '../../src/document/reading.ts';
import { overlaps, wordsAt } from '../../src/document/span.ts';
import { makeReport } from '../../src/inputs/report.ts';
import { open } from '../../src/open.ts';
import type { Score } from './kind.ts';
import { readMeantime } from './meantime-file.ts';
import { measure, measureLine, NOTHING, plus, type Tally } from './measure.ts';
import { isUnread } from './unread.ts';

const MEASURES = ['strict', 'relaxed', 'value'] as const;
type Tallies = Readonly<Record<(typeof MEASURES)[number], Tally>>;
const NONE: Tallies = { strict: NOTHING, relaxed: NOTHING, value: NOTHING };

/**
 * TIMEX3 of all types against the layer `times`, as TempEval-3 measures (UzZaman and others, 2013): the same words (strict),
 * overlapping words (relaxed), and overlapping words with the same attribute `value`, letter for letter. An annotation is
 * met once. What has no words in the text is not looked for, nor the words of the creation time, which are given.
 */
export function meantimeScore(paths: readonly string[]): Score | null {
  if (paths.length === 0) return null;
  const { read, language } = open();
  const misses: string[] = [];
  const tallies = { 'looked at': NONE, unread: NONE };
  for (const path of paths) {
    const { text, published, timexes } = readMeantime(path);
    const id = basename(path, '.xml');
    const part = isUnread(id) ? 'unread' : 'looked at';
    const given = { id, published, publisher: null, title: null, url: null, language: 'en' };
    const created = timexes.filter(({ creation }) => creation);
    const times = read(makeReport(text, given, language).report)
      .times.filter(({ words }) => !created.some((timex) => overlaps(timex.words, words)))
      .flatMap(ends);
    const left = new Set(timexes.filter(({ creation }) => !creation));
    const gold = left.size;
    const right = { strict: 0, relaxed: 0, value: 0 };
    for (const time of times) {
      const near = [...left].filter(({ words }) => overlaps(words, time.words));
      const timex = near.find(({ value }) => value === time.value) ?? near[0];
      const found = `${wordsAt(text, time.words)} = ${time.value}`;
      if (timex === undefined) {
        if (part !== 'unread') misses.push(`${id}\tinvented\t${found}`);
        continue;
      }
      left.delete(timex);
      right.relaxed += 1;
      if (timex.words[0] === time.words[0] && timex.words[1] === time.words[1]) right.strict += 1;
      if (timex.value === time.value) right.value += 1;
      else if (part !== 'unread') misses.push(`${id}\tvalue\t${found}\tnot ${timex.value}`);
    }
    if (part !== 'unread')
      for (const { words, value } of left) misses.push(`${id}\tmissed\t${wordsAt(text, words)} = ${value}`);
    const tally = (one: number): Tally => ({ right: one, gold, predicted: times.length });
    tallies[part] = {
      strict: plus(tallies[part].strict, tally(right.strict)),
      relaxed: plus(tallies[part].relaxed, tally(right.relaxed)),
      value: plus(tallies[part].value, tally(right.value)),
    };
  }
  const parts = { ...tallies, all: both(tallies['looked at'], tallies.unread) };
  return {
    json: Object.fromEntries(
      Object.entries(parts).map(([part, tally]) => [
        `meantime ${part}`,
        Object.fromEntries(MEASURES.map((name) => [name, measure(tally[name])])),
      ]),
    ),
    table: Object.entries(parts).flatMap(([part, tally]) =>
      MEASURES.map((name) => measureLine(`${part} ${name}`, tally[name])),
    ),
    misses,
  };
}

/** A stretch from one date to another is one time of the reading, and two of TIMEX3. */
function ends(time: TimeMention): readonly Pick<TimeMention, 'words' | 'value'>[] {
  const { words, value } = time;
  return value.split('/').map((one) => ({ words, value: one }));
}

const both = (a: Tallies, b: Tallies): Tallies => ({
  strict: plus(a.strict, b.strict),
  relaxed: plus(a.relaxed, b.relaxed),
  value: plus(a.value, b.value),
});
