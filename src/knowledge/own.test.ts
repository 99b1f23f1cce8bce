import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../package.ts';
import { readKnowledge, withOwn } from './compile.ts';

const builtIn = readKnowledge(join(packageRoot(), 'knowledge'));
const all = mkdtempSync(join(tmpdir(), 'chancery-own-'));
let folder = '';
let number = 0;

beforeEach(() => void (folder = join(all, String(number++))));
afterAll(() => rmSync(all, { recursive: true }));

function file(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('a row of the same id takes the place of the built-in one, others are added', () => {
  file(
    'actors/organisations.yaml',
    '- { id: nato, name: The Alliance, kind: igo, country: IGO }\n- { id: river-forum, name: River Forum, kind: ngo }\n',
  );
  const { 'actors/organisations': bodies, 'actors/states': states } = withOwn(builtIn, folder);
  expect(bodies.length).toBe(builtIn['actors/organisations'].length + 1);
  expect(bodies.find(({ id }) => id === 'nato')?.name).toBe('The Alliance');
  expect(states).toEqual(builtIn['actors/states']);
});

test('what is malformed is told with file, line and key', () => {
  file('actors/organisations.yaml', '- id: river-forum\n  name: River Forum\n  kind: club\n');
  file(
    'offices/holders.tsv',
    `${COLUMNS}\n# a comment\nFJI\tspeaker\tSpeaker\tAda Reed\t\t12 May\t\t\tgazette\t2026\n`,
  );
  expect(() => withOwn(builtIn, folder)).toThrow(
    /actors\/organisations\.yaml:3: 0\.kind: .*\n {2}offices\/holders\.tsv:3: 0\.from: a date is YYYY/,
  );
});

test('so is YAML that is none, a file that nobody knows, a state that is not there, an id that is taken', () => {
  file('actors/organisations.yaml', '- id: [river\n');
  expect(() => withOwn(builtIn, folder)).toThrow(/actors\/organisations\.yaml:2: /);
  file('actors/organisations.yaml', '- { id: xinhua, name: River Forum, kind: ngo, country: ATL }\n');
  expect(() => withOwn(builtIn, folder)).toThrow(
    /organisations\.yaml:1: xinhua\.country: no state has the code ATL\n.*:1: xinhua\.id: another file has this id/,
  );
  file('actors/friends.yaml', '[]\n');
  expect(() => withOwn(builtIn, folder)).toThrow('actors/friends.yaml: no schema knows this file');
});

test('and a day that no calendar has, a term that ends before it begins, a file without rows', () => {
  const term = (from: string, until: string): string =>
    `FJI\tspeaker\tSpeaker\tAda Reed\t\t${from}\t${until}\t\tgazette\t2026\n`;
  file(
    'offices/holders.tsv',
    `${COLUMNS}\n${term('2019-02-30', '')}${term('2019-05', '2018')}${term('2019-05-07', '2019')}`,
  );
  expect(() => withOwn(builtIn, folder)).toThrow(
    /holders\.tsv:2: 0\.from: a date is .*\n.*holders\.tsv:3: 1\.until: it ends before it begins$/,
  );
  file('offices/holders.tsv', 'who they are\n');
  expect(() => withOwn(builtIn, folder)).toThrow(/malformed:\n.*offices\/holders\.tsv: holds no rows$/);
});

test('words of the language stay as they are', () => {
  file('languages/en/abbreviations.yaml', '');
  expect(() => withOwn(builtIn, folder)).toThrow('languages/en/abbreviations.yaml');
});

const COLUMNS = 'country\toffice\ttitle\tname\talso\tfrom\tuntil\twikidata\tsource\tas_of';
