// Runs the built command with knowledge of one's own, as users do.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chancery-mine-'));
afterAll(() => rmSync(folder, { recursive: true }));

const chancery = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'dist/bin/chancery.cjs'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });

test('a dictionary becomes knowledge, compiled once and read with', () => {
  const dictionary = join(folder, 'actors.txt');
  const mine = join(folder, 'mine');
  writeFileSync(dictionary, 'BLUE_LANTERN_BRIGADE_ [FJIREB]\nADA_QUILLFEATHER_ [FJIGOV 20000101-20061231]\n');
  expect(chancery('import', dictionary, '--out', mine)).toMatchObject({ status: 0 });
  expect(chancery('import', dictionary, '--out', mine)).toMatchObject({ status: 2 });
  const ask = ['explain', 'Ada Quillfeather met the Blue Lantern Brigade.', '--published', '2005-05-05'];
  const first = chancery(...ask, '--knowledge', mine);
  expect(first.stderr).toContain('compiling');
  expect(first.stdout).toMatch(/Ada Quillfeather \(FJI\), official of .*\n.*Blue Lantern Brigade \(FJI\)/);
  const second = chancery(...ask, '--knowledge', mine);
  expect(second).toMatchObject({ stderr: '', stdout: first.stdout });
  expect(readdirSync(join(mine, '.compiled')).length).toBe(1);
});

test('where nothing can be taken or written, import says why', () => {
  const rubbish = join(folder, 'rubbish.txt');
  writeFileSync(rubbish, 'dear diary\n');
  expect(chancery('import', rubbish, '--out', join(folder, 'none'))).toMatchObject({ status: 1 });
  const dictionary = join(folder, 'one.txt');
  writeFileSync(dictionary, 'RED_LANTERN_BRIGADE_ [FJIREB]\n');
  const onFile = chancery('import', dictionary, '--out', rubbish);
  expect([onFile.status, onFile.stderr]).toEqual([2, expect.stringContaining('is no folder: name another')]);
  const beneath = chancery('import', dictionary, '--out', join(rubbish, 'deeper'));
  expect([beneath.status, beneath.stderr]).toEqual([1, expect.stringContaining('cannot write')]);
});

test('what is malformed ends with file, line and key, and nothing is kept', () => {
  const mine = join(folder, 'broken');
  mkdirSync(join(mine, 'actors'), { recursive: true });
  writeFileSync(join(mine, 'actors/media.yaml'), '- id: x\n  name: X\n  kind: poster\n');
  const { status, stderr } = chancery('explain', 'It rained.', '--knowledge', mine);
  expect([status, stderr]).toEqual([1, expect.stringContaining('actors/media.yaml:3: 0.kind')]);
  expect(readdirSync(join(mine, '.compiled'))).toEqual([]);
  expect(chancery('explain', 'It rained.', '--knowledge', join(folder, 'nowhere'))).toMatchObject({ status: 2 });
});
