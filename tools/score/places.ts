import { overlaps, wordsAt, type Span } from '../../src/document/span.ts';
import type { Reading } from '../../src/document/reading.ts';
import { makeReport } from '../../src/inputs/report.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { bare } from '../../src/knowledge/keys.ts';
import { namesOf } from '../../src/knowledge/names.ts';
import { kilometres, type Point } from '../../src/ledger/distance.ts';
import { open } from '../../src/open.ts';
import { bootstrap } from './bootstrap.ts';
import type { Score } from './kind.ts';
import { measure, measureLine, NOTHING, plus, type Tally } from './measure.ts';
import { readMarked, type Marked } from './places-file.ts';

/**
 * Toponyms of GeoVirus and of the Local-Global Lexicon against the places of the reader: precision, recall and F1 of tagging, by exact and
 * by overlapping words; of those tagged exactly whose point people gave, the share within 161 km (Gritta and others, 2018) and the median
 * distance. A name without a point counts as farther. The sets mark a name wherever it stands, so a state or town that acts ("Beijing has
 * warned") counts as found, though a reading holds it for an actor and no place. The middle of a state is a matter of convention: a
 * second share counts a state as near also where no other state's middle is nearer to the point that people gave. Intervals of 95 % by
 * reports drawn anew.
 */
export function scorePlaces(paths: readonly string[]): Score {
  const { read, language, know } = open();
  const texts = paths.flatMap(readMarked).map((marked) => {
    const { id, text, publisher, url } = marked;
    const given = { id, published: null, publisher, title: null, url, language: 'en' };
    return compare(marked, read(makeReport(text, given, language).report), know);
  });
  const sides = [
    { name: 'looked at', some: texts.filter(({ unread }) => !unread) },
    { name: 'unread', some: texts.filter(({ unread }) => unread) },
    { name: 'all', some: texts },
  ].filter(({ some }) => some.length > 0);
  return {
    json: Object.fromEntries(sides.map(({ name, some }) => [name, figures(some)])),
    table: sides.flatMap(({ name, some }) => [`${name}: ${some.length} texts`, ...lines(some)]),
    misses: texts.filter(({ unread }) => !unread).flatMap(({ misses }) => misses),
  };
}

/** A toponym as the reader has it; of a state, its code. */
interface Found {
  readonly words: Span;
  readonly at: Point | null;
  readonly state: string | null;
}

/** One text compared: tallies of tagging, and of each toponym tagged exactly how far it is off (null: no point). */
interface Compared {
  readonly unread: boolean;
  readonly exact: Tally;
  readonly overlap: Tally;
  readonly kilometres: readonly (number | null)[];
  /** Of the same: is it near, or the state whose middle is the nearest to the point that people gave? */
  readonly right: readonly boolean[];
  readonly misses: readonly string[];
}

function compare(marked: Marked, reading: Pick<Reading, 'places' | 'trees'>, know: Knowledge): Compared {
  const stateAt = nearestState(know);
  const { id, text, toponyms, unread } = marked;
  const found = marked.marks === 'names' ? namesIn(reading) : [...everywhere(reading), ...peoplesIn(reading, know)];
  const same = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];
  const tally = (test: (a: Span, b: Span) => boolean): Tally => ({
    right: toponyms.filter((one) => found.some((other) => test(one.words, other.words))).length,
    gold: toponyms.length,
    predicted: found.length,
  });
  const pairs = toponyms.flatMap((gold) => {
    const mine = found.find(({ words }) => same(words, gold.words));
    return mine === undefined || gold.at === null ? [] : [{ gold, at: gold.at, mine }];
  });
  const far = pairs.map(({ at, mine }) => (mine.at === null ? null : kilometres(at, mine.at)));
  const shown = (what: string, words: Span, more = ''): string =>
    `${id}\t${what}\t${wordsAt(text, words)}\t${more}\t…${text.slice(Math.max(0, words[0] - 40), words[1] + 30)}…`;
  return {
    unread,
    exact: tally(same),
    overlap: tally(overlaps),
    kilometres: far,
    right: pairs.map(
      ({ at, mine }, index) => (far[index] ?? Infinity) <= NEAR || (mine.state !== null && mine.state === stateAt(at)),
    ),
    misses: [
      ...toponyms
        .filter(({ words }) => !found.some((other) => same(other.words, words)))
        .map(({ words }) => shown('missed', words)),
      ...found
        .filter(({ words }) => !toponyms.some((other) => same(other.words, words)))
        .map(({ words }) => shown('invented', words)),
      ...pairs.flatMap(({ gold, at, mine }, index) =>
        (far[index] ?? Infinity) <= NEAR
          ? []
          : [shown('far', gold.words, `${at.join(' ')} | ${mine.at?.join(' ') ?? 'open'}`)],
      ),
    ],
  };
}

/** Names of places that are no part of another name. */
const namesIn = ({ places }: Pick<Reading, 'places'>): readonly Found[] =>
  everywhere({ places: places.filter(({ stands }) => stands !== 'inside') });

const everywhere = ({ places }: Pick<Reading, 'places'>): readonly Found[] =>
  places.map(({ words, coordinates, sort, country }) => ({
    words,
    at: coordinates,
    state: sort === 'state' ? country : null,
  }));

/** "Kenyan", "the Kenyans": to the Local-Global Lexicon toponyms like the state's own name. */
function peoplesIn({ trees, places }: Pick<Reading, 'places' | 'trees'>, know: Knowledge): readonly Found[] {
  const names = namesOf(know);
  return trees.flatMap(({ nodes }) =>
    nodes.flatMap((node, index): readonly Found[] => {
      const hit = names.longest(nodes, index);
      const last = nodes[index + (hit?.length ?? 1) - 1] ?? node;
      const words = [node.words[0], last.words[1]] as const;
      if (places.some((place) => overlaps(place.words, words))) return [];
      const state = hit?.known.find(({ actor, form }) => actor.kind === 'state' && /^(adjective|demonym)$/.test(form));
      if (state === undefined || !/^\p{Lu}/u.test(node.form)) return [];
      return [{ words, at: middleOf(state.actor.name, know), state: state.actor.country }];
    }),
  );
}

const middleOf = (state: string, { tables }: Knowledge): Point | null =>
  tables
    .place(
      state
        .split(/[\s-]+/)
        .map(bare)
        .join(' '),
    )
    ?.find(([, sort]) => sort === 'state')?.[4] ?? null;

/** The state whose middle is the nearest to a point. */
function nearestState(know: Knowledge): (point: Point) => string | null {
  const middles = know['actors/states'].flatMap(({ id, name, until }) => {
    const at = until === null ? middleOf(name, know) : null;
    return at === null ? [] : [{ id, at }];
  });
  return (point) =>
    middles.reduce<{ id: string; far: number } | null>((best, { id, at }) => {
      const far = kilometres(point, at);
      return best === null || far < best.far ? { id, far } : best;
    }, null)?.id ?? null;
}

/** A hundred miles, in kilometres. */
const NEAR = 161;

const tagged = (some: readonly Compared[], by: 'exact' | 'overlap'): Tally =>
  some.map((one) => one[by]).reduce(plus, NOTHING);

function near(some: readonly Compared[]): number {
  const all = some.flatMap(({ kilometres }) => kilometres);
  const right = all.filter((one) => one !== null && one <= NEAR).length;
  return Number(((100 * right) / (all.length || 1)).toFixed(1));
}

function figures(some: readonly Compared[]) {
  const all = some.flatMap(({ kilometres }) => kilometres);
  const given = all.filter((one) => one !== null).sort((a, b) => a - b);
  return {
    exact: {
      ...measure(tagged(some, 'exact')),
      interval: bootstrap(some, (drawn) => measure(tagged(drawn, 'exact')).f1),
    },
    overlap: measure(tagged(some, 'overlap')),
    within161km: near(some),
    interval: bootstrap(some, near),
    rightState: Number(
      ((100 * some.flatMap(({ right }) => right).filter(Boolean).length) / (all.length || 1)).toFixed(1),
    ),
    median: Number((given[Math.floor(given.length / 2)] ?? 0).toFixed(1)),
    measured: all.length,
    open: all.length - given.length,
  };
}

function lines(some: readonly Compared[]): readonly string[] {
  const { exact, within161km, rightState, interval, median, measured, open: without } = figures(some);
  return [
    `  ${measureLine('exact words', tagged(some, 'exact'))}   F1 ${exact.interval.join(' to ')}`,
    `  ${measureLine('overlapping', tagged(some, 'overlap'))}`,
    `  within 161 km      ${within161km.toFixed(1)} %   ${interval.join(' to ')}   (of ${measured} tagged, ${without} left open; median ${median} km)`,
    `  or the right state ${rightState.toFixed(1)} %`,
  ];
}
