/**
 * The index of the first item whose key is greater than a bound, in a list that ascends by that key: reports of ten
 * megabytes are read in one piece, so nothing here may look through all of a report for each thing in it.
 */
export function firstBeyond<T>(items: readonly T[], key: (item: T) => number, bound: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && key(item) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** At most so many statements lie between things that have to do with each other. */
const REACH = 40;

/** Items around a place in a list, that one included. */
export const around = <T>(items: readonly T[], at: number): readonly T[] =>
  items.slice(Math.max(0, at - REACH), at + REACH + 1);
