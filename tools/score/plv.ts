import { readFileSync } from 'node:fs';
import { relater } from '../../src/apps/cli/relate.ts';
import { cellsOf } from '../../src/inputs/marked.ts';
import type { Score } from './kind.ts';
import { macro, type Answered } from './macro.ts';
import { isUnread } from './unread.ts';

/** A marked sentence with what gold says of it and what `chancery relate --force` does. */
interface Related {
  readonly id: string;
  readonly sentence: string;
  readonly unread: boolean;
  readonly root: Answered;
  readonly quad: Answered;
  readonly rules: string;
  readonly abstained: boolean;
}

/**
 * Types between a marked source and target against PLV (Hu and others 2024): macro F1 of the 15 roots, of the four quad classes, and of
 * cooperation against conflict. PLV is of an older cut: CONCEDE and RETREAT are one root, YIELD. Every fifth sentence is unread.
 */
export function scorePlv(paths: readonly string[]): Score {
  const related = paths.flatMap(readPlv);
  const [seen, unread] = [related.filter((one) => !one.unread), related.filter((one) => one.unread)];
  const { by, ...figures } = figuresOf(related);
  return {
    json: { ...figures, by, read: figuresOf(seen), unread: figuresOf(unread) },
    table: [
      ...Object.entries(by).map(
        ([root, { p, r, f1 }]) => `${root.padEnd(12)} P ${cell(p)}  R ${cell(r)}  F1 ${cell(f1)}`,
      ),
      line('looked at', seen),
      line('unread fifth', unread),
      line('all', related),
      `${related.filter(({ abstained }) => abstained).length} of ${related.length} answered only because they must be`,
    ],
    misses: seen
      .filter(({ root: { gold, said } }) => gold !== said)
      .map(({ id, root: { gold, said }, rules, sentence }) => [gold, said, rules, id, sentence].join('\t'))
      .sort(),
  };
}

const cell = (value: number): string => value.toFixed(1).padStart(5);

const line = (label: string, some: readonly Related[]): string => {
  const { root, quad, binary } = figuresOf(some);
  return `${label.padEnd(18)} root ${cell(root.macro)}  quad ${cell(quad.macro)}  binary ${cell(binary.macro)}   (${some.length})`;
};

function figuresOf(some: readonly Related[]) {
  const { by, ...root } = macro(some.map((one) => one.root));
  const { macro: quad } = macro(some.map((one) => one.quad));
  const { macro: binary } = macro(some.map(({ quad: { gold, said } }) => ({ gold: half(gold), said: half(said) })));
  return { root, quad: { macro: quad }, binary: { macro: binary }, by };
}

const half = (quad: string): string => (quad <= '2' ? 'cooperation' : 'conflict');

const YIELD = new Set(['CONCEDE', 'RETREAT']);

function readPlv(path: string): readonly Related[] {
  const [forced, free] = [relater({ force: true }), relater({ force: false })];
  const [head = '', ...lines] = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((row) => row !== '');
  const names = cellsOf(head);
  for (const name of ['marked_sentence', 'gold_root', 'gold_penta'])
    if (!names.includes(name)) throw new Error(`${path}: no column ${name}`);
  return lines.map((row) => {
    const cells = cellsOf(row);
    const at = (name: string): string => cells[names.indexOf(name)] ?? '';
    const sentence = at('marked_sentence');
    const [type = '', , quad = '', , rules = ''] = forced(sentence) ?? [];
    return {
      id: at('sentence_id'),
      sentence,
      unread: isUnread(`${at('sentence_id')}\t${sentence.replace(/<\/?[st]>/g, '')}`),
      root: { gold: at('gold_root'), said: YIELD.has(type) ? 'YIELD' : type },
      quad: { gold: at('gold_penta'), said: quad },
      rules,
      abstained: free(sentence)?.[0] === '-',
    };
  });
}
