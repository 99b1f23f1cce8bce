import type { Standing } from '../../document/reading.ts';
import type { Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import { bare } from '../../knowledge/keys.ts';
import type { Gazetteer, Hit, Known } from './gazetteer.ts';
import type { Locative } from './locative.ts';

/** A name of a place in a sentence: tokens `[from, to)`, what it may mean (none: no gazetteer has it), what stands behind its comma. */
export interface Toponym {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly places: readonly Known[];
  readonly within: Known | null;
  readonly stands: Standing;
  /** `likely`: a place only if the report names it elsewhere as one. */
  readonly trust: 'told' | 'likely';
}

export interface Means {
  readonly gazetteer: Gazetteer;
  readonly isLocative: (tree: Tree, index: number) => Locative | null;
  /** Nouns of areas and spots that carry names. */
  readonly areas: ReadonlySet<string>;
  /** Nouns of areas whose name means the area itself: "Kandahar city". */
  readonly parts: ReadonlySet<string>;
  /** Nouns of what states are divided into: "Kandahar province" is not the city. */
  readonly divisions: ReadonlySet<string>;
  /** Lower-case names of months and weekdays. */
  readonly dates: ReadonlySet<string>;
}

/**
 * The names of places in a sentence. Where the network reads a person, a town of that name is none; where it reads a place that no
 * gazetteer has, the name stands with its meaning open; in the name of a body or event, a place is part of that name.
 */
export function toponymsIn(tree: Tree, means: Means): readonly Toponym[] {
  const found: Toponym[] = [];
  for (let at = 0; at < tree.nodes.length;) {
    const { form } = nodeAt(tree, at);
    const people = isCapital(form) ? means.gazetteer.people(tree.nodes, at) : 0;
    const may = isCapital(form) && !means.dates.has(form.toLowerCase());
    const names = may ? namesAt(tree, at, { people, means }) : [];
    found.push(...names.map((name) => outerOf(name, found.at(-1) ?? null)));
    at = Math.max(at + Math.max(1, people), ...names.map(({ to }) => to));
  }
  return found;
}

/** What stands behind a comma is what its name lies in: of "Buffalo, New York" the state. */
const outerOf = (name: Toponym, before: Toponym | null): Toponym =>
  before?.within !== null && before?.to === name.from - 1 ? { ...name, places: [before.within] } : name;

function namesAt(
  tree: Tree,
  at: number,
  { people, means }: { readonly people: number; readonly means: Means },
): readonly Toponym[] {
  const hit = meaningful(tree, at, shortened(tree, at, means.gazetteer.longest(tree.nodes, at)), means);
  // "British Columbia" is no people.
  if (people > 0 && people >= (hit?.length ?? 0)) return [];
  const read = readAt(tree, at);
  if (read === null) {
    const body = hit === null || means.gazetteer.isBody(tree.nodes, at);
    return one(body ? null : plainly(tree, at, hit, means));
  }
  switch (read.kind) {
    case 'place':
      return placeAt(tree, at, { hit, end: read.to, means });
    case 'person':
      return one(hit !== null && read.from === at && at + hit.length >= read.to ? despite(tree, at, hit, means) : null);
    default:
      return one(hit === null ? null : within(tree, at, hit, { read, means }));
  }
}

const one = (name: Toponym | null): readonly Toponym[] => (name === null ? [] : [name]);

/** "City", "West", "University": a town may be called so, but hardly ever is; nor is "White House" the one in Tennessee. */
function meaningful(tree: Tree, at: number, hit: Hit | null, { areas, parts, gazetteer }: Means): Hit | null {
  if (hit === null) return null;
  const forms = tree.nodes.slice(at, at + hit.length).map(({ form }) => form);
  const words = forms.map((form) => form.toLowerCase());
  if (words.join('').length < 2 || words.every((word) => areas.has(word) || parts.has(word))) return null;
  const small = hit.places.every(({ sort, population }) => sort === 'town' && (population ?? 0) < LARGE);
  return small && gazetteer.seatOf(forms.join(' ')) !== null ? null : hit;
}

/** People in a town that may be known for itself, and not for the government that sits there. */
const LARGE = 50_000;

/** A name that the network reads: tokens `[from, to)`. */
interface Read {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

function readAt(tree: Tree, at: number): Read | null {
  const kind = nodeAt(tree, at).name.slice(2);
  if (kind === '') return null;
  let from = at;
  while (nodeAt(tree, from).name.startsWith('I-') && from > 0 && tree.nodes[from - 1]?.name.slice(2) === kind)
    from -= 1;
  let to = at + 1;
  while (tree.nodes[to]?.name === `I-${kind}`) to += 1;
  return { kind, from, to };
}

/** "Miss" is no state, and "OR" is one behind a comma alone: a name cut short has its full stop, or stands behind a place. */
function shortened(tree: Tree, at: number, hit: Hit | null): Hit | null {
  if (hit === null) return null;
  const words = tree.nodes.slice(at, at + hit.length).map(({ form }) => form);
  const key = bare(words.join(''));
  const places = hit.places.filter(
    ({ name, sort }) =>
      sort !== 'division' ||
      key.length > 5 ||
      bare(name).toLowerCase() === key.toLowerCase() ||
      words.some((word) => word.includes('.')) ||
      tree.nodes[at + hit.length]?.form === '.' ||
      (key.length > 2 && key === key.toUpperCase()) ||
      (tree.nodes[at - 1]?.form === ',' && key === key.toUpperCase()),
  );
  return places.length === 0 ? null : { length: hit.length, places };
}

/** Where the network reads a place: its name, or the name that it carries ("Kabul airport", "northern Gaza"). */
function placeAt(
  tree: Tree,
  at: number,
  { hit, end, means }: { readonly hit: Hit | null; readonly end: number; readonly means: Means },
): readonly Toponym[] {
  const comma = tree.nodes.slice(at, end).findIndex(({ form }) => form === ',');
  const to = comma > 0 ? at + comma : end;
  if (hit !== null && at + hit.length >= to) return [named(tree, at, at + hit.length, { hit, means })];
  const last = nodeAt(tree, to - 1).form;
  // "Henan province": the name is the area's own.
  if (hit !== null && at + hit.length === to - 1 && means.parts.has(last)) return [named(tree, at, to, { hit, means })];
  const whole = named(tree, at, to, { hit: null, means });
  const spot = whole.stands === 'where' && !isGeneric(tree, whole, means) ? [whole] : [];
  if (hit === null) return spot;
  const inner = named(tree, at, at + hit.length, { hit, means });
  return [...spot, { ...inner, stands: 'inside', trust: hit.places.some(isWide) ? 'told' : 'likely' }];
}

const isGeneric = (tree: Tree, { from, to }: Toponym, { areas, parts }: Means): boolean =>
  tree.nodes.slice(from, to).every(({ form }) => areas.has(form.toLowerCase()) || parts.has(form.toLowerCase()));

/** Where the network reads no name: a state or a wide area always, a town where it is told as a place or its state stands behind it. */
function plainly(tree: Tree, at: number, hit: Hit, means: Means): Toponym | null {
  const name = named(tree, at, at + hit.length, { hit, means });
  if (nodeAt(tree, name.head).upos !== 'PROPN') return null;
  const told = hit.places.some(isWide) || name.within !== null || name.stands === 'where';
  return { ...name, trust: told ? 'told' : 'likely' };
}

/** States and what they are divided into; a county under its whole name. */
const isWide = ({ sort, name }: Known): boolean => sort !== 'town' && (sort !== 'county' || name.includes(' '));

/** Where the network reads a person: a place with its state behind a comma, or after "in"; else only one that the report names. */
function despite(tree: Tree, at: number, hit: Hit, means: Means): Toponym {
  const name = named(tree, at, at + hit.length, { hit, means });
  const told =
    name.within !== null || means.isLocative(tree, name.head) === 'in' || (hit.length > 1 && hit.places.some(isWide));
  return { ...name, trust: told ? 'told' : 'likely' };
}

/** In a name of a body or an event: the whole of it ("Texas beat Ohio"), or what it begins with ("Leeds City Council"). */
function within(
  tree: Tree,
  at: number,
  hit: Hit,
  { read, means }: { readonly read: Read; readonly means: Means },
): Toponym | null {
  const to = at + hit.length;
  if (at === read.from && to >= read.to) {
    const name = named(tree, at, to, { hit, means });
    return { ...name, trust: hit.places.some(isWide) || name.stands === 'where' ? 'told' : 'likely' };
  }
  if (to > read.to) return null;
  const behind = ['of', 'in', 'for', 'at'].includes(tree.nodes[at - 1]?.form ?? '');
  if (at !== read.from && !behind) return null;
  return {
    ...named(tree, at, to, { hit, means }),
    stands: 'inside',
    trust: hit.places.some(isWide) ? 'told' : 'likely',
  };
}

function named(
  tree: Tree,
  from: number,
  to: number,
  { hit, means }: { readonly hit: Hit | null; readonly means: Means },
): Toponym {
  const head = headOf(tree, from, to);
  const behind = tree.nodes[to]?.form === ',' ? means.gazetteer.longest(tree.nodes, to + 1) : null;
  const noun = (tree.nodes[to]?.form ?? '').toLowerCase();
  const places = narrowed(hit?.places ?? [], {
    divided: means.divisions.has(noun) || isDivided(tree, from, to, means),
  });
  const within = places.flatMap((place) =>
    (behind?.places ?? []).filter(
      (outer) =>
        (outer.sort === 'state' && outer.country === place.country && place.sort !== 'state') ||
        ((outer.sort === 'division' || outer.sort === 'county') &&
          outer.division === place.division &&
          (place.sort === 'town' || (place.sort === 'county' && outer.sort === 'division'))),
    ),
  );
  return {
    from,
    to,
    head,
    places,
    within: within[0] ?? null,
    trust: 'told',
    stands: means.isLocative(tree, head) === null ? 'named' : 'where',
  };
}

const isDivided = (tree: Tree, from: number, to: number, { divisions }: Means): boolean =>
  to > from + 1 && divisions.has(nodeAt(tree, to - 1).form.toLowerCase());

/** A city that gives a province its name is meant by it, but where the word "province" follows. */
function narrowed(places: readonly Known[], { divided }: { readonly divided: boolean }): readonly Known[] {
  const towns = places.filter(({ sort }) => sort === 'town');
  const wide = places.filter(({ sort }) => sort !== 'town');
  if (divided) return wide.length > 0 ? wide : places;
  return places.filter(
    (place) => (place.sort !== 'division' && place.sort !== 'county') || !towns.some((town) => isMostly(place, town)),
  );
}

/** Is the province, for those who use its name, its city? */
const isMostly = (province: Known, town: Known): boolean =>
  (town.division === province.division || (town.country === province.country && isAround(province, town))) &&
  (town.population ?? 0) * MOSTLY > (province.population ?? 0);

const isAround = ({ coordinates: a }: Known, { coordinates: b }: Known): boolean =>
  a !== null && b !== null && Math.hypot(a[0] - b[0], a[1] - b[1]) < 1;

/** A province with fewer people than so many times its city's is mostly that city. */
const MOSTLY = 5;

const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form);

function headOf(tree: Tree, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const { head } = nodeAt(tree, at);
    if (head < from || head >= to) return at;
  }
  return from;
}
