import type { Tree } from '../../document/tree.ts';
import { hasLabel, nodeAt } from '../../grammar/phrase.ts';
import { bare } from '../../knowledge/keys.ts';
import type { Gazetteer, Hit } from './gazetteer.ts';

/** What the gazetteer has at a token, less what hardly anybody means by such words; null where nothing is left. */
export function hitAt(tree: Tree, at: number, words: Words): Hit | null {
  return meaningful(tree, at, shortened(tree, at, words.gazetteer.longest(tree.nodes, at)), words);
}

interface Words {
  readonly gazetteer: Gazetteer;
  readonly areas: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
}

export const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form);

/** "City", "West", "University": a town may be called so, but hardly ever is; nor is "White House" the one in Tennessee. */
function meaningful(tree: Tree, at: number, hit: Hit | null, { areas, parts, gazetteer }: Words): Hit | null {
  if (hit === null) return null;
  const forms = tree.nodes.slice(at, at + hit.length).map(({ form }) => form);
  const words = forms.map((form) => form.toLowerCase());
  const alone = forms.length === 1;
  const town = hit.places.every(({ sort }) => sort === 'town');
  const generic = words.every((word) => areas.has(word) || parts.has(word));
  if (generic && (alone || town)) return null;
  // "Western Union", and the article of "Al-Shifa".
  if (alone && (words.join('').length < (town ? 3 : 2) || hasLabel(nodeAt(tree, at), 'amod'))) return null;
  const small = hit.places.every(({ sort, population }) => sort === 'town' && (population ?? 0) < LARGE);
  return small && gazetteer.seatOf(forms.join(' ')) !== null ? null : hit;
}

/** People in a town that may be known for itself, and not for the government that sits there. */
const LARGE = 50_000;

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
