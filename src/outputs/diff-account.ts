import type { Claim } from '../document/claim.ts';
import type { Report } from '../document/report.ts';
import type { Rereading } from '../ledger/rereading.ts';
import { describe } from './describe.ts';
import { count, type Page } from './lines.ts';
import { visibleLine } from './visible.ts';

type Sort = 'gained' | 'lost' | 'changed';
const SORTS: readonly Sort[] = ['gained', 'lost', 'changed'];
// So many of each kind of claim are shown: enough for eyes, whatever the size of the ledger.
const SHOWN = 6;

interface Sample {
  readonly sort: Sort;
  readonly report: string;
  readonly words: string;
}

/** What a re-reading comes to: how many claims of each sort and kind, and some of each to look at. */
export interface Difference {
  readonly reports: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Lost claims that a person has decided about. */
  readonly decidedLost: number;
  readonly samples: readonly Sample[];
}

/** Gathers a difference report by report. `decided`: roots that a person has decided about. */
export function gatherDifference(decided: ReadonlySet<string>) {
  const counts = new Map<string, number>();
  const samples: Sample[] = [];
  let [reports, decidedLost] = [0, 0];
  const note = (sort: Sort, { kind }: Claim, report: string, words: string): void => {
    const key = `${sort} ${kind}`;
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    if (before < SHOWN) samples.push({ sort, report, words });
  };
  return {
    add: ({ id }: Pick<Report, 'id'>, { gained, lost, changed }: Rereading): void => {
      reports++;
      decidedLost += lost.filter(({ root }) => decided.has(root)).length;
      for (const claim of gained) note('gained', claim, id, claimWords(claim));
      for (const { claim } of lost) note('lost', claim, id, claimWords(claim));
      for (const { was, now, fields } of changed)
        note('changed', now, id, `${claimWords(was.claim)} ⇒ ${claimWords(now)} (${fields.join(', ')})`);
    },
    difference: (): Difference => ({ reports, counts: Object.fromEntries(counts), decidedLost, samples }),
  };
}

/** A difference as people read it before they say yes. */
export function differenceLines(
  { reports, counts, decidedLost, samples }: Difference,
  { paint }: Page,
): readonly string[] {
  if (reports === 0) return ['Every report has been read by this reader: nothing to do.'];
  const orphaned = `  ${count(decidedLost, 'claim')} that a person decided about would be lost: the decisions stay, as orphans`;
  return [
    paint.bold(`${count(reports, 'report')} read anew`),
    ...SORTS.map((sort) => {
      const kinds = (['event', 'statement', 'relation'] as const).map((kind) =>
        count(counts[`${sort} ${kind}`] ?? 0, kind),
      );
      return `  ${sort}: ${kinds.join(', ')}`;
    }),
    ...(decidedLost === 0 ? [] : [paint.red(orphaned)]),
    '',
    ...samples.map(({ sort, report, words }) => `  ${MARKS[sort]} ${visibleLine(`${report}: ${words}`)}`),
    '',
  ];
}

const MARKS = { gained: '+', lost: '-', changed: '~' } as const satisfies Record<Sort, string>;

function claimWords(claim: Claim): string {
  const { label, who, whom, status, facts } = describe(claim);
  return [
    label,
    who.join(', '),
    ...(whom.length === 0 ? [] : ['→', whom.join(', ')]),
    ...(status === null ? [] : [`[${status}]`]),
    facts[0] ?? '',
  ]
    .join(' ')
    .trim();
}
