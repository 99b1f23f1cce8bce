import { measure, type Measure } from './measure.ts';

/** A class as gold has it and as it was answered. */
export interface Answered {
  readonly gold: string;
  readonly said: string;
}

/** Precision, recall and F1 of each gold class, and the mean F1 over classes (macro), as percentages with one decimal. */
export function macro(answers: readonly Answered[]): {
  readonly macro: number;
  readonly by: Readonly<Record<string, Measure>>;
} {
  const classes = [...new Set(answers.map(({ gold }) => gold))].sort();
  const by = Object.fromEntries(classes.map((one) => [one, measure(tallyOf(answers, one))]));
  const exact = classes.map((one) => {
    const { right, gold, predicted } = tallyOf(answers, one);
    return (200 * right) / (gold + predicted || 1);
  });
  return { macro: Number((exact.reduce((sum, it) => sum + it, 0) / (exact.length || 1)).toFixed(1)), by };
}

const tallyOf = (
  answers: readonly Answered[],
  one: string,
): { readonly right: number; readonly gold: number; readonly predicted: number } => ({
  right: answers.filter(({ gold, said }) => gold === one && said === one).length,
  gold: answers.filter(({ gold }) => gold === one).length,
  predicted: answers.filter(({ said }) => said === one).length,
});
