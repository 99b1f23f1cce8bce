import type { Actor } from '../../document/claim.ts';
import type { Report } from '../../document/report.ts';
import { wordsAt } from '../../document/span.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Names } from '../../knowledge/names.ts';
import type { Tables } from '../../knowledge/tables/tables.ts';
import type { Facts, Scene } from './facts.ts';
import { townIn } from './provinces.ts';

/** Where a report is at home: the state that "police" and "the government" belong to when nothing else is said. */
export interface Home {
  /** The state of the dateline, else the one that the report speaks of most; null where neither is plain. */
  readonly country: string | null;
  /** The state of the dateline; null where it tells none. */
  readonly dated: string | null;
  /** The state of the outlet; null where it is unknown. */
  readonly publisher: string | null;
  /** The states it names, those named most first. */
  readonly named: readonly string[];
  /** The intergovernmental body that the report speaks of most; null where none is named twice. */
  readonly body: Actor | null;
}

/** Countries of places by name: the largest place of a name speaks for it. */
export interface Gazetteer {
  readonly countryOf: (place: string) => string | null;
  /** Is this the name of a place of any kind? */
  readonly knows: (name: string) => boolean;
  /** The country of a province, island or region of that name; null where there is none. */
  readonly provinceOf: (name: string) => string | null;
  /** Is it a continent or a group of states, which may be spoken of as an actor: "Europe"? */
  readonly isRegion: (name: string) => boolean;
}

/** Places by name: states and their capitals, then cities, then areas. */
export function placesIn(know: Knowledge): Gazetteer {
  const states = new Map<string, string>();
  for (const { name, capital, id } of know['actors/states'])
    for (const one of [name, ...(capital === null ? [] : [capital])])
      if (!states.has(one.toLowerCase())) states.set(one.toLowerCase(), id);
  const { town, area } = know.tables;
  const countryOf = (key: string): string | null => states.get(key) ?? town(key)?.[0] ?? area(key)?.[0] ?? null;
  return {
    knows: (name) => countryOf(name.toLowerCase()) !== null || area(name.toLowerCase()) !== null,
    isRegion: (name) => REGIONS.has(area(name.toLowerCase())?.[1] ?? ''),
    provinceOf: (name) => area(name.toLowerCase())?.[0] ?? null,
    countryOf: (place) => countryOf(place.toLowerCase()),
  };
}

const REGIONS = new Set(['continent', 'region']);

/** Finds a report's home from its dateline, its outlet and the states it names. */
export function homeOf(
  report: Report,
  scene: Scene,
  { names, places, outlet }: { readonly names: Names; readonly places: Gazetteer; readonly outlet: Tables['outlet'] },
): Home {
  const publisher = report.publisher === null ? null : (outlet(report.publisher.toLowerCase())?.[0] ?? null);
  const line = report.dateline?.place ?? null;
  const place = line === null ? null : wordsAt(report.text, line);
  // "CAIRO, Egypt": what names a state goes before what names a city.
  const parts = place === null ? [] : place.split(/[,/]/).map((part) => part.trim());
  const stated = parts
    .flatMap((part) => names.exact(part))
    .find(({ actor, form }) => actor.kind === 'state' && form === 'name');
  const dated =
    stated?.actor.country ?? parts.map((part) => places.countryOf(part)).find((code) => code !== null) ?? null;
  const { most, named } = statesIn(report, scene, { names, places });
  return { country: dated ?? most, dated, publisher, named, body: bodyOf(scene.facts) };
}

/**
 * The state that is named most: the title and the first sentences count more, mere places ("in Tanzania") less. Null where none is
 * named twice or two are level.
 */
function statesIn(
  report: Report,
  scene: Scene,
  { names, places }: { readonly names: Names; readonly places: Gazetteer },
): { most: string | null; named: readonly string[] } {
  const counts = new Map<string, number>();
  const add = (country: string | null, weight: number): void => {
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + weight);
  };
  const surnames = surnamesIn(scene.facts);
  for (const facts of scene.facts) {
    const { known, mention, head, tree, words, name } = facts;
    const [only] = surnames.has(name ?? '') || townIn(facts, scene, places) !== null ? [] : known;
    if (only === undefined || only.actor.country === 'IGO') continue;
    if (only.actor.kind !== 'state') {
      // Its ministries and parties speak of a state, but less plainly.
      if (only.actor.sector !== 'JRN' && known.length === 1 && words.split(' ').length > 2)
        add(only.actor.country, 0.5);
      continue;
    }
    const place =
      head.label === 'appos' || head.children.some((child) => tree.nodes[child]?.form.toLowerCase() === 'in');
    add(
      only.actor.country,
      (mention.at.sentence < 3 ? 2 : 1) *
        (place ? 0.75 : mention.form === 'demonym' || head.label === 'compound' ? 0.9 : 1),
    );
  }
  const title = (report.title ?? '').split(/[\s,.:;!?()]+/).map((form) => ({ form: form.replace(/['’]s$/, '') }));
  for (let at = 0; at < title.length; at++) {
    const hit = names.longest(title, at);
    if (hit?.known[0]?.actor.kind === 'state') add(hit.known[0].actor.country, 4);
    at += (hit?.length ?? 1) - 1;
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  const plain = first !== undefined && first[1] >= 1 && first[1] !== second?.[1];
  return { most: plain ? first[0] : null, named: ranked.map(([country]) => country) };
}

/** Last words of people's names: the "Jordan" behind "Ed Jordan" speaks of no state. */
const surnamesIn = (facts: readonly Facts[]): ReadonlySet<string> =>
  new Set(
    facts.flatMap(({ name, seemsTo }) =>
      seemsTo === 'person' && name?.includes(' ') ? name.slice(name.lastIndexOf(' ') + 1) : [],
    ),
  );

function bodyOf(facts: readonly Facts[]): Actor | null {
  const counts = new Map<string, { readonly actor: Actor; readonly times: number }>();
  for (const { known } of facts) {
    const [only] = known;
    if (only?.sort !== 'igo') continue;
    counts.set(only.actor.id, { actor: only.actor, times: (counts.get(only.actor.id)?.times ?? 0) + 1 });
  }
  const [first] = [...counts.values()].sort((a, b) => b.times - a.times);
  return first !== undefined && first.times > 1 ? first.actor : null;
}
