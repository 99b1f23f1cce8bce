import { readFileSync } from 'node:fs';
import { bareReport } from '../../src/document/report.ts';
import { cellsOf, unmark } from '../../src/inputs/marked.ts';
import { open } from '../../src/open.ts';
import { actsBetween, type Candidate } from '../../src/stages/code/between.ts';
import { traitsOf } from '../../src/stages/code/traits.ts';
import type { Lesson } from './learn.ts';

/** A row of PLV: a marked sentence, its gold, and what rules and traits see in it. */
export interface Marked extends Lesson {
  readonly id: string;
  readonly sentence: string;
  readonly quad: string;
  readonly acts: readonly Candidate[];
}

/** Reads a table with `marked_sentence`, `gold_root` and `gold_penta`. Throws where a column is missing. */
export function readMarked(path: string): readonly Marked[] {
  const { read, language, know } = open();
  const between = actsBetween(language, know);
  const traits = traitsOf(language);
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
    const { text, source, target } = unmark(sentence);
    const given = { id: at('sentence_id'), sentence, gold: at('gold_root'), quad: at('gold_penta') };
    if (source === null) return { ...given, acts: [], traits: new Map() };
    const reading = read(bareReport('sentence', text, null));
    const acts = between(reading, { source, target });
    return { ...given, acts, traits: traits(reading, { source, target }, acts) };
  });
}
