import type { Entry, Refused, Store } from './store.ts';

/** What adding needs of a store. */
export type Intake = Pick<
  Store,
  'held' | 'sharedIds' | 'add' | 'refuse' | 'forget' | 'refusals' | 'refresh' | 'release' | 'close'
>;

/**
 * A store that is opened when the first entry is added, so that work of which nothing comes leaves no file. What is
 * refused before is kept for it; asked before, it holds nothing.
 */
export function lateStore(open: () => Promise<Store>): Intake {
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
    add: async (entries: readonly Entry[], at) =>
      entries.length === 0 && opened === null ? new Set() : (await store()).add(entries, at),
    refuse: async (refused, at) => (opened === null ? void waiting.push({ refused, at }) : opened.refuse(refused, at)),
    forget: async (source) => opened?.forget(source),
    refusals: async () => (await opened?.refusals()) ?? [],
    refresh: async (at) => (await opened?.refresh(at)) ?? 0,
    release: async (at) => (await opened?.release(at)) ?? 0,
    close: async () => opened?.close(),
  };
}
