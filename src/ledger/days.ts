import type { When } from '../document/claim.ts';

/** Days since 1970, open ends without bounds; null where nothing dates the act. */
export function rangeOf(when: When | null): readonly [first: number, last: number] | null {
  if (when === null || (when.earliest === null && when.latest === null)) return null;
  return [daysSince1970(when.earliest) ?? -Infinity, daysSince1970(when.latest) ?? Infinity];
}

/** How many days lie between two ISO dates, whichever is first; null where one is none. */
export function daysBetween(a: string | null, b: string | null): number | null {
  const [from, to] = [daysSince1970(a), daysSince1970(b)];
  return from === null || to === null ? null : Math.abs(to - from);
}

export function daysSince1970(iso: string | null): number | null {
  const day = iso === null ? NaN : Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day) ? null : day / 86_400_000;
}
