/** Precision, recall and their harmonic mean, as percentages 0..100. */
export interface Measure {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** How many were right, of how many wanted and how many given. */
export interface Tally {
  readonly right: number;
  readonly gold: number;
  readonly predicted: number;
}

export const NOTHING: Tally = { right: 0, gold: 0, predicted: 0 };

export const plus = (a: Tally, b: Tally): Tally => ({
  right: a.right + b.right,
  gold: a.gold + b.gold,
  predicted: a.predicted + b.predicted,
});

/** Percentages with one decimal, where no other number is asked for. */
export function measure({ right, gold, predicted }: Tally, decimals = 1): Measure {
  const of = (whole: number): number => percent(right, whole, decimals);
  // The harmonic mean of both shares is the share of what is right in the mean of both wholes.
  return { p: of(predicted), r: of(gold), f1: of((predicted + gold) / 2) };
}

/** A share of a whole as a percentage, rounded; of nothing it is 0. */
export const percent = (part: number, whole: number, decimals: number): number =>
  Number(((100 * part) / (whole || 1)).toFixed(decimals));

/** One line of a table: `event who           P  70.1  R  60.2  F1  64.8   (61 of 101 gold, 87 read)`. */
export function measureLine(label: string, tally: Tally): string {
  const { p, r, f1 } = measure(tally);
  const cell = (value: number): string => value.toFixed(1).padStart(5);
  const counts = `(${tally.right} of ${tally.gold} gold, ${tally.predicted} read)`;
  return `${label.padEnd(18)} P ${cell(p)}  R ${cell(r)}  F1 ${cell(f1)}   ${counts}`;
}
