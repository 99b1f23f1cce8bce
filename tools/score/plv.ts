import {
  classOf,
  forcedRelation,
  judgedRelation,
  ruledRelation,
  type Relation,
} from '../../src/stages/code/relation.ts';
import { crossJudged, TEMPERATURE } from '../judge/learn.ts';
import { readMarked, type Marked } from '../judge/plv.ts';
import type { Score } from './kind.ts';
import { macro, type Answered } from './macro.ts';
import { isUnread } from './unread.ts';

/** A marked sentence with gold and an answer. */
interface Related {
  readonly marked: Marked;
  readonly unread: boolean;
  readonly relation: Relation;
  readonly root: Answered;
  readonly quad: Answered;
}

/**
 * Types between a marked source and target against PLV (Hu and others 2024): macro F1 of the 15 roots, of the four quad classes, and of
 * cooperation against conflict, with an answer for every row; by rules alone, and with a judge that learnt from four fifths and judges the
 * fifth that it has not seen. PLV is of an older cut: CONCEDE and RETREAT are one root, YIELD. Every fifth sentence is unread by people.
 */
export function scorePlv(paths: readonly string[]): Score {
  const rows = paths.flatMap(readMarked);
  const judges = crossJudged(rows, TEMPERATURE);
  const ruled = rows.map((row) => related(row, ruledRelation(row.acts) ?? forcedRelation(row.acts, row.traits, null)));
  const judged = rows.map((row, at) => {
    const judge = judges[at] ?? null;
    const free = judge === null ? null : judgedRelation(row.acts, row.traits, judge);
    return related(row, free ?? forcedRelation(row.acts, row.traits, judge));
  });
  const { by, ...figures } = figuresOf(judged);
  return {
    json: { ...figures, by, ...partsOf(judged), rules: { ...figuresOf(ruled), ...partsOf(ruled) } },
    table: [
      ...Object.entries(by).map(
        ([root, { p, r, f1 }]) => `${root.padEnd(12)} P ${cell(p)}  R ${cell(r)}  F1 ${cell(f1)}`,
      ),
      ...lines('rules alone', ruled),
      ...lines('with judge', judged),
      ...calibration(judged),
      ...confusions(judged.filter(({ unread }) => !unread)),
    ],
    misses: judged
      .filter(({ unread, root: { gold, said } }) => !unread && gold !== said)
      .map(({ marked, relation, root: { gold, said } }) =>
        [gold, said, relation.because.join(' ') || '-', marked.id, marked.sentence].join('\t'),
      )
      .sort(),
  };
}

const related = (marked: Marked, relation: Relation): Related => ({
  marked,
  unread: isUnread(`${marked.id}\t${marked.sentence.replace(/<\/?[st]>/g, '')}`),
  relation,
  root: { gold: marked.gold, said: classOf(relation.type) },
  quad: { gold: marked.quad, said: String(relation.quad) },
});

const partsOf = (some: readonly Related[]) => ({
  read: figuresOf(some.filter(({ unread }) => !unread)),
  unread: figuresOf(some.filter(({ unread }) => unread)),
});

const cell = (value: number): string => value.toFixed(1).padStart(5);

const lines = (label: string, some: readonly Related[]): readonly string[] =>
  [
    [`${label}, looked at`, some.filter(({ unread }) => !unread)] as const,
    [`${label}, unread fifth`, some.filter(({ unread }) => unread)] as const,
    [`${label}, all`, some] as const,
  ].map(([name, part]) => {
    const { root, quad, binary } = figuresOf(part);
    return `${name.padEnd(26)} root ${cell(root.macro)}  quad ${cell(quad.macro)}  binary ${cell(binary.macro)}   (${part.length})`;
  });

function figuresOf(some: readonly Related[]) {
  const { by, ...root } = macro(some.map((one) => one.root));
  const { macro: quad } = macro(some.map((one) => one.quad));
  const { macro: binary } = macro(some.map(({ quad: { gold, said } }) => ({ gold: half(gold), said: half(said) })));
  return { root, quad: { macro: quad }, binary: { macro: binary }, by };
}

const half = (quad: string): string => (quad <= '2' ? 'cooperation' : 'conflict');

/** What is taken for what, and by which rule or judge; the commonest first. */
function confusions(some: readonly Related[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { root, relation } of some)
    if (root.gold !== root.said) {
      const kind = `${root.gold} told as ${root.said}, by ${relation.because[0] ?? 'guess'}`;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  const often = [...counts].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a);
  return often.map(([kind, count]) => `${String(count).padStart(4)} ${kind}`);
}

/** How often answers of some confidence are right. */
const calibration = (some: readonly Related[]): readonly string[] =>
  [0, 0.5, 0.7, 0.9].map((from, at, steps) => {
    const to = steps[at + 1] ?? 1.01;
    const part = some.filter(({ relation: { confidence } }) => confidence >= from && confidence < to);
    const mean = part.reduce((sum, { relation }) => sum + relation.confidence, 0) / (part.length || 1);
    const right = part.filter(({ root: { gold, said } }) => gold === said).length / (part.length || 1);
    return `said to be right in ${(100 * mean).toFixed(0)} %, is in ${(100 * right).toFixed(0)} %   (${part.length} answers)`;
  });
