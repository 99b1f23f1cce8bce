import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { scoreGold } from './gold.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-gold-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = 'Norway condemned the raid. Oslo will host the talks on Friday, Ine Eriksen said.';
const [first, second] = text.split(/(?<=\.) /) as [string, string];
const norway = { id: 'NOR', name: 'Norway', kind: 'state', country: 'NOR', sector: null, as: null };
const eriksen = { ...norway, id: 'ine-eriksen', name: 'Ine Eriksen', kind: 'person' };

const gold = {
  doc: 'talks',
  text,
  records: [
    {
      kind: 'event',
      type: 'ACCUSE',
      actors: [{ name: 'Norway', country: 'NOR' }],
      status: 'occurred',
      evidence: first,
    },
    {
      kind: 'event',
      type: 'CONSULT',
      actors: [{ name: 'Norway', country: 'NOR' }],
      status: 'scheduled',
      when: { earliest: '2021-03-05', latest: '2021-03-05' },
      speaker: { name: 'Ine Eriksen', country: 'NOR' },
      evidence: second,
      alt: [{ status: 'proposed' }],
    },
    {
      kind: 'statement',
      speaker: { name: 'Ine Eriksen', country: 'NOR' },
      content: 'Oslo will host the talks on Friday',
      evidence: second,
    },
    { kind: 'relation', subject: 'Oslo', predicate: 'part-of', object: 'Norway', evidence: second, optional: true },
  ],
};

const claim = { also: [], voice: [], because: [], recipients: [], initiators: [], when: null };
const at = (words: string) => ({ words: [text.indexOf(words), text.indexOf(words) + words.length], quote: words });
const reading = {
  report: { id: 'talks' },
  claims: [
    { ...claim, ...at(first), id: 'e1', kind: 'event', type: 'ACCUSE', actors: [norway], status: 'occurred' },
    // Right but for its date; a status that counts as well.
    { ...claim, ...at(second), id: 'e2', kind: 'event', type: 'CONSULT', actors: [eriksen], status: 'proposed' },
    { ...claim, ...at(second), id: 'e3', kind: 'event', type: 'THREATEN', actors: [], status: 'possible' },
    {
      ...claim,
      ...at(second),
      id: 's1',
      kind: 'statement',
      speaker: eriksen,
      speakerWords: null,
      content: [at('Oslo will host the talks').words],
    },
  ],
};

it('scores levels, each with those before it, other versions, and what is optional', () => {
  const [goldFile, readings] = [join(folder, 'talks.json'), join(folder, 'readings.jsonl')];
  writeFileSync(goldFile, JSON.stringify(gold));
  writeFileSync(readings, `${JSON.stringify(reading)}\n`);
  const { json, misses } = scoreGold([goldFile, readings]);
  const half = { p: 33.3, r: 50, f1: 40 };
  expect(json).toEqual({
    event: {
      type: { p: 66.7, r: 100, f1: 80 },
      who: { p: 66.7, r: 100, f1: 80 },
      status: { p: 66.7, r: 100, f1: 80 },
      when: half,
      speaker: half,
      named: half,
    },
    statement: { loose: { p: 100, r: 100, f1: 100 }, exact: { p: 0, r: 0, f1: 0 }, quoted: { p: 0, r: 0, f1: 0 } },
    relation: { p: 0, r: 0, f1: 0 },
    blame: {},
  });
  expect(misses.map((line) => line.split('\t').slice(0, 2))).toEqual([
    ['talks', 'when'],
    ['talks', 'invented'],
  ]);
});
