import type { Actor } from '../../document/claim.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Known, Names } from '../../knowledge/names.ts';

/** Names as they meant on a day; as they mean today where nothing dates the report. */
export type NamesOn = (on: string | null) => Names;

/**
 * Reads off the knowledge which states were called otherwise, and which have ended. A state is named as it was on the day; a seat or
 * adjective that two states had, one after the other, means the one that there was: "the Kremlin" in 1985 and today.
 */
export function datedNames(names: Names, know: Knowledge): NamesOn {
  const states = know['actors/states'];
  const called = states.flatMap(({ id, called: before }) => before.map((one) => ({ id, ...one })));
  const ended = states.filter(({ kind }) => kind === 'former');
  return (on) => {
    const then = new Map(called.filter((one) => wasOn(one, on)).map(({ id, name }) => [id, name] as const));
    const standing = new Set(ended.filter((one) => wasOn(one, on)).map(({ id }) => id as string));
    const dated = (actor: Actor): Actor => {
      const name = actor.kind === 'state' ? then.get(actor.id) : undefined;
      return name === undefined ? actor : { ...actor, name };
    };
    const meant = (known: readonly Known[]): readonly Known[] => {
      const former = known.filter(({ sort }) => sort === 'former');
      if (former.length === 0 || former.length === known.length) return known;
      const there = former.filter(({ actor }) => standing.has(actor.id));
      return there.length > 0 ? there : known.filter(({ sort }) => sort !== 'former');
    };
    return {
      ...names,
      exact: (name) => {
        const known = meant(names.exact(name));
        return then.size === 0 ? known : known.map((one) => ({ ...one, actor: dated(one.actor) }));
      },
      state: (code) => {
        const actor = names.state(code);
        return actor === null ? null : dated(actor);
      },
    };
  };
}

/** Undated reports are of today. */
const wasOn = ({ from, until }: { readonly from: string | null; readonly until: string | null }, on: string | null) =>
  on !== null && (from === null || from <= on) && until !== null && on <= until;
