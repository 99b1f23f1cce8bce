import { expect, test } from 'vitest';
import { laid } from '../../src/knowledge/overlay.ts';
import { checkTerm, COLUMNS, endedTerm, layRow, termsIn, type Term } from './term.ts';

const HEAD = `# who held what\n${COLUMNS.join('\t')}\n`;
const plato: Term = {
  country: 'FJI',
  office: 'head-of-government',
  title: 'Prime Minister',
  name: 'Ada Reed',
  also: ['A. Reed'],
  from: '2020-05-01',
  until: null,
  wikidata: null,
  source: 'gazette',
  as_of: '2021',
};
const table = layRow(HEAD, plato);

test('a term is one row of the table, laid where the same one stood', () => {
  expect(table).toBe(
    `${HEAD}FJI\thead-of-government\tPrime Minister\tAda Reed\tA. Reed\t2020-05-01\t\t\tgazette\t2021\n`,
  );
  expect(layRow(table, plato)).toBe(table);
});

test('two holders at once are refused, and one after the other are not', () => {
  const next: Term = { ...plato, name: 'Ben Marsh', also: [], from: '2022-03-01' };
  expect(() => checkTerm(termsIn(table), next)).toThrow('the term of Ada Reed');
  const ended = endedTerm(termsIn(table), { ...plato, on: '2022-03-01', source: 'almanac' });
  expect(ended).toEqual({ ...plato, until: '2022-03-01', source: 'gazette; almanac', as_of: '2022-03-01' });
  expect(() => checkTerm(termsIn(layRow(table, ended)), next)).not.toThrow();
});

test('a term without a beginning, one that ends first, one that is there, and an end of none are refused', () => {
  expect(() => checkTerm(termsIn(table), { ...plato, from: null })).toThrow('--from');
  expect(() => checkTerm([], { ...plato, until: '2019' })).toThrow('before it begins');
  expect(() => checkTerm(termsIn(table), plato)).toThrow('is there already');
  expect(() => endedTerm(termsIn(table), { ...plato, name: 'Ben Marsh', on: '2022', source: 'x' })).toThrow(
    'no open term',
  );
});

test('a folder of one’s own ends a built-in term, and then another can begin', () => {
  const next: Term = { ...plato, name: 'Ben Marsh', also: [], from: '2022-03-01' };
  const builtIn = termsIn(table);
  expect(() => checkTerm(laid(builtIn, []), next)).toThrow('the term of Ada Reed');
  const own = [endedTerm(laid(builtIn, []), { ...plato, on: '2022-03-01', source: 'almanac' })];
  expect(laid(builtIn, own)).toEqual(own);
  expect(() => checkTerm(laid(builtIn, own), next)).not.toThrow();
});
