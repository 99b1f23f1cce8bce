import type { Certainty, Status } from '../../src/document/claim.ts';
import { open } from '../../src/open.ts';
import { rateStands, type Rated } from '../../src/stages/code/factuality.ts';
import type { Stand } from '../../src/stages/code/standing.ts';
import type { Sort, Target } from './factuality-files.ts';
import { judgedWords } from './factuality-words.ts';
import type { Score } from './kind.ts';
import { isUnread } from './unread.ts';

/** A word that annotators judged, and how far the program takes its act to have come. */
interface Judged extends Target {
  readonly node: number;
  readonly forms: readonly string[];
  readonly stand: Rated;
  /** The same as the rules alone have it. */
  readonly ruled: Stand;
  readonly unread: boolean;
}

/**
 * Status and certainty of single words against annotated factuality: UDS-IH2 (Rudinger, White & Van Durme 2018; -3 to 3, JSON lines) and
 * MEANTIME (XML: time, polarity, certainty of events). Pearson's r of the learnt ratings over UDS-IH2, and of what rules alone say; the share found of what is negated, uncertain, planned;
 * and, as a check on the other side, of what is plainly told as done. Every fifth sentence is unread.
 */
export function scoreFactuality(paths: readonly string[]): Score {
  const judged = judgedIn(paths);
  const [seen, unread] = [judged.filter((one) => !one.unread), judged.filter((one) => one.unread)];
  return {
    json: { ...figuresOf(judged), read: figuresOf(seen), unread: figuresOf(unread) },
    table: [line('looked at', seen), line('unread fifth', unread), line('all', judged)],
    misses: seen.filter((one) => one.sort !== null && !ANSWERS[one.sort](one.stand)).map(missLine),
  };
}

function judgedIn(paths: readonly string[]): readonly Judged[] {
  const { taggers, ...opened } = open();
  const rate = rateStands(taggers.factuality);
  return judgedWords(paths, opened).map(({ tree, trigger, stand, forms, target }) => ({
    ...target,
    node: trigger.node,
    forms,
    stand: rate(tree, trigger, stand),
    ruled: stand,
    unread: isUnread(forms.join(' ')),
  }));
}

/** Does the program's answer say what the annotators' class says? */
const ANSWERS: Readonly<Record<Sort, (stand: Rated) => boolean>> = {
  negated: ({ status }) => NOT.has(status),
  planned: ({ status, thought }) => OPEN.has(status) || thought,
  uncertain: ({ status, certainty, thought }) => certainty !== 'certain' || OPEN.has(status) || thought,
  done: ({ status, certainty, thought }) =>
    !NOT.has(status) && !OPEN.has(status) && !thought && certainty === 'certain',
};

const NOT = new Set<Status>(['not-occurred', 'denied', 'declined', 'cancelled', 'postponed']);
const OPEN = new Set<Status>(['scheduled', 'invited', 'proposed', 'possible', 'threatened']);

function figuresOf(some: readonly Judged[]) {
  const r = (rate: (one: Judged) => number): number | null => {
    const pairs = some.flatMap((one) => (one.rating === null ? [] : [[one.rating, rate(one)] as const]));
    return pairs.length === 0 ? null : Number(pearson(pairs).toFixed(3));
  };
  const recall = Object.fromEntries(
    Object.entries(ANSWERS).map(([sort, answers]) => {
      const mine = some.filter((one) => one.sort === sort);
      const found = mine.filter((one) => answers(one.stand)).length;
      return [sort, mine.length === 0 ? null : Number(((100 * found) / mine.length).toFixed(1))];
    }),
  );
  return {
    r: r(({ stand, ruled }) => stand.factuality ?? ratingOf(ruled)),
    byRules: r(({ ruled }) => ratingOf(ruled)),
    recall,
    words: some.length,
  };
}

const line = (label: string, some: readonly Judged[]): string => {
  const { r, byRules, recall } = figuresOf(some);
  const shares = Object.entries(recall).map(([sort, share]) => `${sort} ${share === null ? '-' : share.toFixed(1)}`);
  const rated = r === null || byRules === null ? '-' : `${r.toFixed(3)} (rules alone ${byRules.toFixed(3)})`;
  return `${label.padEnd(14)} r ${rated}   ${shares.join('  ')}   (${some.length} words)`;
};

const missLine = ({ sort, rating, stand, forms, node }: Judged): string =>
  [
    sort ?? '',
    stand.thought ? `${stand.status} (thought)` : stand.status,
    stand.by.map(({ rule }) => rule).join(' ') || '-',
    rating === null ? '-' : rating.toFixed(1),
    forms.map((form, at) => (at === node ? `[${form}]` : form)).join(' '),
  ].join('\t');

/** What annotators gave, on the mean, to words that the rules take for so; from the training part of UDS-IH2. */
function ratingOf({ status, certainty, thought }: Stand): number {
  const sure = thought ? THOUGHT : RATING[status];
  return certainty === 'certain' ? sure : sure < 0 ? sure * LESS[certainty] : sure / (2 * LESS[certainty]);
}

const THOUGHT = -0.4;
const RATING: Readonly<Record<Status, number>> = {
  occurred: 2,
  underway: 1.4,
  scheduled: -1.1,
  invited: -1,
  proposed: -1.2,
  possible: -1.1,
  threatened: -1.1,
  declined: -0.5,
  postponed: -0.5,
  cancelled: -0.5,
  denied: -1,
  'not-occurred': -0.3,
};
const LESS: Readonly<Record<Exclude<Certainty, 'certain'>, number>> = {
  probable: 0.9,
  possible: 1.5,
  unconfirmed: 1.3,
};

function pearson(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (f: (a: number, b: number) => number): number => pairs.reduce((all, [a, b]) => all + f(a - x, b - y), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b) || 1);
}
