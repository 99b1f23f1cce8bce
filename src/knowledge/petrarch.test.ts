import { expect, test } from 'vitest';
import { know } from '../testing/know.ts';
import { fromPetrarch } from './from-petrarch.ts';
import { parsePetrarch } from './petrarch.ts';

const ACTORS = `# rulers of an island that is on no map
ADA_QUILLFEATHER_  # since the vote
+A._QUILLFEATHER_
	[FJIELI 710101-991231]
	[FJIGOV 20000101-20061231]
BLUE_LANTERN_BRIGADE_ [FJIREB]
+LANTERN_BRIGADE_
SUVA_ [FJI]
NATO_ [IGOWSTNAT]
GHOST_ [FJIGOV 2004017-20061201]
`;
const AGENTS = `!PERSON! = MAN, WOMAN
TEA_PICKER {TEA_PICKERS} [~AGR]
FERRY!PERSON! [~LAB]
FOREIGN_MINISTER_ [~GOV]
`;

test('names, synonyms, codes with their days; what is malformed is told with its line', () => {
  const { entries, left } = parsePetrarch(ACTORS);
  expect(entries[0]).toEqual({
    line: 2,
    names: ['ADA_QUILLFEATHER_', 'A._QUILLFEATHER_'],
    codes: [
      { code: 'FJIELI', from: '1971-01-01', until: '1999-12-31' },
      { code: 'FJIGOV', from: '2000-01-01', until: '2006-12-31' },
    ],
  });
  expect(left).toEqual([{ line: 10, why: 'a code or date that is malformed' }]);
});

test('a day that no calendar has is malformed', () => {
  expect(parsePetrarch('ADA_REED_ [FJIGOV 20010229-20011231]\n').left).toEqual([
    { line: 1, why: 'a code or date that is malformed' },
  ]);
});

test('sets are filled in, plurals in braces are synonyms', () => {
  expect(parsePetrarch(AGENTS).entries.map(({ names }) => names)).toEqual([
    ['TEA_PICKER', 'TEA_PICKERS'],
    ['FERRYMAN', 'FERRYWOMAN'],
    ['FOREIGN_MINISTER_'],
  ]);
});

test('dated people of a government hold office, bodies and nouns are taken, what is known is left', () => {
  const files = [ACTORS, AGENTS].map((text, at) => ({ file: `${at}.txt`, dictionary: parsePetrarch(text) }));
  const found = fromPetrarch(files, know);
  expect(found.terms.map(({ country, name, also, from, until }) => [country, name, also, from, until])).toEqual([
    ['FJI', 'Ada Quillfeather', ['A. Quillfeather'], '2000-01-01', '2006-12-31'],
  ]);
  expect(found.organisations.map(({ name, kind, country, sector }) => [name, kind, country, sector])).toEqual([
    ['Blue Lantern Brigade', 'armed-group', 'FJI', 'REB'],
  ]);
  expect(found.agents.map(({ sector, nouns }) => [sector, nouns])).toEqual([
    ['AGR', ['tea picker', 'tea pickers']],
    ['LAB', ['ferryman', 'ferrywoman']],
  ]);
  expect([...found.counts].sort()).toEqual([
    ['left: agents that are titles, which are read as such', 1],
    ['left: entries without a code', 1],
    ['left: malformed codes and dates', 1],
    ['left: names that are known already', 2],
    ['left: terms without an office of government', 1],
    ['taken: agents', 2],
    ['taken: bodies', 1],
    ['taken: terms of office', 1],
  ]);
});
