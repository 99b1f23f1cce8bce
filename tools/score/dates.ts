import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TimeMention } from '../../src/document/reading.ts';
import { overlaps, wordsAt, type Span } from '../../src/document/span.ts';
import { makeReport } from '../../src/inputs/report.ts';
import { open } from '../../src/open.ts';
import type { Score } from './kind.ts';

/** A date that annotators marked: its words and the days that its TIMEX3 value covers. */
interface GoldDate {
  readonly words: Span;
  readonly from: string;
  readonly to: string;
}

interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly dates: readonly GoldDate[];
}

/**
 * Dates of MEANTIME files (NAF-like XML with TIMEX3) against the times of the reader. Durations, sets and references without
 * a value are neither missed nor invented. Extent: exact (strict) and overlapping (relaxed) words; value: overlapping words
 * whose known ends are those of the value. Measures as in TempEval-3 (UzZaman and others, 2013), over dates alone.
 */
export function scoreDates(paths: readonly string[]): Score {
  const { read, language } = open();
  const misses: string[] = [];
  const counts = { gold: 0, found: 0, strict: 0, relaxed: 0, value: 0 };
  for (const { id, text, published, dates } of paths.flatMap(filesIn).map(readMeantime)) {
    const given = { id, published, publisher: null, title: null, url: null, language: 'en' };
    const { times } = read(makeReport(text, given, language).report);
    counts.gold += dates.filter(({ from }) => from !== '').length;
    for (const time of times) {
      const gold = dates.find(({ words }) => overlaps(words, time.words)) ?? null;
      if (gold?.from === '') continue;
      counts.found += 1;
      if (gold === null) misses.push(`${id}\tinvented\t${wordsAt(text, time.words)}`);
      else {
        counts.relaxed += 1;
        if (gold.words[0] === time.words[0] && gold.words[1] === time.words[1]) counts.strict += 1;
        if (agrees(gold, time)) counts.value += 1;
        else
          misses.push(
            `${id}\tvalue\t${wordsAt(text, time.words)}\t${gold.from} ${gold.to}\t${String(time.earliest)} ${String(time.latest)}`,
          );
      }
    }
    for (const { words, from } of dates)
      if (from !== '' && !times.some((time) => overlaps(words, time.words)))
        misses.push(`${id}\tmissed\t${wordsAt(text, words)}\t${from}`);
  }
  const f1 = (right: number): number => Number(((200 * right) / (counts.gold + counts.found || 1)).toFixed(1));
  const json = { extent: { strict: f1(counts.strict), relaxed: f1(counts.relaxed) }, value: { f1: f1(counts.value) } };
  return { json, table: [], misses };
}

const agrees = ({ from, to }: GoldDate, { earliest, latest }: TimeMention): boolean =>
  (earliest === from || latest === to) &&
  (earliest === null || latest === null || (earliest === from && latest === to) || earliest < from || latest > to);

const filesIn = (path: string): readonly string[] =>
  path.endsWith('.xml')
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xml'))
        .map((name) => join(path, name))
        .sort();

const TOKEN = /<token number="\d+" sentence="(?<sentence>\d+)" t_id="(?<id>\d+)">(?<form>[^<]*)<\/token>/g;
const TIMEX = /<TIMEX3 (?<attributes>[^>]*[^/])>(?<anchors>.*?)<\/TIMEX3>/gs;

function readMeantime(path: string): GoldText {
  const xml = readFileSync(path, 'utf8');
  const spans = new Map<string, Span>();
  // Annotators read the first sentences alone: what follows the last word that they marked is cut off.
  const sentences = new Map(
    [...xml.matchAll(TOKEN)].map(({ groups = {} }) => [groups['id'] ?? '', Number(groups['sentence'])]),
  );
  const last = Math.max(
    0,
    ...[...xml.matchAll(/<token_anchor t_id="(?<id>\d+)"/g)].map(
      (match) => sentences.get(match.groups?.['id'] ?? '') ?? 0,
    ),
  );
  let text = '';
  let sentence = '0';
  for (const { groups = {} } of xml.matchAll(TOKEN)) {
    if (Number(groups['sentence']) > last) break;
    const form = unescaped(groups['form'] ?? '');
    if (text !== '') text += groups['sentence'] === sentence ? ' ' : '\n';
    sentence = groups['sentence'] ?? '';
    spans.set(groups['id'] ?? '', [text.length, text.length + form.length]);
    text += form;
  }
  let published: string | null = null;
  const dates: GoldDate[] = [];
  for (const { groups = {} } of xml.matchAll(TIMEX)) {
    const attribute = (name: string): string =>
      new RegExp(`${name}="(?<value>[^"]*)"`).exec(groups['attributes'] ?? '')?.groups?.['value'] ?? '';
    const value = attribute('value');
    if (attribute('functionInDocument') === 'CREATION_TIME') published = value.slice(0, 10);
    const words = [...(groups['anchors'] ?? '').matchAll(/t_id="(?<id>\d+)"/g)].flatMap(
      (match) => spans.get(match.groups?.['id'] ?? '') ?? [],
    );
    if (words.length > 0) {
      const [from, to] = attribute('type') === 'DURATION' || attribute('type') === 'SET' ? ['', ''] : daysOf(value);
      dates.push({ words: [Math.min(...words), Math.max(...words)], from, to });
    }
  }
  return { id: path.replace(/^.*\/|\.xml$/g, ''), text, published, dates };
}

const unescaped = (form: string): string =>
  form
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** First and last day of a TIMEX3 value; empty where it has none ("PAST_REF"). */
function daysOf(value: string): readonly [string, string] {
  const groups = /^(?<year>\d{4})(?:-(?:(?<month>\d\d)(?:-(?<day>\d\d))?|Q(?<quarter>\d)|W(?<week>\d\d)))?/.exec(
    value,
  )?.groups;
  if (groups === undefined) return /^\d{3}$/.test(value) ? [`${value}0-01-01`, `${value}9-12-31`] : ['', ''];
  const { year = '', month, day, quarter, week } = groups;
  if (day !== undefined) return [`${year}-${month ?? ''}-${day}`, `${year}-${month ?? ''}-${day}`];
  if (month !== undefined) return [`${year}-${month}-01`, iso(Date.UTC(Number(year), Number(month), 0))];
  if (quarter !== undefined)
    return [
      iso(Date.UTC(Number(year), 3 * Number(quarter) - 3, 1)),
      iso(Date.UTC(Number(year), 3 * Number(quarter), 0)),
    ];
  if (week !== undefined) {
    const fourth = Date.UTC(Number(year), 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (Number(week) - 1) * 7 * DAY;
    return [iso(monday), iso(monday + 6 * DAY)];
  }
  return value.length > 4 ? ['', ''] : [`${year}-01-01`, `${year}-12-31`];
}

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
