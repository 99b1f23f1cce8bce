/** Things by a key of theirs, keys and things in the order in which they come. Node 20 has no Map.groupBy. */
export function grouped<Thing, Key>(all: readonly Thing[], keyOf: (one: Thing) => Key): ReadonlyMap<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
