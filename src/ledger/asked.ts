import type { State } from '../knowledge/states.ts';
import type { Actor } from '../document/claim.ts';

/** Somebody asked for: a country, by whatever it is called, with all who act for it; else a part of a name, or an id. */
export type Asked =
  { readonly country: string; readonly name: string } | { readonly country: null; readonly name: string };

type Called = Pick<State, 'id' | 'name' | 'until'> & {
  readonly [K in 'also' | 'adjectives' | 'demonyms']: readonly string[];
};

/** One meaning for a state's name, its code and what its people are called; where two states share these, the one that stands. */
export function askedFor(words: string, states: readonly Called[]): Asked {
  const wanted = foldName(words);
  const found = states.filter(({ id, name, also, adjectives, demonyms }) =>
    [id, name, ...also, ...adjectives, ...demonyms].some((one) => foldName(one) === wanted),
  );
  const standing = found.filter(({ until }) => until === null);
  const [state, ...others] = standing.length > 0 ? standing : found;
  return state === undefined || others.length > 0
    ? { country: null, name: words }
    : { country: state.id, name: state.name };
}

/** Whether somebody is the one asked for, or acts for the country asked for. */
export function isAskedFor(who: Actor | { readonly name: string }, { country, name }: Asked): boolean {
  const wanted = foldName(name);
  if (country !== null)
    return 'id' in who ? who.country?.toLowerCase() === country.toLowerCase() : foldName(who.name) === wanted;
  return foldName(who.name).includes(wanted) || ('id' in who && foldName(who.id) === wanted);
}

/** A name as it is compared: without case, and without marks on its letters. */
export const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
