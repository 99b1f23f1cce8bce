import type { Derivation, FeedChange } from '../ledger/answer.ts';
import type { Decision } from '../ledger/decision.ts';
import { describe, voiceWords } from './describe.ts';
import { citation, shortId } from './ledger-account.ts';
import { wrap, type Page } from './lines.ts';
import { INDENT, quoteLines } from './marks.ts';
import { visibleLine } from './visible.ts';

/** One claim with all that it rests on: the report, its words in their place, the rules, who read it; or why it counts no more. */
export function derivationLines(derived: Derivation, page: Page): string[] {
  const { claim, report, evidence, fallen, reader, taken, status, context, root, key } = derived;
  const { paint, width } = page;
  const described = describe(claim);
  const carried = root === key ? '' : `, continues ${shortId(root)}`;
  const lines = [
    `read by ${reader} as claim ${shortId(root)}${carried}, confidence ${String(claim.confidence)}`,
    `taken in ${taken}, ${status}`,
    ...voiceWords(described),
    ...claim.because.map(({ rule }) => `because of the rule ${rule}`),
  ];
  return [
    `  ${paint.cyan(described.label)}  ${paint.bold(visibleLine([described.who.join(', '), ...described.whom].join(' → ')))}${described.status === null ? '' : `  [${described.status}]`}`,
    ...wrap(visibleLine(citation(report)), { width, indent: INDENT }),
    ...(fallen === null ? [] : [`${INDENT}${paint.red(`counts no more: ${FALLEN[fallen]}`)}`]),
    ...EVIDENCE[evidence].map((words) => `${INDENT}${paint.red(words)}`),
    ...(evidence === 'found'
      ? quoteLines(`… ${context[0].slice(-80)}[${claim.quote}]${context[1].slice(0, 80)} …`, page)
      : []),
    ...lines.flatMap((line) => wrap(visibleLine(line), { width, indent: INDENT })).map(paint.dim),
    '',
  ];
}

const FALLEN = {
  new: 'a later version of the report took its place',
  update: 'the report was updated',
  correction: 'the report was corrected',
  kill: 'the report was killed by its source',
  embargo: 'the report is under embargo',
  're-read': 'a later reading does not make it',
  removed: 'the report was taken down',
} as const satisfies Record<NonNullable<Derivation['fallen']>, string>;

/** A look-alike elsewhere in the text is never shown in place of words that are gone. */
const EVIDENCE = {
  found: [],
  'not found': ['evidence not found: the stored text does not have these words in this place'],
  removed: [],
} as const satisfies Record<Derivation['evidence'], readonly string[]>;

/** A decision on one line: its id, when, who, what and why. */
export function decisionLine(decision: Decision): string {
  const what =
    decision.op === 'edit'
      ? `edit ${decision.field}: ${decision.was ?? 'nothing'} → ${decision.value}`
      : decision.op === 'merge'
        ? `merge with ${shortId(decision.others[0] ?? '')}`
        : decision.op === 'undo'
          ? `undo ${decision.decision}`
          : decision.op;
  const about = shortId(decision.targets[0] ?? '');
  return `  ${decision.id}  ${visibleLine(`${decision.at}  ${decision.who}: ${what} (${about}): ${decision.reason}`)}`;
}

/** A line of the changes feed. */
export const changeLine = ({ seq, at, op, record, into, reason }: FeedChange): string =>
  `  ${seq}  ${visibleLine(`${at}  ${op} ${shortId(record)}${into === null ? '' : ` into ${shortId(into)}`}: ${reason}`)}`;
