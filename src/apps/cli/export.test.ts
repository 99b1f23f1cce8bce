// Exports are written by the built command and read by real engines.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVENT_COLUMNS, MENTION_COLUMNS } from '../../outputs/export/gdelt.ts';
import { TABLES } from '../../outputs/export/tables.ts';
import { openSqlite } from '../../store/sqlite.ts';
import { exampleEntry, visitEntry } from '../../testing/entries.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const main = join(root, 'dist/bin/chancery.cjs');
const folder = mkdtempSync(join(tmpdir(), 'chancery-export-'));
const ledger = join(folder, 'ledger.db');
afterAll(() => rmSync(folder, { recursive: true }));

const AT = '2024-05-07T00:00:00.000Z';
// Words that a spreadsheet, a reader of Markdown, of tabs or of JSON could take for more than words.
const HOSTILE = '=cmd|"/C calc"!A0, Sitiveni Rabuka will visit Japan\t😀 “Namibia”';

beforeAll(async () => {
  const store = await openSqlite(ledger);
  const text = `😀 ${HOSTILE}`;
  const hostile = visitEntry('hostile', {
    text,
    publisher: '=1+1',
    published: '2024-05-01',
    claim: { words: [3, 3 + HOSTILE.length], quote: HOSTILE },
  });
  await store.add([exampleEntry, hostile, visitEntry('b', { claim: { status: 'denied' } })], AT);
  await store.refresh(AT);
  await store.close();
});

const chancery = (...words: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...words, '--ledger', ledger], {
    cwd: root,
    encoding: 'utf8',
  });
  return { out: stdout, err: stderr, code: status };
};
let made = 0;
const exported = (format: string, ...more: readonly string[]): string => {
  const place = join(folder, `${format}-${made++}`);
  const { code, err } = chancery('export', format, place, ...more);
  expect([code, err]).toEqual([0, '']);
  return place;
};
const records = (): number =>
  chancery('list', '--json')
    .out.trim()
    .split('\n')
    .filter((line) => !line.includes('"record":"pact"')).length;

interface Manifest {
  readonly files: readonly {
    readonly file: string;
    readonly rows: number;
    readonly bytes: number;
    readonly sha256: string;
  }[];
}
const manifestOf = (place: string): Manifest['files'] =>
  (JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8')) as Manifest).files;

async function duck(query: string): Promise<readonly (readonly unknown[])[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return (await connection.runAndReadAll(query)).getRowsJson() as readonly (readonly unknown[])[];
}

test.each(['csv', 'parquet', 'package', 'spreadsheet'])(
  '%s loads in DuckDB with the rows and bytes that its manifest tells',
  async (format) => {
    const place = exported(format);
    for (const { file, rows, bytes, sha256 } of manifestOf(place)) {
      const content = readFileSync(join(place, file));
      expect([file, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([file, bytes, sha256]);
      const read =
        format === 'parquet'
          ? `read_parquet('${join(place, file)}')`
          : `read_csv('${join(place, file)}', header = true)`;
      expect(await duck(`select count(*) from ${read}`)).toEqual([[String(rows)]]);
    }
    expect(spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: place }).status).toBe(0);
  },
);

test('I7: CSV, Parquet, JSON lines and the question count alike, and hold the same words', async () => {
  const [csv, parquet, jsonl] = [
    exported('csv', '--band', 'check'),
    exported('parquet', '--band', 'check'),
    exported('jsonl'),
  ];
  const options = `header = true, all_varchar = true`;
  for (const { name } of TABLES) {
    const same = await duck(`select count(*) from (
      (select columns(*)::varchar from read_csv('${join(csv, `${name}.csv`)}', ${options}))
      except (select columns(*)::varchar from read_parquet('${join(parquet, `${name}.parquet`)}')))`);
    expect([name, same]).toEqual([name, [['0']]]);
  }
  const all = exported('csv');
  const [[count]] = (await duck(`select count(*) from read_csv('${join(all, 'records.csv')}', header = true)`)) as [
    [string],
  ];
  expect([Number(count), readFileSync(jsonl, 'utf8').trim().split('\n').length]).toEqual([records(), records()]);
});

test('types are those of the code book, in the package too', async () => {
  const place = exported('parquet', '--size', '3');
  const types = await duck(
    `select column_name, column_type from (describe select * from read_parquet('${join(place, 'records.parquet')}'))`,
  );
  const wanted = { text: 'VARCHAR', day: 'VARCHAR', integer: 'INTEGER', number: 'DOUBLE', boolean: 'BOOLEAN' };
  expect(types).toEqual(TABLES[0]?.columns.map(({ name, type }) => [name, wanted[type]]));
  const packed = exported('package', '--size', '3');
  const { resources } = JSON.parse(readFileSync(join(packed, 'datapackage.json'), 'utf8')) as {
    readonly resources: readonly {
      readonly path: string;
      readonly hash: string;
      readonly schema: { readonly fields: readonly { readonly name: string }[] };
    }[];
  };
  expect(resources.map(({ path }) => path)).toEqual(TABLES.map(({ name }) => `${name}.csv`));
  for (const { path, schema } of resources)
    expect(readFileSync(join(packed, path), 'utf8').split('\r\n')[0]).toBe(
      schema.fields.map(({ name }) => name).join(','),
    );
  expect(readFileSync(join(packed, 'codebook.md'), 'utf8')).toMatch(/\| `originators` \| integer \|/);
});

test('a spreadsheet gets no formula; programs get the words as they are', () => {
  const [safe, plain] = ['spreadsheet', 'csv'].map((format) =>
    readFileSync(join(exported(format, '--status', 'scheduled'), 'claims.csv'), 'utf8'),
  );
  expect(safe?.startsWith('\uFEFF')).toBe(true);
  expect(safe).toContain(`"'=cmd|""/C calc""!A0`);
  expect(safe).toContain(`,'=1+1,`);
  expect(plain).toContain(`,"=cmd|""/C calc""!A0`);
  expect(plain).not.toContain(`'=`);
});

test('GDELT tables have its columns, one mention for each claim, and nothing of what was denied', async () => {
  const place = exported('gdelt');
  const read = (file: string, columns: readonly string[]) =>
    `read_csv('${join(place, file)}', delim = '\t', header = false, quote = '', all_varchar = true, names = [${columns.map((name) => `'${name}'`).join()}])`;
  expect([EVENT_COLUMNS.length, MENTION_COLUMNS.length]).toEqual([61, 16]);
  const events = await duck(
    `select EventCode, QuadClass, Actor1CountryCode, ActionGeo_CountryCode from ${read('events.export.CSV', EVENT_COLUMNS)} order by all`,
  );
  // A planned visit is an agreement there.
  expect(events).toContainEqual(['03', '1', 'FJI', 'JPN']);
  const orphans = await duck(
    `select count(*) from ${read('mentions.CSV', MENTION_COLUMNS)} where GLOBALEVENTID not in (select GLOBALEVENTID from ${read('events.export.CSV', EVENT_COLUMNS)})`,
  );
  expect(orphans).toEqual([['0']]);
  const [, mentions] = manifestOf(place);
  expect(mentions?.rows).toBeGreaterThan(0);
});

test('JSON-LD is one graph whose quotes stand at their code points', () => {
  const graph = (
    JSON.parse(readFileSync(exported('jsonld'), 'utf8')) as { readonly '@graph': readonly Record<string, unknown>[] }
  )['@graph'];
  const ids = new Set(graph.map((node) => node['@id']));
  const sources = graph.flatMap((node) => (node['prov:wasDerivedFrom'] ?? []) as readonly { readonly '@id': string }[]);
  expect(sources.length > 0 && sources.every((source) => ids.has(source['@id']))).toBe(true);
  const quotes = graph.flatMap((node) => {
    const target = node['oa:hasTarget'] as
      { readonly 'oa:hasSelector': readonly Record<string, unknown>[] } | undefined;
    return target === undefined ? [] : [target['oa:hasSelector']];
  });
  const hostile = quotes.find(([quote]) => quote?.['oa:exact'] === HOSTILE);
  // The smiling face before it is two code units and one code point.
  expect(hostile?.[1]).toMatchObject({ 'oa:start': 2, 'oa:end': 2 + [...HOSTILE].length });
});

test('PLOVER lines parse, and every code is one of its own', () => {
  const events = readFileSync(exported('plover'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.map(({ event, status }) => [status, event])).toContainEqual(['scheduled', 'AGREE']);
  expect(events.some(({ status }) => status === 'denied')).toBe(false);
});

test('a brief cites every record, each footnote once, and no word of a report opens a tag', () => {
  const text = readFileSync(exported('markdown'), 'utf8');
  const cited = [...text.matchAll(/(?<!^)\[\^(\d+)\](?!:)/gm)].map((match) => match[1]);
  const notes = [...text.matchAll(/^\[\^(\d+)\]: /gm)].map((match) => match[1]);
  expect([...cited].sort()).toEqual([...notes].sort());
  expect(text).toMatch(/^# Brief\n\n\d+ records\. Searched: 3 reports/);
  expect(text).toMatch(/\*\*contradicted\*\* by `[0-9a-f]{12}`/);
  expect(text).toContain('=cmd\\|"/C calc"\\!A0');
});

test('I6: what is there is not written over unless told', () => {
  const place = join(folder, 'taken');
  writeFileSync(place, 'mine');
  expect(chancery('export', 'csv', place)).toMatchObject({ code: 2 });
  expect(readFileSync(place, 'utf8')).toBe('mine');
  expect(chancery('export', 'csv', place, '--replace').code).toBe(0);
});

// Kills the command at the nth call of one of Node's own functions on files, just before it or just after.
const KILL_AT = `const fs = require('node:fs');
const { step, when, nth } = JSON.parse(process.env.KILL_AT);
const own = fs[step];
let left = nth;
const die = () => { process.kill(process.pid, 'SIGKILL'); for (;;); };
fs[step] = function (...words) {
  const dies = words.some((word) => String(word).includes('killed-')) && --left === 0;
  if (dies && when === 'before') die();
  const result = own.apply(this, words);
  return dies ? die() : result;
};`;

const STEPS = [
  { step: 'mkdirSync', when: 'after', nth: 1 },
  { step: 'openSync', when: 'after', nth: 2 },
  { step: 'writeFileSync', when: 'before', nth: 1 },
  { step: 'writeFileSync', when: 'after', nth: 2 },
  { step: 'renameSync', when: 'before', nth: 1 },
  { step: 'renameSync', when: 'after', nth: 1 },
  { step: 'renameSync', when: 'after', nth: 2 },
] as const;
const MOMENTS = [0.5, 0.7, 0.8, 0.9];

test.each(['csv', 'parquet', 'package'])(
  'I6: killed at any step or moment, an export of %s is whole or not there, and the one before stays whole',
  async (format) => {
    const hook = join(folder, 'kill-at.cjs');
    writeFileSync(hook, KILL_AT);
    const place = join(folder, `killed-${format}`);
    const run = (more: readonly string[], kill: { readonly at?: object; readonly after?: number }): Promise<number> => {
      const began = performance.now();
      const words = [main, 'export', format, place, ...more, '--ledger', ledger];
      const child = spawn(process.execPath, [...(kill.at === undefined ? [] : ['--require', hook]), ...words], {
        cwd: root,
        env: { ...process.env, KILL_AT: JSON.stringify(kill.at ?? null) },
      });
      if (kill.after !== undefined) setTimeout(() => child.kill('SIGKILL'), kill.after);
      return new Promise((done) => child.on('close', () => done(performance.now() - began)));
    };
    const whole = (where: string): boolean => manifestOf(where).length === TABLES.length;
    const ms = await run([], {});
    expect(whole(place)).toBe(true);
    const kills = [...STEPS.map((at) => ({ at })), ...MOMENTS.map((part) => ({ after: part * ms }))];
    for (const [number, kill] of kills.entries()) {
      // By turns there is one before it or none.
      const hasOld = number % 3 > 0;
      if (!hasOld) rmSync(place, { recursive: true });
      await run(['--replace'], kill);
      const aside = readdirSync(folder)
        .filter((name) => name.startsWith(`killed-${format}.old-`))
        .map((name) => join(folder, name));
      const there = [place, ...aside].filter((where) => existsSync(where));
      expect([kill, there.filter((where) => !whole(where))]).toEqual([kill, []]);
      expect([kill, there.length > 0]).toEqual([kill, hasOld || existsSync(place)]);
      for (const where of aside) rmSync(where, { recursive: true });
      await run(['--replace'], {});
      expect(whole(place)).toBe(true);
    }
  },
  600_000,
);
