import type { Tree } from '../../document/tree.ts';
import { firstConjunct, nodeAt } from '../../grammar/phrase.ts';
import { grouped } from '../../grouped.ts';
import type { Hit, Known } from './gazetteer.ts';
import { hitAt, isCapital } from './hit.ts';
import { named, type Means, type Toponym } from './toponym.ts';

/**
 * The names of places in a sentence. Where the network reads a person, a town of that name is none; where it reads a place that no
 * gazetteer has, the name stands with its meaning open; in the name of a body or event, a place is part of that name.
 */
export function toponymsIn(tree: Tree, means: Means): readonly Toponym[] {
  const found: Toponym[] = [];
  for (let at = 0; at < tree.nodes.length;) {
    const { form } = nodeAt(tree, at);
    const people = isCapital(form) ? means.gazetteer.people(tree.nodes, at) : 0;
    const may = isCapital(form) && !means.dates.has(form.toLowerCase()) && !isTail(tree, at, found.at(-1) ?? null);
    const names = may ? namesAt(tree, at, { people, means }) : [];
    found.push(...names.map((name) => outerOf(name, found.at(-1) ?? null)));
    at = Math.max(at + Math.max(1, people), ...names.map(({ to }) => to));
  }
  return alike(tree, found);
}

/** In "Indiana, New York and Ohio" all are divisions of one state, and none lies in the next; a list does not end with a comma. */
function alike(tree: Tree, found: readonly Toponym[]): readonly Toponym[] {
  if (found.length < 2) return found;
  const lists = grouped(found, ({ head }) => firstConjunct(tree, head));
  return found.map((name) => {
    const list = lists.get(firstConjunct(tree, name.head)) ?? [];
    const goesOn = name.within === null || list.some(({ from }) => from > name.to + 1);
    const places = name.divisions.filter(
      ({ country }) =>
        list.length > 1 && list.every((one) => one === name || one.divisions.some((it) => it.country === country)),
    );
    return goesOn && places.length > 0 ? { ...name, places, within: null } : name;
  });
}

/** "Mart" of "Wal-Mart" is no place, but "Mayer" of "Watertown-Mayer" is one. */
const isTail = (tree: Tree, at: number, before: Toponym | null): boolean => {
  const [first, hyphen] = [tree.nodes[at - 2], tree.nodes[at - 1]];
  return hyphen?.form === '-' && first?.words[1] === hyphen.words[0] && isCapital(first.form) && before?.to !== at - 1;
};

/** What stands behind a comma is what its name lies in: of "Buffalo, New York" the state. */
const outerOf = (name: Toponym, before: Toponym | null): Toponym =>
  before?.within !== null && before?.to === name.from - 1 ? { ...name, places: [before.within] } : name;

function namesAt(
  tree: Tree,
  at: number,
  { people, means }: { readonly people: number; readonly means: Means },
): readonly Toponym[] {
  const hit = hitAt(tree, at, means);
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

/** Where the network reads a place: its name, or the name that it carries ("Kabul airport", "northern Gaza"). */
function placeAt(
  tree: Tree,
  at: number,
  { hit, end, means }: { readonly hit: Hit | null; readonly end: number; readonly means: Means },
): readonly Toponym[] {
  const comma = tree.nodes.slice(at, end).findIndex(({ form }) => form === ',');
  const to = comma > 0 ? at + comma : end;
  if (hit !== null && at + hit.length >= to) return [named(tree, at, at + hit.length, { hit, means })];
  const last = nodeAt(tree, to - 1).form.toLowerCase();
  // "Henan province": the name is the area's own.
  const isDivision = means.divisions.has(last) && (hit?.places.some(({ sort }) => sort === 'division') ?? false);
  if (hit !== null && at + hit.length === to - 1 && (means.parts.has(nodeAt(tree, to - 1).form) || isDivision))
    return [named(tree, at, to, { hit, means })];
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

const isCity = ({ population }: Known): boolean => (population ?? 0) >= CITY;

/** People in a city that bodies are named after. */
const CITY = 100_000;

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
    trust: hit.places.some((place) => isWide(place) || isCity(place)) ? 'told' : 'likely',
  };
}
