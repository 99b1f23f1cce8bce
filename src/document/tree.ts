import type { Span } from './span.ts';

export interface Sentence {
  readonly words: Span;
  /** Counts paragraphs from 0; sentences of one paragraph share it. */
  readonly paragraph: number;
}

/** A syntactic word as Universal Dependencies cut it: "do|n't", "Wang|'s", "centre|-|right". */
export interface Token {
  readonly words: Span;
  readonly form: string;
}

/** A token in its sentence's tree. Labels are Universal Dependencies 2 relations with subtypes. */
export interface Node extends Token {
  readonly index: number;
  readonly lemma: string;
  readonly upos: string;
  /** Penn Treebank tag: VBD, VBN, NNP … */
  readonly xpos: string;
  /** Index of the governor within the sentence, -1 for the root. */
  readonly head: number;
  readonly label: string;
  /** Class of name as in IOB2: "O", "B-person", "I-person"; also organisation, place, event, other. */
  readonly name: string;
  /** Indices of the dependents, in the order of the text. */
  readonly children: readonly number[];
}

export interface Tree {
  readonly nodes: readonly Node[];
  readonly root: number;
}
