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
    offices: new Set(language.whereabouts['offices of divisions']),
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
    const acting = new Map(mentions.map(({ words }, at) => [words.join(), actors[at] ?? null]));
    const isPerson = (words: Span): boolean => persons.some((name) => contains(name, words));
    const told = new Set(all.filter(({ trust }) => trust === 'told').map(({ key }) => key));
    const names = all.filter(
      (name) => told.has(name.key) && (name.within !== null || name.stands === 'where' || !isPerson(name.words)),
    );
    const governs = new Set(
      names
        .filter(({ seat, words }) => seat !== null && actingState(acting.get(words.join())) === seat)
        .map(({ key }) => key),
    );
    const meant = resolve(names, { states: countriesOf(actors), governs });
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

const actingState = (actor: Layers['actors'][number] | undefined): string | null =>
  actor?.kind === 'state' ? actor.country : null;

/** The countries of those who take part in a report, by how often it speaks of them. */
function countriesOf(actors: Layers['actors']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const actor of actors)
    if (actor !== null && actor.country !== null) counts.set(actor.country, (counts.get(actor.country) ?? 0) + 1);
  return counts;
}

/** Names that may mean the same places are one name: "COLUMBUS" and "Columbus". */
const keyOf = ([first]: readonly Known[], words: string): string =>
  first === undefined ? words : `${first.name} ${first.country ?? ''} ${first.coordinates?.join(' ') ?? ''}`;

function onlyCountry(places: readonly Known[]): string | null {
  const [first] = places;
  return first !== undefined && places.every(({ country }) => country === first.country) ? first.country : null;
}
