import type { Source } from '../../src/knowledge/knowledge.ts';
import { doubtful, overlap, repeated, wrong, type Finding, type Term } from './finding.ts';

interface Named extends Term {
  readonly file: string;
  readonly id: string;
  readonly country: string | null;
  readonly names: readonly string[];
}

/** Codes that stand where a country's code stands: intergovernmental bodies. */
const NO_STATE = ['IGO'];

/** Ids, codes and names of states, bodies, outlets, pacts and places. */
export function tidyActors(know: Source): Finding[] {
  const actors = namedActors(know);
  return [
    ...sameIds(know, actors),
    ...sameItems(know),
    ...sameNames(actors),
    ...unknownCodes(know),
    ...unsourced(know),
  ];
}

function namedActors(know: Source): Named[] {
  const whole = { from: null, until: null };
  return [
    ...know['actors/states'].map((one) => ({
      file: 'actors/states',
      id: one.id,
      country: one.id,
      names: [one.name, ...one.also],
      from: one.from,
      until: one.until,
    })),
    ...know['actors/organisations'].map((one) => ({
      file: 'actors/organisations',
      id: one.id,
      country: one.country,
      names: [one.name, ...one.also],
      from: one.from,
      until: one.until,
    })),
    ...know['actors/media'].map((one) => ({
      ...whole,
      file: 'actors/media',
      id: one.id,
      country: one.country,
      names: [one.name, ...one.also],
    })),
    ...know['pacts/*'].map((one) => ({
      file: 'pacts',
      id: one.id,
      country: null,
      names: [one.name, ...one.also],
      from: one.from,
      until: one.until,
    })),
    ...know['pacts/*'].flatMap(({ parts }) =>
      parts.map((one) => ({ ...whole, file: 'pacts', id: one.id, country: null, names: [one.name, ...one.also] })),
    ),
  ];
}

/** Two actors that claim one item of Wikidata. */
function sameItems(know: Source): Finding[] {
  const items = [...know['actors/states'], ...know['actors/organisations'], ...know['actors/media']].flatMap(
    ({ wikidata }) => wikidata ?? [],
  );
  return repeated(items).map((item) => wrong('actors', item, 'one item of Wikidata for two'));
}

function sameIds(know: Source, actors: readonly Named[]): Finding[] {
  const areas = know['places/areas'].map(({ id }) => id);
  return [
    ...repeated(actors.map(({ id }) => id)).map((id) =>
      wrong(
        actors
          .filter((one) => one.id === id)
          .map(({ file }) => file)
          .join(' and '),
        id,
        'one id for two',
      ),
    ),
    ...repeated(areas).map((id) => wrong('places/areas', id, 'one id for two')),
  ];
}

/** One name for two actors at one time: wrong within one country or where both stand above countries, else doubtful. */
function sameNames(actors: readonly Named[]): Finding[] {
  const byName = new Map<string, Named[]>();
  for (const actor of actors) {
    for (const name of repeated(actor.names)) byName.set(`${name} (twice)`, [actor]);
    for (const name of new Set(actor.names)) byName.set(name, [...(byName.get(name) ?? []), actor]);
  }
  return [...byName].flatMap(([name, bearers]) => {
    const [first] = bearers;
    if (first !== undefined && name.endsWith(' (twice)'))
      return [wrong(first.file, first.id, `the name "${name.slice(0, -8)}" stands twice`)];
    const pairs = bearers.flatMap((a, at) => bearers.slice(at + 1).map((b) => [a, b] as const));
    return pairs
      .filter(([a, b]) => overlap(a, b))
      .map(([a, b]) => {
        const message = `the name "${name}" is also that of ${b.id}`;
        return a.country === b.country && a.file === b.file
          ? wrong(a.file, a.id, message)
          : doubtful(a.file, a.id, message);
      });
  });
}

function unknownCodes(know: Source): Finding[] {
  const codes = new Set(know['actors/states'].map(({ id }) => id));
  const bodies = new Set(know['actors/organisations'].map(({ id }) => id));
  const country = (file: string, key: string, code: string | null): Finding[] =>
    code === null || codes.has(code) || NO_STATE.includes(code)
      ? []
      : [wrong(file, key, `no country has the code ${code}`)];
  const body = (file: string, key: string, id: string | null): Finding[] =>
    id === null || bodies.has(id) ? [] : [wrong(file, key, `no organisation has the id ${id}`)];
  return [
    ...know['actors/states'].flatMap(({ id, of }) => country('actors/states', id, of)),
    ...know['actors/organisations'].flatMap(({ id, country: code, of, members }) => [
      ...country('actors/organisations', id, code),
      ...body('actors/organisations', id, of),
      ...members.flatMap((member) => country('actors/organisations', id, member)),
      ...repeated(members).map((member) => wrong('actors/organisations', id, `the member ${member} stands twice`)),
    ]),
    ...know['actors/members'].flatMap(({ organisation, members }) => [
      ...body('actors/members', organisation, organisation),
      ...members.flatMap((member) => country('actors/members', organisation, member)),
    ]),
    ...know['actors/media'].flatMap(({ id, country: code }) => country('actors/media', id, code)),
    ...know['pacts/*'].flatMap(({ id, parties }) =>
      parties
        .filter(({ who }) => !codes.has(who) && !bodies.has(who))
        .map(({ who }) => wrong('pacts', id, `the party ${who} is no country and no organisation`)),
    ),
    ...know['places/areas'].flatMap(({ id, country: code }) => country('places/areas', id, code)),
    ...know['places/cities'].flatMap(({ name, country: code }) => country('places/cities', name, code)),
  ];
}

function unsourced(know: Source): Finding[] {
  const files = ['actors/states', 'actors/organisations'] as const;
  return files.flatMap((file) =>
    know[file]
      .filter(({ from, until, source }) => (from !== null || until !== null) && source === null)
      .map(({ id }) => wrong(file, id, 'dated without a source')),
  );
}
