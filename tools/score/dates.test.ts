import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scoreDates } from './dates.ts';
import { RULES } from './recognizers-rules.ts';
import { readRecognizers } from './recognizers-file.ts';

function fileOf(name: string, content: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'dates-')), name);
  writeFileSync(path, content);
  return path;
}

const WORDS = ['Oslo', ',', 'March', '5', ',', '2024', 'Envoys', 'met', 'Monday', 'for', 'two', 'days', '.'];
const timex = (attributes: string, ...tokens: readonly number[]): string =>
  `<TIMEX3 m_id="1" ${attributes}>${tokens.map((id) => `<token_anchor t_id="${id}"/>`).join('')}</TIMEX3>`;

test('MEANTIME: all types count, the creation time does not', () => {
  const tokens = WORDS.map(
    (form, at) => `<token number="${at}" sentence="${at < 6 ? 0 : 1}" t_id="${at + 1}">${form}</token>`,
  );
  const marks = [
    timex('functionInDocument="CREATION_TIME" type="DATE" value="2024-03-05"', 3, 4, 5, 6),
    timex('functionInDocument="NONE" type="DATE" value="2024-03-04"', 9),
    timex('functionInDocument="NONE" type="DURATION" value="P3D"', 11, 12),
  ];
  const { json } = scoreDates([fileOf('a.xml', [...tokens, ...marks].join('\n'))]);
  expect(json['meantime all']).toMatchObject({ strict: { f1: 100 }, relaxed: { f1: 100 }, value: { f1: 50 } });
});

const result = (text: string, start: number, value: object): object => ({
  Text: text,
  Start: start,
  TypeName: 'datetimeV2.date',
  Resolution: { values: [value] },
});

const CASES = [
  {
    Input: 'They met on 4 March.',
    Context: { ReferenceDateTime: '2024-03-20T00:00:00' },
    Results: [result('4 march', 12, { timex: 'XXXX-03-04', value: '2024-03-04' })],
  },
  {
    Input: 'They met on 3/4.',
    Context: { ReferenceDateTime: '2024-03-20T00:00:00' },
    Results: [result('3/4', 12, { timex: 'XXXX-03-04', value: '2024-03-04' })],
  },
];

test('Recognizers-Text: right or not by the days, left out by rule', () => {
  const path = fileOf('DateTimeModel.json', JSON.stringify(CASES));
  const { json } = scoreDates([path]);
  expect(json['recognizers']).toMatchObject({ 'left out': { 'figures for months': 1 } });
  const [first] = readRecognizers(path);
  expect(first === undefined ? [] : Object.values(RULES).filter((holds) => holds(first))).toEqual([]);
  const parts = json['recognizers'] as Record<'looked at' | 'unread', { right: number }>;
  expect(parts['looked at'].right + parts.unread.right).toBe(1);
});
