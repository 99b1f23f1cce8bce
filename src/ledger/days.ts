import type { When } from '../document/claim.ts';

/** Days since 1970, open ends without bounds; null where nothing dates the act. */
export function rangeOf(when: When | null): readonly [first: number, last: number] | null {
  if (when === null || (when.earliest === null && when.latest === null)) return null;
  return [daysSince1970(when.earliest) ?? -Infinity, daysSince1970(when.latest) ?? Infinity];
}

/** Null where the text is no date. */
export function daysSince1970(iso: string | null): number | null {
  const day = iso === null ? NaN : Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day) ? null : day / 86_400_000;
}
