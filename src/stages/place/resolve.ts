import type { Known } from './gazetteer.ts';

/** A name in a report: what it may mean, and the state, division or county that stands behind a comma after it. */
export interface Candidates {
  /** The same for the same name. */
  readonly key: string;
  readonly places: readonly Known[];
  readonly within: Known | null;
  /** The state whose seat of government has that name. */
  readonly seat: string | null;
}

/**
 * What each name of a report means; null where that stays open. A name means one place throughout a report. The place that is told
 * behind a comma decides; else what is near the other places that the report names, or in the same state or country, together with
 * how many people live there, as in Leidner (2007) and Lieberman & Samet (2012). Where two that are far apart come out alike, neither.
 */
export function resolve(names: readonly Candidates[], { states, governs }: Context): readonly (Known | null)[] {
  const senses = new Map<string, Sense>();
  const keys = names.map(({ key, places, within, seat }) => {
    const inside = within === null ? [] : places.filter((place) => isInside(place, within));
    const own = inside.length === 0 ? key : `${key}, ${within?.name ?? ''}`;
    if (!senses.has(own))
      senses.set(own, senseOf(inside.length === 0 ? places : inside, { seat, governs: governs.has(key) }));
    return own;
  });
  // Told once behind a comma, a name means that wherever it stands alone.
  for (const own of [...senses.keys()].reverse()) {
    const [alone = '', ...behind] = own.split(', ');
    const told = senses.get(own);
    if (behind.length > 0 && told !== undefined && senses.has(alone)) senses.set(alone, told);
  }
  const all = [...new Set(senses.values())].slice(0, MOST);
  const total = [...states.values()].reduce((sum, count) => sum + count, 0);
  const share = (country: string | null): number =>
    country === null || total === 0 ? 0 : (states.get(country) ?? 0) / total;
  for (let round = 0; round < ROUNDS; round += 1) {
    const weights = all.map(({ places, scores }) => likely(places, scores));
    all.forEach((sense, at) => {
      const others = weights.filter((_, other) => other !== at);
      sense.scores = sense.places.map((place, which) => {
        const near = sumOf(others, (weighed) => supportOf(place, weighed, nearness));
        const related = sumOf(others, (weighed) => supportOf(place, weighed, isSameCountry)) / (others.length + FEW);
        return (
          (sense.priors[which] ?? 0) +
          BY_PLACES * Math.log1p(near) +
          BY_COUNTRY * related +
          BY_STATES * share(place.country)
        );
      });
    });
  }
  return keys.map((key) => {
    const sense = senses.get(key);
    return sense === undefined ? null : chosen(sense);
  });
}

interface Context {
  /** Countries by how often the report speaks of them. */
  readonly states: ReadonlyMap<string, number>;
  /** Keys of names that stand for a government at least once. */
  readonly governs: ReadonlySet<string>;
}

/** Names of a report that are weighed against each other. */
const MOST = 60;
const ROUNDS = 3;
/** What the neighbours of a place count against a factor of ten in its people, and what the report's own country counts. */
const BY_PLACES = 5;
const BY_COUNTRY = 4;
const BY_STATES = 0.5;
/** So few other names tell little of where a report is set. */
const FEW = 2;
/** Powers of ten of people that a state or an area is worth against towns of its name, and a division beside its own. */
const STATE = 9.5;
const AREA = 9;
const DIVISION = 1.5;
/** The same for a seat of government, and for one that acts as the government. */
const SEAT = 2;
const GOVERNS = 3;
/** By how much the best must be ahead. */
const MARGIN = 0.15;

interface Sense {
  readonly places: readonly Known[];
  readonly priors: readonly number[];
  scores: readonly number[];
}

function senseOf(
  places: readonly Known[],
  { seat, governs }: { readonly seat: string | null; readonly governs: boolean },
): Sense {
  const priors = places.map((place) => priorOf(place) + (isSeat(place, seat) ? (governs ? GOVERNS : SEAT) : 0));
  return { places, priors, scores: priors };
}

const isSeat = ({ sort, country }: Known, seat: string | null): boolean =>
  sort === 'town' && country !== null && country === seat;

/** Powers of ten of people; what is wider than a town counts by its rank. */
function priorOf({ sort, population }: Known): number {
  if (sort === 'state') return STATE;
  if (sort === 'area') return AREA;
  const people = Math.log10((population ?? 0) + 300);
  return sort === 'division' ? people + DIVISION : sort === 'county' ? people - 1 : people;
}

const isInside = (place: Known, within: Known): boolean =>
  place !== within &&
  (within.sort === 'state'
    ? place.country === within.country && place.sort !== 'state'
    : place.division === within.division && (place.sort === 'town' || place.sort === 'county'));

type Weighed = readonly (readonly [place: Known, weight: number])[];

/** The likeliest places of a name with their shares of what is likely. */
function likely(places: readonly Known[], scores: readonly number[]): Weighed {
  const best = Math.max(...scores);
  const weighed = places.map((place, at) => [place, Math.exp(2 * ((scores[at] ?? 0) - best))] as const);
  const sum = weighed.reduce((all, [, weight]) => all + weight, 0);
  return weighed
    .map(([place, weight]) => [place, weight / sum] as const)
    .filter(([, weight]) => weight > 0.02)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8);
}

const sumOf = <One>(some: readonly One[], of: (one: One) => number): number =>
  some.reduce((sum, one) => sum + of(one), 0);

const supportOf = (place: Known, others: Weighed, kinship: (a: Known, b: Known) => number): number =>
  others.reduce((most, [other, weight]) => Math.max(most, weight * kinship(place, other)), 0);

const isSameCountry = (place: Known, other: Known): number =>
  place !== other && place.country !== null && place.country === other.country ? 1 : 0;

/** How much one place speaks for another that lies near it, or in the same division. */
function nearness(place: Known, other: Known): number {
  if (place === other || isVast(place) || isVast(other)) return 0;
  if (place.coordinates === null || other.coordinates === null) return 0;
  const same = place.division !== null && place.division === other.division;
  const near = 1 / (1 + (apart(place.coordinates, other.coordinates) / NEAR) ** 2);
  return Math.max(same ? 0.3 : 0, near);
}

const isVast = ({ sort }: Known): boolean => sort === 'area' || sort === 'state';

/** Kilometres at which a neighbour counts half. */
const NEAR = 100;

/** Kilometres between two points, near enough where they are near. */
function apart([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number {
  const right = (((b - d + 540) % 360) - 180) * Math.cos((((a + c) / 2) * Math.PI) / 180);
  return 111.2 * Math.hypot(a - c, right);
}

function chosen({ places, scores }: Sense): Known | null {
  const order = places.map((place, at) => ({ place, score: scores[at] ?? 0 })).sort((a, b) => b.score - a.score);
  const [best] = order;
  if (best === undefined) return null;
  const rival = order.find(({ place }) => place !== best.place && !isNear(place, best.place));
  return rival !== undefined && best.score - rival.score < MARGIN ? null : best.place;
}

const isNear = (a: Known, b: Known): boolean =>
  a.coordinates !== null && b.coordinates !== null && apart(a.coordinates, b.coordinates) < NEAR;
