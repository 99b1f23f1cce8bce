import { civil } from './days.ts';
import type { Unit, YearRef } from './expression.ts';
import { shifted } from './stretches.ts';

/** From what a relative expression is reckoned. Days are numbers as in days.ts. */
export interface Reckoning {
  /** The report's own today; null where nothing dates it. */
  readonly today: number | null;
  /** The latest day that it may be where the thing told took place. */
  readonly latest: number | null;
  /** Where the clause looks; a present tense looks ahead only as far as the week goes, and "since" tells what is over for certain. */
  readonly direction: 'past' | 'over' | 'present' | 'coming' | null;
  /** What the text told before, the last first. */
  readonly told: readonly Told[];
}

/** Days that an expression before this one covers, both inside. */
export interface Told {
  readonly from: number;
  readonly to: number;
}

/** The first day of the last time told that lies within one such unit; null where there is none. */
export function toldIn(unit: Unit, { told }: Pick<Reckoning, 'told'>): number | null {
  const fits = ({ from, to }: Told): boolean => to <= (shifted(unit, 0, from).to ?? from);
  return told.find(fits)?.from ?? null;
}

/** In days. */
const FAR = 270;
const NEAR = 120;

export function nearest<T extends { from: number; to: number }>(
  candidates: readonly T[],
  { today, latest, direction }: Reckoning,
): T | null {
  if (today === null) return null;
  const limit = Math.max(today, latest ?? today);
  const distance = ({ from, to }: T): number => (to < today ? today - to : from > today ? from - today : 0);
  const near = (of: readonly T[]): T | null => [...of].sort((a, b) => distance(a) - distance(b))[0] ?? null;
  const closest = near(candidates);
  if (direction === 'present' || direction === null) return closest;
  const inDirection = near(candidates.filter(({ from, to }) => (direction === 'coming' ? to >= today : from <= limit)));
  // A date that lies most of a year back would carry its year: the parser took it for part of a past clause.
  if (direction === 'past' && inDirection !== null && closest !== null)
    return distance(inDirection) > FAR && distance(closest) < NEAR ? closest : inDirection;
  return inDirection ?? closest;
}

export function yearOf(ref: YearRef, reckoning: Reckoning): number | null {
  if (ref === null) return null;
  if ('stated' in ref) return ref.stated;
  const from = 'told' in ref ? toldIn('year', reckoning) : reckoning.today;
  return from === null ? null : civil(from).year + ('told' in ref ? ref.told : ref.shift);
}
