/** What the network sees of one word; training/features.h must give the same numbers. */
export interface WordFeatures {
  /** Vocabulary key: straight quotes, digits as 0, lower case, at most 40 characters. */
  readonly key: string;
  /** Rows of the sub-word table: prefixes of 1-4 and suffixes of 1-5 characters, the shape, the cased word. */
  readonly buckets: readonly number[];
}

/**
 * Features of one token, by hashing (Weinberger 2009; sub-words after Bojanowski 2017). Case is folded by a fixed table, not by
 * the engine's Unicode version, so that they are the same everywhere.
 * @param buckets size of the sub-word table, a power of two
 */
export function wordFeatures(token: string, buckets: number): WordFeatures {
  const cased = normalise(token);
  const lower = cased.map(lowerPoint);
  const n = lower.length;
  const found: number[] = [];
  for (let k = 1; k <= 4 && k <= n; k++) found.push(bucketOf(0x61 + k, lower, 0, k, buckets));
  for (let k = 1; k <= 5 && k <= n; k++) found.push(bucketOf(0x6b + k, lower, n - k, n, buckets));
  const shape = shapeOf(cased);
  found.push(bucketOf(0x53, shape, 0, shape.length, buckets));
  found.push(bucketOf(0x57, cased, 0, n, buckets));
  return { key: String.fromCodePoint(...lower), buckets: found };
}

/** UTF-16 code units of a token that can matter: the rest of a longer token is not read. */
export const TOKEN_UNITS = 80;

const LONGEST = 40;

function normalise(token: string): number[] {
  const out: number[] = [];
  for (const character of token.length > TOKEN_UNITS ? token.slice(0, TOKEN_UNITS) : token) {
    if (out.length >= LONGEST) break;
    const point = character.codePointAt(0) ?? 0;
    if (point === 0x2018 || point === 0x2019 || point === 0x02bc || point === 0x60 || point === 0xb4) out.push(0x27);
    else if (point === 0x201c || point === 0x201d || point === 0x201e || point === 0xab || point === 0xbb)
      out.push(0x22);
    else if (point === 0x2026) out.push(0x2e, 0x2e, 0x2e);
    else if (point === 0x2010 || point === 0x2011) out.push(0x2d);
    else out.push(isDigit(point) ? 0x30 : point);
  }
  return out.length === 2 && out[0] === 0x27 && out[1] === 0x27 ? [0x22] : out;
}

/** Shape: X upper case, x lower case or uncased letter, 0 digit, the rest itself; runs longer than two are cut to two. */
function shapeOf(word: readonly number[]): number[] {
  const out: number[] = [];
  for (const point of word) {
    const sign =
      lowerPoint(point) !== point
        ? 0x58
        : isDigit(point)
          ? 0x30
          : (point >= 0x61 && point <= 0x7a) || point >= 0xc0
            ? 0x78
            : point;
    const n = out.length;
    if (n < 2 || out[n - 1] !== sign || out[n - 2] !== sign) out.push(sign);
  }
  return out;
}

/** Lower case of ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic capitals; everything else stays. */
function lowerPoint(p: number): number {
  if (p >= 0x41 && p <= 0x5a) return p + 32;
  if (p < 0xc0) return p;
  if (p <= 0xde) return p === 0xd7 ? p : p + 32;
  if (p < 0x100) return p;
  if (p <= 0x137 || (p >= 0x14a && p <= 0x177)) return p | 1;
  if ((p >= 0x139 && p <= 0x148) || (p >= 0x179 && p <= 0x17e)) return p & 1 ? p + 1 : p;
  if ((p >= 0x391 && p <= 0x3a9) || (p >= 0x410 && p <= 0x42f)) return p + 32;
  return p;
}

function isDigit(point: number): boolean {
  return point >= 0x30 && point <= 0x39;
}

/** FNV-1a, 32 bits, over a tag byte and the UTF-8 bytes of points [from, to), folded to the number of buckets. */
function bucketOf(tag: number, points: readonly number[], from: number, to: number, buckets: number): number {
  let hash = mix(0x811c9dc5, tag);
  for (let i = from; i < to; i++) {
    const p = points[i] ?? 0;
    if (p < 0x80) hash = mix(hash, p);
    else if (p < 0x800) hash = mix(mix(hash, 0xc0 | (p >> 6)), 0x80 | (p & 63));
    else if (p < 0x10000) hash = mix(mix(mix(hash, 0xe0 | (p >> 12)), 0x80 | ((p >> 6) & 63)), 0x80 | (p & 63));
    else
      hash = mix(
        mix(mix(mix(hash, 0xf0 | (p >> 18)), 0x80 | ((p >> 12) & 63)), 0x80 | ((p >> 6) & 63)),
        0x80 | (p & 63),
      );
  }
  return (hash ^ (hash >>> 15)) & (buckets - 1);
}

function mix(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}
