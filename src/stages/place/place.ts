import type { Layers, PlaceMention } from '../../document/reading.ts';
import { contains, hull, wordsAt, type Span } from '../../document/span.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../languages/language.ts';
import { gazetteerOf, type Known } from './gazetteer.ts';
import { locative } from './locative.ts';
import { resolve } from './resolve.ts';
import type { Means } from './toponym.ts';
import { toponymsIn } from './toponyms.ts';

/**
 * The stage `places`: names of places, how each stands in its sentence, and what it means in this report. Only those that stand as
 * `where` say where something is, happens or goes. A name whose meaning stays open has no point, and no country but the only one.
 */
export function findPlaces(
  language: Pick<Language, 'whereabouts' | 'calendar'>,
  know: Knowledge,
): (layers: Pick<Layers, 'report' | 'trees' | 'mentions' | 'actors'>) => readonly PlaceMention[] {
  const gazetteer = gazetteerOf(know);
  const means: Means = {
    gazetteer,
    isLocative: locative(language.whereabouts),
    areas: new Set(language.whereabouts.areas),
    parts: new Set(language.whereabouts.parts),
    divisions: new Set(language.whereabouts.divisions),
    dates: new Set([...language.calendar.months, ...language.calendar.weekdays].flat()),
  };
  return ({ report, trees, mentions, actors }) => {
    const persons = mentions.flatMap(({ name }, at) => (actors[at]?.kind === 'person' && name !== null ? [name] : []));
    const all = trees.flatMap((tree, sentence) =>
      toponymsIn(tree, means).map((name) => {
        const words = hull(tree.nodes.slice(name.from, name.to).map((node) => node.words));
        const text = wordsAt(report.text, words);
        return { ...name, sentence, words, key: keyOf(name.places, text), seat: gazetteer.seatOf(text) };
      }),
    );
    const isPerson = (words: Span): boolean => persons.some((name) => contains(name, words));
    const told = new Set(all.filter(({ trust }) => trust === 'told').map(({ key }) => key));
    const names = all.filter(
      (name) => told.has(name.key) && (name.within !== null || name.stands === 'where' || !isPerson(name.words)),
    );
    const states = gazetteer.statesIn(trees.map(({ nodes }) => nodes));
    const meant = resolve(names, { states });
    return names.map(({ sentence, head, words, places, stands }, at): PlaceMention => {
      const place = meant[at] ?? null;
      const name = wordsAt(report.text, words);
      return {
        name: place?.name ?? name,
        country: place === null ? (places.length === 0 ? gazetteer.seatOf(name) : onlyCountry(places)) : place.country,
        coordinates: place?.coordinates ?? null,
        words,
        at: { sentence, node: head },
        stands,
        sort: place?.sort ?? null,
      };
    });
  };
}

/** Names that may mean the same places are one name: "COLUMBUS" and "Columbus". */
const keyOf = ([first]: readonly Known[], words: string): string =>
  first === undefined ? words : `${first.name} ${first.country ?? ''} ${first.coordinates?.join(' ') ?? ''}`;

function onlyCountry(places: readonly Known[]): string | null {
  const [first] = places;
  return first !== undefined && places.every(({ country }) => country === first.country) ? first.country : null;
}
