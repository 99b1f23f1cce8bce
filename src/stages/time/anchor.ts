import type { Layers } from '../../document/reading.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { wordsAt } from '../../document/span.ts';
import { governors, nodeAt, phraseSpan, preposition } from '../../grammar/phrase.ts';
import { bitsOf } from './bits.ts';
import { dateAt } from './dates.ts';
import { dayOf, numberOf } from './days.ts';
import type { Lexicon } from './lexicon.ts';
import { resolve } from './resolve.ts';
import type { Zones } from './zones.ts';

/** When a report was written, as closely as its own data say. */
export interface Anchor {
  /** The day of publication as given, or the day of the dateline; null where nothing dates the report. */
  readonly day: number | null;
  /** Is that the local day at the report's own place (a dateline's date, an instant with its zone)? */
  readonly local: boolean;
  /** Minutes since 1970 in Greenwich, where the report gives an instant with its zone. */
  readonly instant: number | null;
  /** Hours east of Greenwich of the report's own place; null where no place is known. */
  readonly offset: number | null;
}

const PUBLISHED =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::\d\d(?:\.\d+)?)? ?(?<zone>Z|[+-]\d\d:?\d\d)?)?/;

export function anchorOf({ report, trees }: Pick<Layers, 'report' | 'trees'>, zones: Zones, lex: Lexicon): Anchor {
  const { dateline } = report;
  const place = dateline?.place == null ? null : zones.offsetOf(wordsAt(report.text, dateline.place));
  const offset = place ?? zones.mostNamed(trees);
  const given = PUBLISHED.exec(report.published ?? '')?.groups;
  const day = given === undefined ? null : dayOf(Number(given['year']), Number(given['month']), Number(given['day']));
  const instant = given === undefined || day === null ? null : instantOf(given, day);
  const written = dateline?.date == null ? null : datelineDay(report.text, dateline.date, day, lex);
  // A date beside an agency alone ("2024-03-18 (Bloomberg)") is the agency's day, not the day of any place.
  if (written !== null) return { day: written, local: place !== null, instant: null, offset };
  if (instant !== null && offset !== null)
    return { day: Math.floor((instant + offset * 60) / 1440), local: true, instant, offset };
  return { day, local: instant !== null, instant, offset };
}

/** Midnight to the second is how feeds write a day without an hour, so it is no instant. */
function instantOf(given: Record<string, string>, day: number): number | null {
  const { hour, minute, zone } = given;
  if (hour === undefined || minute === undefined || zone === undefined) return null;
  if (hour === '00' && minute === '00') return null;
  const sign = zone.startsWith('-') ? -1 : 1;
  const shift = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  return day * 1440 + Number(hour) * 60 + Number(minute) - shift;
}

function datelineDay(
  text: string,
  words: readonly [number, number],
  published: number | null,
  lex: Lexicon,
): number | null {
  const bits = bitsOf([{ form: wordsAt(text, words), words }]);
  const date = dateAt(bits, 0, lex);
  if (date?.what?.is !== 'date') return null;
  const when = resolve(date.what, {
    today: published,
    latest: published,
    direction: null,
    told: [],
  });
  if (when.kind !== 'date' || when.granularity !== 'day' || when.earliest === null) return null;
  const written = numberOf(when.earliest);
  return published !== null && Math.abs(written - published) > 10 ? null : written;
}

/** The latest day that it may be, by the report's date, at a place so many hours east; its own day where the place is unknown. */
export function latestDay({ day, local, instant, offset }: Anchor, there: number | null): number | null {
  const hours = there ?? offset;
  if (day === null || hours === null) return day;
  if (instant !== null) return Math.floor((instant + hours * 60) / 1440);
  // A day without an hour may be any moment of it in Greenwich, and east of there its end is the next day.
  return local || hours <= 0 ? day : day + 1;
}

/** Hours east of the place that the clause of a node names ("said Tuesday in Wellington"); null where it names none. */
export function clauseOffset(tree: Tree, index: number, text: string, zones: Zones): number | null {
  const clause = governors(tree, index).find((at) => nodeAt(tree, at).upos === 'VERB');
  if (clause === undefined) return null;
  const places = nodeAt(tree, clause).children.filter((child) => isPlace(nodeAt(tree, child), tree));
  for (const place of places) {
    const offset = zones.offsetOf(
      wordsAt(text, phraseSpan(tree, place, ['case', 'acl', 'appos', 'nmod', 'cc', 'conj'])),
    );
    if (offset !== null) return offset;
  }
  return null;
}

// English only in part: the prepositions of place that UD treebanks of English label as `obl` markers.
const isPlace = (node: Node, tree: Tree): boolean =>
  node.upos === 'PROPN' && ['in', 'at', 'near', 'from'].includes(preposition(tree, node.index) ?? '');
