import { describe, expect, it } from 'vitest';
import { importsOf, isTest, sourcesUnder } from './sources.ts';

/** The rooms from the ground up. A file imports from its own room and from the floors below; nothing else. */
const FLOORS = [
  ['document', 'grouped.ts', 'hash.ts', 'package.ts'],
  ['claims.ts'],
  ['knowledge', 'network', 'tagger', 'pipe.ts', 'grammar'],
  ['languages'],
  ['stages', 'inputs'],
  ['read.ts'],
  ['open.ts'],
  ['ledger'],
  ['store', 'outputs', 'queue'],
  ['apps'],
] as const;

const sources = sourcesUnder('src').filter(({ path }) => !isTest(path));

const roomOf = (path: string): string => path.split('/')[1] ?? '';
const floorOf = (path: string): number =>
  FLOORS.findIndex((floor) => (floor as readonly string[]).includes(roomOf(path)));

const imports = sources.flatMap((source) => importsOf(source).map((one) => ({ ...one, by: source.path })));
const inside = imports.filter(({ from }) => from.startsWith('src/') || from.startsWith('tools/'));

describe('the house', () => {
  it('has no room that is on no floor', () => {
    expect(sources.map(({ path }) => path).filter((path) => floorOf(path) < 0)).toEqual([]);
  });

  it('imports only downward', () => {
    const upward = inside.filter(({ by, from }) => roomOf(by) !== roomOf(from) && floorOf(from) >= floorOf(by));
    expect(upward.map(({ by, from }) => `${by} imports ${from}`)).toEqual([]);
  });

  it('keeps stages apart: none imports another', () => {
    const stageOf = (path: string): string | null =>
      /^src\/stages\/(?<stage>[^/]+)\//.exec(path)?.groups?.['stage'] ?? null;
    const crossing = inside.filter(
      ({ by, from }) => stageOf(by) !== null && stageOf(from) !== null && stageOf(by) !== stageOf(from),
    );
    expect(crossing.map(({ by, from }) => `${by} imports ${from}`)).toEqual([]);
  });

  it('imports nothing made for tests or for the people who work here', () => {
    const wrong = inside.filter(({ from }) => isTest(from));
    expect(wrong.map(({ by, from }) => `${by} imports ${from}`)).toEqual([]);
  });

  it('touches files, network and process only in apps/, store/, queue/, open.ts, package.ts, inputs/files.ts and the compiler of knowledge', () => {
    const doors =
      /^src\/(apps|store|queue)\/|^src\/(open|package)\.ts$|^src\/inputs\/files\.ts$|^src\/knowledge\/compile\.ts$/;
    const pure = new Set(['node:util', 'node:crypto']);
    const wrong = imports.filter(({ by, from }) => from.startsWith('node:') && !pure.has(from) && !doors.test(by));
    expect(wrong.map(({ by, from }) => `${by} imports ${from}`)).toEqual([]);
  });

  it('validates knowledge when it is compiled, not when it is loaded: only types come from the schemas', () => {
    const loads = (file: string, seen: readonly string[] = []): boolean =>
      imports.some(
        ({ by, from, typeOnly }) =>
          by === file && !typeOnly && (from === 'zod' || (!seen.includes(from) && loads(from, [...seen, file]))),
      );
    const wrong = imports.filter(
      ({ by, from, typeOnly }) =>
        !typeOnly && !by.startsWith('src/knowledge/') && from.startsWith('src/knowledge/') && loads(from),
    );
    expect(wrong.map(({ by, from }) => `${by} imports ${from}`)).toEqual([]);
  });

  it('has no default exports', () => {
    expect(sources.filter(({ text }) => /^export default\b/m.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('names its imports with their ending', () => {
    const wrong = inside.filter(({ from }) => !/\.(ts|json)$/.test(from));
    expect(wrong.map(({ by, from }) => `${by} imports ${from}`)).toEqual([]);
  });
});
