import { compare, type Filed, type Mint } from './rows.ts';

/**
 * An id for each group of claims. A claim keeps the id of the record in which it first stood, and a group goes by the
 * oldest of these: so a record keeps its id when the report that began it is killed, and when two come together the older
 * id stays. Where a group has come apart, the part with the claim that the id was made from keeps it, else the oldest part.
 */
export function idsOf(groups: readonly (readonly Filed[])[]): readonly Mint[] {
  const given = new Map<readonly Filed[], Mint>();
  const taken = new Set<string>();
  const give = (group: readonly Filed[], mint: Mint | undefined): void => {
    if (mint === undefined || given.has(group) || taken.has(mint.id)) return;
    taken.add(mint.id);
    given.set(group, mint);
  };
  const oldest = [...groups].sort((a, b) => bySeniority(ownOf(a), ownOf(b)));
  for (const group of oldest) if (group.some(({ root }) => root === seniorOf(group).id)) give(group, seniorOf(group));
  for (const group of oldest) give(group, seniorOf(group));
  for (const group of oldest) for (const mint of group.map(own).sort(bySeniority)) give(group, mint);
  return groups.map((group) => given.get(group) ?? ownOf(group));
}

/** The oldest id that its claims bring along. */
const seniorOf = (group: readonly Filed[]): Mint => oldestOf(group.map((row) => row.mint ?? own(row)));

/** The oldest of its own roots. */
const ownOf = (group: readonly Filed[]): Mint => oldestOf(group.map(own));

const own = ({ root, born }: Filed): Mint => ({ id: root, born });

const bySeniority = (a: Mint, b: Mint): number => a.born - b.born || compare(a.id, b.id);

function oldestOf(mints: readonly Mint[]): Mint {
  const [first, ...rest] = mints;
  if (first === undefined) throw new Error('a record of no claims');
  return rest.reduce((best, mint) => (bySeniority(mint, best) < 0 ? mint : best), first);
}
