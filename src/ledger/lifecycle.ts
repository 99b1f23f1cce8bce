import { STATUSES, type EventClaim, type Source, type Status } from '../document/claim.ts';
import { byPublication, compare, type Cited, type Filed, type Sourced } from './rows.ts';

/** A claim knows no more than that an accepted invitation is settled; a history tells who said yes from who set a day. */
export type StepStatus = Status | 'accepted';

/** The rule by which a reading tells that an invitation was accepted. */
export const ACCEPTED = 'accepted';

/** A change of an act's status: what it came to, in which report, on whose word. */
export interface Step {
  readonly status: StepStatus;
  readonly report: Cited;
  readonly root: string;
  readonly quote: string;
  /** The nearest source; null where the reporter speaks. */
  readonly by: Source | null;
}

/** The changes of status in the order in which reports told them. */
export function stepsOf(claims: readonly Filed<EventClaim>[]): readonly Step[] {
  const steps: Step[] = [];
  for (const { claim, report, root } of [...claims].sort(byTold)) {
    const before = steps.at(-1)?.status ?? null;
    const status = stepOf(claim);
    if (before !== null && !moves(before, status)) continue;
    const [voice] = claim.voice;
    const by = voice === undefined ? null : { speaker: voice.speaker, speakerWords: voice.speakerWords };
    steps.push({ status, report, root, quote: claim.quote, by });
  }
  return steps;
}

const stepOf = ({ status, because }: EventClaim): StepStatus =>
  status === 'scheduled' && because.some(({ rule }) => rule === ACCEPTED) ? 'accepted' : status;

/** What an act has come to, as a claim would say it. */
export const statusOf = ({ status }: Step): Status => (status === 'accepted' ? 'scheduled' : status);

// From what may be to what has been.
const PROGRESS: readonly StepStatus[] = [
  'possible',
  'proposed',
  'invited',
  'threatened',
  'accepted',
  'scheduled',
  'underway',
  'occurred',
];
const EARLY: ReadonlySet<StepStatus> = new Set<StepStatus>(['possible', 'proposed', 'invited', 'threatened']);

/**
 * Whether a later report moves an act from one status to another. What is past stays past: a later report that speaks of
 * the invitation recalls it. Nor does talk of a possibility undo a date, or a refusal; a new date does.
 */
export function moves(from: StepStatus, to: StepStatus): boolean {
  if (from === to || from === 'occurred') return false;
  if (from === 'underway') return to === 'occurred' || to === 'cancelled' || to === 'postponed';
  // To say yes to what has its day already is no news.
  if (to === 'accepted') return EARLY.has(from) || from === 'declined';
  if (!EARLY.has(to)) return true;
  return EARLY.has(from) && PROGRESS.indexOf(to) > PROGRESS.indexOf(from);
}

/** Tells reports in the order of their days; of one day, the one that knows more is told last. */
export const byTold = (a: Sourced<EventClaim>, b: Sourced<EventClaim>): number =>
  compare(dayOf(a), dayOf(b)) ||
  PROGRESS.indexOf(stepOf(a.claim)) - PROGRESS.indexOf(stepOf(b.claim)) ||
  STATUSES.indexOf(a.claim.status) - STATUSES.indexOf(b.claim.status) ||
  byPublication(a, b);

const dayOf = ({ report }: Sourced): string => report.published?.slice(0, 10) ?? '9999';
