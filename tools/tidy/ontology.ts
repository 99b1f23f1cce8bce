import { PLOVER_TYPES, PREDICATES, STATUSES } from '../../src/document/claim.ts';
import type { Source } from '../../src/knowledge/knowledge.ts';
import { doubtful, repeated, wrong, type Finding } from './finding.ts';

/** The ontology is whole; event rules stay within it, have examples and ids of their own; no code is without use. */
export function tidyOntology(know: Source): Finding[] {
  const lists = [
    ['ontology/plover', PLOVER_TYPES, know['ontology/plover']],
    ['ontology/statuses', STATUSES, know['ontology/statuses']],
    ['ontology/predicates', PREDICATES, know['ontology/predicates']],
    ['languages/en/contexts', know['ontology/contexts'].map(({ id }) => id), know['languages/en/contexts']],
  ] as const;
  return [
    ...lists.flatMap(([file, all, list]) =>
      incomplete(
        file,
        all,
        list.map(({ id }) => id),
      ),
    ),
    ...rules(know),
    ...unused(know),
    ...sectors(know),
  ];
}

function incomplete(file: string, all: readonly string[], ids: readonly string[]): Finding[] {
  return [
    ...all.filter((id) => !ids.includes(id)).map((id) => wrong(file, id, 'is not defined')),
    ...repeated(ids).map((id) => wrong(file, id, 'is defined twice')),
  ];
}

function rules(know: Source): Finding[] {
  const file = 'languages/en/events';
  const events = know['languages/en/events/*'];
  const modes = new Map(know['ontology/plover'].map((type) => [type.id, type.modes.map(({ id }) => id)]));
  return [
    ...repeated(events.map(({ id }) => id)).map((id) => wrong(file, id, 'one id for two rules')),
    ...events.filter(({ examples }) => examples.length === 0).map(({ id }) => wrong(file, id, 'has no examples')),
    ...events
      .filter(({ type, mode }) => mode !== null && !(modes.get(type) ?? []).includes(mode))
      .map(({ id, type, mode }) => wrong(file, id, `${type} has no mode ${mode ?? ''}`)),
  ];
}

function unused(know: Source): Finding[] {
  const events = know['languages/en/events/*'];
  return know['ontology/plover'].flatMap((type) => [
    ...(events.some((rule) => rule.type === type.id)
      ? []
      : [doubtful('ontology/plover', type.id, 'no event rule uses it')]),
    ...type.modes
      .filter(({ id }) => !events.some((rule) => rule.type === type.id && rule.mode === id))
      .map(({ id }) => doubtful('ontology/plover', `${type.id} ${id}`, 'no event rule uses it')),
  ]);
}

/** Every sector that actors or words name is one of the ontology's. */
function sectors(know: Source): Finding[] {
  const known = new Set(know['ontology/sectors'].map(({ id }) => id));
  const uses = [
    ...know['actors/organisations'].map(({ id, sector }) => ['actors/organisations', id, sector] as const),
    ...know['languages/en/titles'].heads.map(({ id, sector }) => ['languages/en/titles', id, sector] as const),
    ...know['languages/en/agents'].map(({ id, sector }) => ['languages/en/agents', id, sector] as const),
  ];
  const named = new Set(uses.map(([, , sector]) => sector));
  return [
    ...uses.flatMap(([file, id, sector]) =>
      sector === null || known.has(sector) ? [] : [wrong(file, id, `there is no sector ${sector}`)],
    ),
    ...[...known].filter((id) => !named.has(id)).map((id) => doubtful('ontology/sectors', id, 'nothing uses it')),
  ];
}
