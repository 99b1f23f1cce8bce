import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../languages/en.ts';
import { cases } from '../testing/cases.ts';
import { know } from '../testing/know.ts';
import { datelineOf } from './dateline.ts';
import { publishedDate } from './dates.ts';
import { makeReport, type Given } from './report.ts';

const language = english(know);
const nothing: Given = { id: 'a', published: null, publisher: null, title: null, url: null, language: null };

cases(import.meta.url, 'dateline.cases.txt', (input) => {
  const found = datelineOf(input, [input.length - input.trimStart().length, input.length], language);
  if (found === null) return 'none';
  const part = (name: 'place' | 'date' | 'agency'): string => {
    const span = found.dateline[name];
    return span === null ? '-' : input.slice(...span);
  };
  const stated = found.date.kind === 'date' ? found.date.iso : '-';
  return `${input.slice(...found.dateline.words)}\n${part('place')} | ${part('date')} | ${part('agency')} | ${stated}`;
});

const marked = (text: string, given: Partial<Given> = {}): readonly string[] =>
  makeReport(text, { ...nothing, ...given }, language).report.furniture.map(
    ({ kind, words }) => `${kind}: ${text.slice(...words)}`,
  );

describe('makeReport', () => {
  it('fills fields from a header, and marks what is around the prose', () => {
    const text = [
      'Title: Talks open in Suva',
      'Date: 18 March 2024',
      'Source: Example Times',
      'URL: https://example.org/talks',
      '',
      'By Jane Doe and John Roe',
      '',
      'SUVA, March 18 -- Talks opened. By Monday they may end.',
      'Copyright law was among the subjects.',
      '',
      'Read more: Other talks',
      'Sign up for our newsletter.',
      '(Reporting by A. Writer; Editing by B. Reader)',
      '© 2024 Example Times. All rights reserved.',
    ].join('\n');
    const { report } = makeReport(text, nothing, language);
    expect(report).toMatchObject({
      text,
      published: '2024-03-18',
      publisher: 'Example Times',
      title: 'Talks open in Suva',
      url: 'https://example.org/talks',
    });
    expect(marked(text)).toEqual([
      'header: Title: Talks open in Suva\nDate: 18 March 2024\nSource: Example Times\nURL: https://example.org/talks',
      'byline: By Jane Doe and John Roe',
      'dateline: SUVA, March 18 --',
      'promotion: Read more: Other talks',
      'promotion: Sign up for our newsletter.',
      'byline: (Reporting by A. Writer; Editing by B. Reader)',
      'copyright: © 2024 Example Times. All rights reserved.',
    ]);
  });

  it('reads front matter', () => {
    const text = '---\ntitle: "Talks: a start"\ndate: 2024-03-18T10:00:00Z\ntags: [a]\n---\nTalks opened.';
    const { report } = makeReport(text, nothing, language);
    expect(report).toMatchObject({ title: 'Talks: a start', published: '2024-03-18T10:00:00Z' });
    expect(report.furniture).toEqual([{ kind: 'header', words: [0, text.indexOf('\nTalks opened')] }]);
  });

  it('marks a note of copyright at the end of a line', () => {
    expect(marked('The envoy leaves today. ©2024 Example L.P.')).toEqual(['copyright: ©2024 Example L.P.']);
  });

  it('takes the agency for the publisher, unless another is given', () => {
    const text = 'OSLO (AFP) - Talks opened.';
    expect(makeReport(text, nothing, language).report.publisher).toBe('AFP');
    expect(makeReport(text, { ...nothing, publisher: 'The Daily' }, language).report.publisher).toBe('The Daily');
  });

  it('invents no year', () => {
    const text = 'OSLO, March 18 (AFP) - Talks opened.';
    expect(makeReport(text, nothing, language).report.published).toBeNull();
    expect(makeReport(`Date: 2024\n\n${text}`, nothing, language).report.published).toBe('2024-03-18');
  });

  it('leaves prose alone', () => {
    for (const text of [
      'By March, the ministers will have met.',
      'Related talks failed.',
      'Read the treaty, he said.',
      'Source of the row: fish.',
      'The dividend is six cents a\nshare.\nThe talks went on.',
    ])
      expect(marked(text)).toEqual([]);
  });

  it('marks furniture sorted and apart in any text', () => {
    const line = fc.constantFrom(
      '---',
      'Title: x',
      'By Jane Doe',
      'OSLO -- ',
      '© 2024 A',
      'Read more',
      'a',
      '',
      'Advertisement',
      '(AFP) - x © 2024 B',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        let last = 0;
        for (const { words } of makeReport(text, nothing, language).report.furniture) {
          expect(words[0]).toBeGreaterThanOrEqual(last);
          expect(words[1]).toBeGreaterThan(words[0]);
          last = words[1];
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('publishedDate', () => {
  const told = (words: string): string => {
    const date = publishedDate(words, language.calendar);
    return date.kind === 'date' ? date.iso : date.kind;
  };

  it('reads dates as sources write them', () => {
    expect(told('2024-03-18')).toBe('2024-03-18');
    expect(told('2024-03-18 10:30 +0100')).toBe('2024-03-18T10:30+0100');
    expect(told('Mon, 18 Mar 2024 10:00:00 GMT')).toBe('2024-03-18');
    expect(told('March 18th, 2024')).toBe('2024-03-18');
    expect(told('20240318')).toBe('2024-03-18');
    expect(told('25/12/2024')).toBe('2024-12-25');
  });

  it('tells what it cannot tell', () => {
    expect(told('31 Feb 2024')).toBe('none');
    expect(told('2024-02-30')).toBe('none');
    expect(told('10/11/2025')).toBe('ambiguous');
    expect(told('18 March')).toBe('day');
    expect(told('2024')).toBe('year');
    expect(told('yesterday')).toBe('none');
  });
});
