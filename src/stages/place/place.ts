import type { Where } from '../../document/claim.ts';
import type { Layers, PlaceMention } from '../../document/reading.ts';
import { hull, wordsAt } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { dependents, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../languages/language.ts';
import { gazetteerOf, type Gazetteer, type Known } from './gazetteer.ts';
import { locative, type Locative } from './locative.ts';

/**
 * The stage `places`: names that say where something is, happens or goes. A capital that acts ("Beijing has warned") and a
 * state that is spoken to are no places; the tree decides. A name that several cities share means the one in a country that
 * the report names, else one much larger than the rest, else its country stays open.
 */
export function findPlaces(
  language: Pick<Language, 'whereabouts' | 'calendar'>,
  know: Knowledge,
): (layers: Pick<Layers, 'report' | 'trees'>) => readonly PlaceMention[] {
  const gazetteer = gazetteerOf(know);
  const isLocative = locative(language.whereabouts);
  const lists: Lists = {
    areas: new Set(language.whereabouts.areas),
    parts: new Set(language.whereabouts.parts),
    dates: new Set([...language.calendar.months, ...language.calendar.weekdays].flat()),
  };
  return ({ report, trees }) => {
    const states = gazetteer.statesIn(trees.map(({ nodes }) => nodes));
    return trees.flatMap((tree, sentence) =>
      namesIn(tree, gazetteer, lists).flatMap((name): readonly PlaceMention[] => {
        const place = isLocative(tree, name.head);
        if (place === null || (name.places === null && !plain(tree, name, place, lists))) return [];
        const words = hull(tree.nodes.slice(name.from, name.to).map((node) => node.words));
        return [{ ...meant(name, wordsAt(report.text, words), states), words, at: { sentence, node: name.head } }];
      }),
    );
  };
}

/** A name in a sentence: tokens `[from, to)`, what it may mean (null: not in the gazetteer), and what state stands with it. */
interface Name {
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly places: readonly Known[] | null;
  readonly within: string | null;
}

interface Lists {
  readonly areas: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  /** Lower-case names of months and weekdays. */
  readonly dates: ReadonlySet<string>;
}

function namesIn(tree: Tree, gazetteer: Gazetteer, lists: Lists): readonly Name[] {
  const { nodes } = tree;
  const found: Name[] = [];
  for (let at = 0; at < nodes.length;) {
    const { form } = nodeAt(tree, at);
    const known = capital(form) && !gazetteer.isBody(nodes, at) && !lists.dates.has(form.toLowerCase());
    const hit = known ? gazetteer.longest(nodes, at) : null;
    const name = !known
      ? null
      : hit === null
        ? unknownName(tree, at, lists)
        : knownName(tree, at, hit, gazetteer, lists);
    if (name !== null) found.push(name);
    at = Math.max(at + 1, name?.to ?? 0);
  }
  return found;
}

/** A name of the gazetteer, with the noun of its area ("Kandahar city") or the state behind a comma ("Arusha, Tanzania"). */
function knownName(
  tree: Tree,
  from: number,
  hit: { readonly length: number; readonly places: readonly Known[] },
  gazetteer: Gazetteer,
  { areas, parts }: Lists,
): Name {
  const end = from + hit.length;
  const next = tree.nodes[end];
  const own = next !== undefined && nodeAt(tree, headOf(tree, from, end)).head === end;
  if (own && areas.has(next.form.toLowerCase()))
    return {
      from,
      to: end + 1,
      head: end,
      places: parts.has(next.form) ? hit.places : null,
      // A city's airport lies in its state; a strait named after a state need not.
      within: hit.places[0]?.coordinates == null ? null : hit.places[0].country,
    };
  const after = next?.form === ',' ? gazetteer.longest(tree.nodes, end + 1) : null;
  const state = after?.places.find(({ coordinates }) => coordinates === null) ?? null;
  const within = hit.places.some(({ country }) => country === state?.country) ? (state?.country ?? null) : null;
  const to = within === null || after === null ? end : end + 1 + after.length;
  return { from, to, head: headOf(tree, from, end), places: hit.places, within };
}

/** A run of capitals that hang together: "South China Sea", "El-Arish", "Butare prefecture". */
function unknownName(tree: Tree, from: number, { areas }: Lists): Name {
  let to = from + 1;
  for (; to < tree.nodes.length; to += 1) {
    const { form } = nodeAt(tree, to);
    if (form === '-' && capital(tree.nodes[to + 1]?.form ?? '') && glued(tree, to) && glued(tree, to + 1)) continue;
    const joined = form === '-' || tree.nodes[to - 1]?.form === '-' || oneName(tree, from, to);
    if (!joined || !(capital(form) || areas.has(form))) break;
    if (areas.has(form)) return { from, to: to + 1, head: headOf(tree, from, to + 1), places: null, within: null };
  }
  return { from, to, head: headOf(tree, from, to), places: null, within: null };
}

const capital = (form: string): boolean => /^\p{Lu}/u.test(form);

const glued = (tree: Tree, at: number): boolean => nodeAt(tree, at - 1).words[1] === nodeAt(tree, at).words[0];

/** Does one of two tokens lie above the other by links inside a name alone? */
function oneName(tree: Tree, from: number, at: number): boolean {
  const above = (low: number, high: number): boolean => {
    for (
      let step = low;
      step >= 0 && hasLabel(nodeAt(tree, step), 'flat', 'compound', 'amod');
      step = nodeAt(tree, step).head
    )
      if (nodeAt(tree, step).head === high) return true;
    return false;
  };
  const head = headOf(tree, from, at);
  return above(at, head) || above(head, at) || above(from, nodeAt(tree, at).head);
}

function headOf(tree: Tree, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const { head } = nodeAt(tree, at);
    if (head < from || head >= to) return at;
  }
  return from;
}

/** A name that no gazetteer knows counts where it carries a noun of areas, or follows a preposition that takes places alone. */
function plain(tree: Tree, { from, to, head }: Name, place: Locative, { areas }: Lists): boolean {
  const name = tree.nodes.slice(from, to);
  if (areas.has(name.at(-1)?.form.toLowerCase() ?? ''))
    return name.length > 1 && !dependents(tree, head, 'nmod').some(({ index }) => preposition(tree, index) === 'of');
  const acronym = name.every(({ form }) => form === form.toUpperCase() && form.length > 1);
  return place === 'in' && !acronym && name.every(({ upos, form }) => upos === 'PROPN' || form === '-');
}

/** People in a city that is known outside its country. */
const LARGE = 300_000;

function meant({ places, within }: Name, name: string, states: ReadonlyMap<string, number>): Omit<Where, 'words'> {
  const [largest, second] = places ?? [];
  if (largest === undefined) return { name, country: within, coordinates: null };
  const named = (places ?? []).filter(({ country }) => (within === null ? states.has(country) : country === within));
  const alone =
    largest.population > LARGE &&
    (second === undefined || largest.population > 5 * second.population || largest.country === second.country);
  const often = [...named].sort((a, b) => (states.get(b.country) ?? 0) - (states.get(a.country) ?? 0));
  const chosen = largest.coordinates === null ? largest : (often[0] ?? (alone ? largest : null));
  return chosen === null
    ? { name, country: null, coordinates: null }
    : { name: chosen.name, country: chosen.country, coordinates: chosen.coordinates };
}
