import type { Report } from '../document/report.ts';
import { fnv1a } from '../hash.ts';

// How many hashes a sketch keeps: at 48 the part of shared runs is told to within 0.07 two times in three.
const HASHES = 48;
// A local paper prints half of a wire; background that an agency repeats from report to report stays well below.
const COPY = 0.35;
const RUN = 4;

/**
 * A report's words in brief: for each of 48 orders of all runs of four words, the run that comes first (min-hash, Broder
 * 1997). Furniture is left out; case, marks and line breaks do not matter. Text of base 64.
 */
export function sketchOf({ text, furniture }: Pick<Report, 'text' | 'furniture'>): string {
  const words =
    bodyOf(text, furniture)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (let at = 0; at + Math.min(RUN, words.length) <= words.length && at < words.length; at++) {
    const run = fnv1a(words.slice(at, at + RUN).join(' ')) >>> 0;
    for (let order = 0; order < HASHES; order++) {
      const value = mixed(run, order);
      if (value < (least[order] ?? 0)) least[order] = value;
    }
  }
  return Buffer.from(least.buffer).toString('base64');
}

function bodyOf(text: string, furniture: Report['furniture']): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { words } of furniture) {
    pieces.push(text.slice(end, words[0]));
    end = words[1];
  }
  return [...pieces, text.slice(end)].join(' ');
}

/** One of many orders of the hashes: the finaliser of MurmurHash3 over the hash and the order's number. */
function mixed(value: number, order: number): number {
  let x = value ^ Math.imul(order + 1, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Part of their runs of words that two reports share, as their sketches tell. */
function likeness(one: Uint32Array, other: Uint32Array): number {
  let same = 0;
  for (let at = 0; at < HASHES; at++) if (one[at] === other[at]) same++;
  return same / HASHES;
}

const numbers = (sketch: string): Uint32Array => {
  const bytes = Buffer.from(sketch, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};

/** For each sketch the number of its originator: copies, and copies of copies, share one. The order does not matter. */
export function originators(sketches: readonly string[]): readonly number[] {
  const distinct = [...new Set(sketches)];
  const hashes = distinct.map(numbers);
  const above = distinct.map((_, at) => at);
  const top = (at: number): number => {
    const next = above[at] ?? at;
    return next === at ? at : top(next);
  };
  hashes.forEach((sketch, at) => {
    for (const [before, other] of hashes.slice(0, at).entries())
      if (top(before) !== top(at) && likeness(other, sketch) >= COPY) above[top(at)] = top(before);
  });
  const place = new Map(distinct.map((sketch, at) => [sketch, top(at)]));
  return sketches.map((sketch) => place.get(sketch) ?? 0);
}
