import type { Refused, Store } from './store.ts';

/**
 * A store that is opened when the first entry is added, so that work of which nothing comes leaves no file. What is
 * refused before is kept for it; asked before, it holds nothing.
 */
export function lateStore(open: () => Promise<Store>): Store {
  let opened: Store | null = null;
  let waiting: { readonly refused: readonly Refused[]; readonly at: string }[] = [];
  const store = async (): Promise<Store> => {
    opened ??= await open();
    for (const { refused, at } of waiting) await opened.refuse(refused, at);
    waiting = [];
    return opened;
  };
  return {
    held: async (keys) => (await opened?.held(keys)) ?? new Set(),
    sharedIds: async (ids) => (await opened?.sharedIds(ids)) ?? new Set(),
    add: async (entries, at) =>
      entries.length === 0 && opened === null ? new Set() : (await store()).add(entries, at),
    refuse: async (refused, at) => (opened === null ? void waiting.push({ refused, at }) : opened.refuse(refused, at)),
    forget: async (source) => opened?.forget(source),
    refusals: async () => (await opened?.refusals()) ?? [],
    claims: async (filter) => (await opened?.claims(filter)) ?? [],
    coverage: async () => (await opened?.coverage()) ?? EMPTY,
    close: async () => opened?.close(),
  };
}

const EMPTY = { reports: 0, undated: 0, earliest: null, latest: null, claims: 0, refused: 0 };
