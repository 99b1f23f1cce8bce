import { isDeepStrictEqual } from 'node:util';
import { claimsOf } from '../claims.ts';
import type { Reading } from '../document/reading.ts';
import type { Report } from '../document/report.ts';
import { brokenClaims } from './laws-of-claims.ts';
import { brokenLayers } from './laws-of-layers.ts';
import { know } from './know.ts';

export type Reader = (report: Report) => Reading;

/**
 * Reads a report and holds the reading to every law of the house; gives the reading back for a test to go on with.
 * Throws one error that lists all that was broken, where in the text, and in what.
 */
export function checkReading(read: Reader, report: Report): Reading {
  const before = JSON.stringify(report);
  const reading = read(report);
  const broken = [
    ...lawsBroken(reading),
    ...(JSON.stringify(report) === before ? [] : ['the report was changed while it was read']),
    ...(isDeepStrictEqual(reading.report, report)
      ? []
      : ['the reading holds another report than the one it was given']),
    ...(JSON.stringify(read(report)) === JSON.stringify(reading) ? [] : ['reading twice gives two readings']),
    ...strangeTexts(report).flatMap((strange) => brokenByStrange(read, strange)),
  ];
  if (broken.length > 0) throw new Error(`${report.id} breaks ${broken.length} laws:\n  ${broken.join('\n  ')}`);
  return reading;
}

/** The laws that one reading can be held to by itself, cheap enough for every report of a large collection. */
export const lawsBroken = (reading: Reading): readonly string[] => [
  ...brokenLayers(reading),
  ...brokenClaims(reading, knownRules),
  ...(isDeepStrictEqual(JSON.parse(JSON.stringify(reading)), reading) ? [] : ['JSON there and back is not equal']),
];

function brokenByStrange(read: Reader, strange: Report): readonly string[] {
  try {
    return lawsBroken(read(strange)).map((law) => `${strange.id}: ${law}`);
  } catch (error) {
    return [`${strange.id}: throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}

/** Enough to meet every construction of a report, little enough to read again four times in every test. */
const LONGEST_STRANGE = 1500;

/**
 * The report's text cut in the middle of a word, doubled without a blank between, and with its words and its characters
 * shuffled. Furniture is dropped: it would lie elsewhere.
 */
function strangeTexts(report: Report): readonly Report[] {
  const text = report.text.slice(0, LONGEST_STRANGE);
  const variant = (name: string, strange: string): Report => ({
    ...report,
    id: `${report.id} ${name}`,
    text: strange,
    dateline: null,
    furniture: [],
  });
  return [
    variant('cut', text.slice(Math.floor(text.length / 7), Math.floor((text.length * 5) / 7))),
    variant('doubled', text + text),
    variant('with shuffled words', shuffled(text.split(/(?<=\s)/)).join('')),
    variant('with shuffled characters', shuffled(text.slice(0, 300).split('')).join('')),
    variant('with nothing in it', ''),
  ];
}

/** The same order every time: each item moves to a place that depends on its number alone. */
function shuffled(items: readonly string[]): readonly string[] {
  const keyed = items.map((item, at) => ({ item, key: (at * 7919 + 104729) % 1009, at }));
  return keyed.sort((a, b) => a.key - b.key || a.at - b.at).map(({ item }) => item);
}

/** Ids in the knowledge that `because` may name. */
const knownRules: ReadonlySet<string> = new Set(idsIn(know));

function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'id' || key === 'rule') && typeof inner === 'string' ? [inner] : idsIn(inner),
  );
}

/** How many claims of each kind a reading holds; for tests that care for that alone. */
export const countsOf = (reading: Reading): Readonly<Record<'event' | 'statement' | 'relation', number>> => {
  const of = (kind: string): number => claimsOf(reading).filter((claim) => claim.kind === kind).length;
  return { event: of('event'), statement: of('statement'), relation: of('relation') };
};
