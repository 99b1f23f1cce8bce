import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../languages/en.ts';
import { cases } from '../../testing/cases.ts';
import { know } from '../../testing/know.ts';
import { reportOf } from '../../testing/report.ts';
import { detectAll } from 'tinyld/light';
import { recogniseLanguage } from './language.ts';

const recognise = recogniseLanguage(english(know), detectAll);

cases(import.meta.url, 'language.cases.txt', (input) => {
  const bar = input.lastIndexOf('|');
  const declared = input.slice(bar + 1).trim();
  const { code, read } = recognise({
    report: reportOf(input.slice(0, bar), { language: declared === '' ? null : declared }),
  });
  return `${code ?? '?'} ${read ? 'read' : 'not read'}`;
});

describe('recogniseLanguage', () => {
  it('tells any text something, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const report = reportOf(text, { language: null });
        expect(recognise({ report })).toEqual(recognise({ report }));
      }),
    );
  });

  it('looks at a bounded part of a long text', () => {
    const report = reportOf('The talks went on in the capital. '.repeat(300_000));
    expect(recognise({ report })).toEqual({ code: 'en', read: true });
  });
});
