import { createHash } from 'node:crypto';
import { fnv1a, foldedHash } from '../../src/hash.ts';

/**
 * Is this item in the fifth of a set whose text and misses the people who write rules never see? Told by its text alone (FNV-1a, 32 bits,
 * over UTF-8), so that an item keeps its side wherever it stands.
 */
export const isUnread = (text: string): boolean =>
  (fnv1a(Buffer.from(text, 'utf8').toString('latin1')) >>> 0) % 5 === 0;

// Sets that were divided otherwise before there was one rule keep their sides: what was once read stays read.

/** The same of places, by the address of the text. */
export const isUnreadPlace = (key: string): boolean =>
  BigInt(`0x${createHash('md5').update(key).digest('hex')}`) % 5n === 0n;

/** The same of terms of office and of travels, by their key. */
export const isUnreadTerm = (key: string): boolean => foldedHash(key) % 5 === 0;
