import { describe, expect, test } from 'vitest';
import type { When } from '../document/claim.ts';
import { exampleReading } from '../testing/example.ts';
import { account } from './account.ts';
import { dateWords, dayWords } from './dates.ts';
import { explanation } from './explanation.ts';
import { jsonLine, toJson } from './json.ts';
import { grouped, plainPage, wrap } from './lines.ts';
import { visible, visibleLine } from './visible.ts';

const reading = exampleReading();

describe('dates in words', () => {
  const range = (
    earliest: string | null,
    latest: string | null,
  ): Pick<When, 'earliest' | 'latest' | 'granularity'> => ({
    earliest,
    latest,
    granularity: 'day',
  });
  test.each([
    ['2024-03-19', '2024-03-19', '19 March 2024'],
    ['2024-05-05', '2024-05-07', '5–7 May 2024'],
    ['2024-05-30', '2024-06-02', '30 May – 2 June 2024'],
    ['2023-12-30', '2024-01-02', '30 December 2023 – 2 January 2024'],
    ['2024-02-01', '2024-02-29', 'February 2024'],
    ['2024-04-01', '2024-06-30', 'April–June 2024'],
    ['2040-01-01', '2040-12-31', '2040'],
    [null, '2024-06-30', 'by 30 June 2024'],
    ['2024-06-30', null, 'from 30 June 2024'],
    [null, null, 'undated'],
  ])('%s to %s is %s', (earliest, latest, words) => expect(dateWords(range(earliest, latest))).toBe(words));
  test('a date-time shows its day, what is no date stays as it came', () => {
    expect(dayWords('2024-03-18T23:00:00+13:00')).toBe('18 March 2024');
    expect(dayWords('yesterday')).toBe('yesterday');
  });
});

describe('hidden characters', () => {
  test('are shown as marks, so that no text commands a terminal', () => {
    expect(visible('a\u001B[31mred\u0007')).toBe('a‹U+001B›[31mred‹U+0007›');
    expect(visible('abc\u202Edef\u{E0041}')).toBe('abc‹U+202E›def‹U+E0041›');
    expect(visible('\uD800 alone')).toBe('‹U+D800› alone');
  });
  test('joiners, emoji and ordinary line ends stay', () => {
    expect(visible('نمی\u200Cدانم 👩\u200D🚀\r\n\tx')).toBe('نمی\u200Cدانم 👩\u200D🚀\r\n\tx');
    expect(visibleLine(' a \r\n  b ')).toBe('a b');
  });
});

describe('JSON', () => {
  test('gives report, claims in the order of the text, and doubts', () => {
    const value = JSON.parse(jsonLine(toJson(reading, { layers: false }))) as ReturnType<typeof toJson>;
    expect(Object.keys(value)).toEqual(['report', 'claims', 'doubts']);
    expect(Object.keys(value.report)).toEqual(['id', 'text', 'published', 'publisher', 'title', 'url', 'language']);
    expect(value.claims.map(({ words }) => words[0])).toEqual(
      value.claims.map(({ words }) => words[0]).sort((a, b) => a - b),
    );
    expect(value.claims).toHaveLength(11);
  });
  test('layers speak in spans, never in token numbers', () => {
    const line = jsonLine(toJson(reading, { layers: true }));
    expect(line).toContain('"layers"');
    expect(line).not.toMatch(/"(at|index|children|node)":/);
  });
  test('escapes what would redraw a terminal, and gives the very same text back', () => {
    const text = 'a\u202Eb\u0085c\u{E0041}\u{E007F}😀\uD800\u2028';
    const line = jsonLine({ text });
    expect(line).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u2028\u202E\uDB40]/);
    expect(JSON.parse(line)).toEqual({ text });
    expect(Buffer.from(line, 'utf8').toString('utf8')).toBe(line);
  });
});

describe('account', () => {
  const text = account(reading, plainPage(100));
  test('shows claims under their kinds with status, date, source and words', () => {
    expect(text).toContain('visit  Sitiveni Rabuka (FJI) → Japan  [scheduled]');
    expect(text).toContain('June 2024 · in Japan (JPN) · on the word of his office');
    expect(text).toContain('│ Kamikawa met Mr Rabuka on Sunday');
    expect(text).toContain('outside ontology  “the plans”');
    expect(
      [...text.matchAll(/^(Visits and meetings|Other events|Statements|Relations|Left open)/gm)].map(([line]) => line),
    ).toEqual(['Visits and meetings', 'Other events', 'Statements', 'Relations', 'Left open']);
  });
  test('words that several claims share are shown once', () => {
    expect(text.split('a pact between Australia').length).toBe(2);
  });
  test('no line is wider than the page, but for a single long word', () => {
    for (const line of account(reading, plainPage(60))
      .split('\n')
      .filter((each) => each.includes('│')))
      expect(line.length).toBeLessThanOrEqual(60);
    expect(wrap('averyveryverylongword b', { width: 8, indent: '  ' })).toEqual(['  averyveryverylongword', '  b']);
  });
  test('a report without claims says so', () => {
    expect(account({ ...reading, events: [], statements: [], relations: [] }, plainPage(80))).toContain(
      'No claims were found',
    );
  });
});

test('an explanation names every layer and every rule with its words', () => {
  const text = explanation(reading, plainPage(100));
  for (const title of [
    'language',
    'sentences',
    'trees',
    'times',
    'mentions → actors',
    'places',
    'statements',
    'events',
    'relations',
    'doubts',
  ])
    expect(text).toMatch(new RegExp(`^${title}$`, 'm'));
  expect(text).toContain('because  criticise on “criticised”');
});

test('numbers are grouped by thousands', () =>
  expect([0, 999, 1000, 1234567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']));
