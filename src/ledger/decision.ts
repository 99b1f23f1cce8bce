/** What a person can decide about a record. */
export const OPERATIONS = ['accept', 'reject', 'edit', 'merge', 'split', 'note', 'undo'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** The fields of a record that a person may put right. */
export const EDITABLE = ['status', 'when', 'where', 'type', 'mode'] as const;
export type Editable = (typeof EDITABLE)[number];

interface DecisionBase {
  readonly id: string;
  /** Roots of the claims that the record stood on when it was decided: so a decision outlives records and readers. */
  readonly targets: readonly string[];
  readonly reason: string;
  readonly who: string;
  /** ISO time, and the number of the commit, by which decisions are ordered. */
  readonly at: string;
  readonly entered: number;
}

export type Decision = DecisionBase &
  (
    | { readonly op: 'accept' }
    | { readonly op: 'reject' }
    | { readonly op: 'split' }
    | { readonly op: 'note' }
    | { readonly op: 'edit'; readonly field: Editable; readonly was: string | null; readonly value: string }
    | { readonly op: 'merge'; readonly others: readonly string[] }
    | { readonly op: 'undo'; readonly decision: string }
  );

export type DecisionOf<O extends Operation> = Extract<Decision, { readonly op: O }>;

/** Decisions that count: those that nobody has undone; an undoing can itself be undone. */
export function effective(decisions: readonly Decision[]): readonly Decision[] {
  const undone = new Set<string>();
  for (const decision of [...decisions].sort((a, b) => b.entered - a.entered))
    if (decision.op === 'undo' && !undone.has(decision.id)) undone.add(decision.decision);
  return decisions.filter(({ id, op }) => op !== 'undo' && !undone.has(id)).sort((a, b) => a.entered - b.entered);
}

export const isOf =
  <O extends Operation>(op: O) =>
  (decision: Decision): decision is DecisionOf<O> =>
    decision.op === op;
