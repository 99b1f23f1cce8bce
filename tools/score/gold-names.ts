import type { Actor } from '../../src/document/claim.ts';
import type { GoldActor } from './gold-file.ts';

/* When two names mean the same to the scorer: by their plain words, so that titles, case and accents do not decide. */

const SMALL = /\b(a|an|the|of|mr|ms|mrs)\b/g;
const POSSESSIVE = /['’]s\b/g;

const plainWords = (name: string | null | undefined): readonly string[] =>
  (name ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(POSSESSIVE, '')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(SMALL, ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');

function wordsInCommon(a: string | null | undefined, b: string | null | undefined) {
  const [left, right] = [new Set(plainWords(a)), new Set(plainWords(b))];
  return {
    common: [...left].filter((word) => right.has(word)).length,
    least: Math.min(left.size, right.size),
    most: Math.max(left.size, right.size),
  };
}

const NEARLY_ALL = 0.6;

/** The shorter name is nearly all in the longer one: "Merkel", "Angela Merkel". */
export function sameName(a: string | null | undefined, b: string | null | undefined): boolean {
  const { common, least } = wordsInCommon(a, b);
  return common > 0 && common / least >= NEARLY_ALL;
}

/** The same as a whole: a minister of one country is not the minister of another. */
export function sameWhole(a: string | null | undefined, b: string | null | undefined): boolean {
  const { common, most } = wordsInCommon(a, b);
  return common > 0 && common / most >= NEARLY_ALL;
}

export const nameOf = (end: string | { readonly name: string } | null | undefined): string | null =>
  typeof end === 'string' ? end : (end?.name ?? null);

/** Countries decide where both are known, since ministers act for their state; names do elsewhere. */
export const sameSide = (gold: GoldActor, read: Actor): boolean =>
  gold.country && read.country
    ? gold.country === read.country && (gold.country !== 'IGO' || sameName(gold.name, read.name))
    : sameName(gold.name, read.name);

const GOVERNMENT =
  /^(the )?(administration|authorities|government|regime|state)\b|\b(administration|authorities|government|regime)$/i;
const OFFICE = /(king|queen|president|minister|leader|official|spokes|police|army|forces)/i;

/** Names or offices decide; where a government is meant, its country does. */
export const sameActor = (gold: GoldActor, read: Actor): boolean =>
  sameName(gold.name, read.name) ||
  sameName(gold.name, read.as) ||
  (read.kind === 'state' &&
    gold.country === read.country &&
    gold.country !== 'IGO' &&
    (GOVERNMENT.test(gold.name) || (plainWords(gold.name).length <= 3 && !OFFICE.test(gold.name))));
