import { describe, expect, it } from 'vitest';
import { chainOf, oddsOf } from './decode.ts';
import { MAGIC, type Place, readTagger, VERSION } from './tagger.ts';

const STEPS = [
  [0, 0, -9, -9],
  [0, 2, -9, -9],
  [-9, -9, 0, 0],
  [-9, -9, 0, 0],
  [0, -5, -9, -9],
];

/** Four labels, four places: feature 1 speaks for label 1, feature 2 against it and for the last. */
const PARTS: Place = { name: 'parts', labels: 4, bits: 2, scale: 0.5, bias: 0, steps: STEPS, at: 0 };

function fileOf(header: unknown, body: readonly number[], version = VERSION): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(12 + text.length + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, false);
  view.setUint32(4, version, true);
  view.setUint32(8, text.length, true);
  bytes.set(text, 12);
  bytes.set(Int8Array.from(body), 12 + text.length);
  return bytes;
}

const BODY = [0, 0, 0, 0, 0, 4, 0, 0, 0, -4, 0, 3, 0, 0, 0, 0];

describe('readTagger', () => {
  it('finds the best labels by words and by what follows what', () => {
    const best = chainOf(readTagger(fileOf([PARTS], BODY)).table('parts', 4));
    expect([...best(Int32Array.from([1, 1, 0, 2]), 1)]).toEqual([0, 1, 1, 0]);
    expect([...best(Int32Array.from([]), 1)]).toEqual([]);
  });

  it('adds up what speaks for one label', () => {
    const heads: Place = { name: 'heads', labels: 1, bits: 4, scale: 0.25, bias: -1, steps: [], at: 0 };
    const table = readTagger(fileOf([heads], BODY)).table('heads', 1);
    expect(oddsOf(table, [5, 5 + 16, 0])).toBe(1);
    expect(() => chainOf(table)).toThrow('4 labels, not 1');
  });

  it.each([
    ['not such a file', new Uint8Array(20), /not a CHAT file/],
    ['another version', fileOf([PARTS], BODY, 9), /version 9/],
    ['a header that is no list', fileOf({}, BODY), /must list tables/],
    ['a table that is cut off', fileOf([PARTS], BODY.slice(1)), /cut off within table parts/],
    ['a header that is cut off', fileOf([PARTS], BODY).subarray(0, 30), /cut off within the header/],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => readTagger(bytes).table('parts', 4)).toThrow(message);
  });

  it('refuses a table of other labels, or none', () => {
    const tagger = readTagger(fileOf([PARTS], BODY));
    expect(() => tagger.table('parts', 2)).toThrow('has 4 labels');
    expect(() => tagger.table('heads', 1)).toThrow('no table heads');
  });
});
