import type { StatementClaim } from '../../document/claim.ts';
import type { Layers } from '../../document/reading.ts';
import { contains, overlaps, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { findQuotations, type Quotation } from '../../grammar/quotes.ts';
import { hash } from '../../tagger/hash.ts';

export type Needs = Pick<Layers, 'report' | 'sentences' | 'trees' | 'statements'>;

/** A sentence as the tagger sees it: what its features are made of, a number each. Lives for one report. */
export interface Sight {
  readonly words: Span;
  readonly paragraph: number;
  readonly nodes: readonly Node[];
  readonly form: readonly number[];
  readonly lemma: readonly number[];
  readonly upos: readonly number[];
  readonly xpos: readonly number[];
  readonly label: readonly number[];
  readonly name: readonly number[];
  /** The outermost quotation that a word stands in, -1 for none. */
  readonly quotation: readonly number[];
  readonly quoted: boolean;
  /** The first and the last word below each. */
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** What sort of subject a word has, 0 for none. */
  readonly subject: readonly number[];
  /** Is a word in the content of a statement? */
  readonly said: readonly number[];
  /** The statement whose cue a word is. */
  readonly statements: ReadonlyMap<number, StatementClaim>;
}

/** All sentences of a report. */
export function sightsOf({ report, sentences, trees, statements }: Needs): readonly Sight[] {
  const paragraphs: Span[] = [];
  for (const { words, paragraph } of sentences)
    paragraphs[paragraph] = [paragraphs[paragraph]?.[0] ?? words[0], words[1]];
  const quotations = findQuotations(report.text, Object.values(paragraphs)).filter(({ depth }) => depth === 0);
  let first = 0;
  const cues = cuesBySentence(sentences, statements);
  const said = spread(
    sentences,
    statements.flatMap(({ content }) => content),
  );
  return trees.map((tree, at) => {
    const { words, paragraph } = sentences[at] ?? { words: [0, 0] as const, paragraph: 0 };
    while ((quotations[first]?.outer[1] ?? Number.POSITIVE_INFINITY) <= words[0]) first++;
    return sightOf(tree, words, paragraph, {
      quotations: (quotation) => numberOf(quotations, first, quotation),
      cues: cues[at] ?? [],
      said: said[at] ?? [],
    });
  });
}

/** The number of the quotation that holds some words, -1 for none. */
function numberOf(quotations: readonly Quotation[], first: number, words: Span): number {
  for (let at = first; at < quotations.length; at++) {
    const outer = quotations[at]?.outer ?? [0, 0];
    if (outer[0] > words[0]) return -1;
    if (contains(outer, words)) return at;
  }
  return -1;
}

function cuesBySentence(
  sentences: Needs['sentences'],
  statements: readonly StatementClaim[],
): readonly (readonly StatementClaim[])[] {
  const found: StatementClaim[][] = sentences.map(() => []);
  for (const statement of statements)
    if (statement.cue !== null) found[lastBefore(sentences, statement.cue[0])]?.push(statement);
  return found;
}

/** Spans by the sentences that they touch. */
export function spread(sentences: Needs['sentences'], spans: readonly Span[]): readonly (readonly Span[])[] {
  const found: Span[][] = sentences.map(() => []);
  for (const span of spans)
    for (let at = Math.max(0, lastBefore(sentences, span[0])); (sentences[at]?.words[0] ?? span[1]) < span[1]; at++)
      found[at]?.push(span);
  return found;
}

/** The last sentence that begins at an offset or before it; -1 where none does. */
function lastBefore(sentences: Needs['sentences'], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.words[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface Around {
  readonly quotations: (words: Span) => number;
  readonly cues: readonly StatementClaim[];
  readonly said: readonly Span[];
}

function sightOf({ nodes }: Tree, words: Span, paragraph: number, { quotations, cues, said }: Around): Sight {
  const quotation = nodes.map((node) => quotations(node.words));
  const cueAt = (cue: Span): number => nodes.findIndex((node) => overlaps(node.words, cue));
  return {
    words,
    paragraph,
    nodes,
    form: nodes.map(({ form }) => hash(form.toLowerCase())),
    lemma: nodes.map(({ lemma }) => hash(lemma.toLowerCase())),
    upos: nodes.map(({ upos }) => hash(upos)),
    xpos: nodes.map(({ xpos }) => hash(xpos)),
    label: nodes.map(({ label }) => hash(label)),
    name: nodes.map(({ name }) => hash(name.slice(2))),
    quotation,
    quoted: quotation.some((number) => number >= 0),
    ...edges(nodes),
    subject: nodes.map((node) => subjectSort(nodes, node)),
    said: nodes.map((node) => (said.some((piece) => contains(piece, node.words)) ? 1 : 0)),
    statements: new Map(cues.map((statement) => [cueAt(statement.cue ?? [0, 0]), statement])),
  };
}

function edges(nodes: readonly Node[]): Pick<Sight, 'first' | 'last'> {
  const first = nodes.map(({ index }) => index);
  const last = [...first];
  for (const { index, head } of nodes)
    for (let at = head; at >= 0; at = nodes[at]?.head ?? -1) {
      if ((first[at] ?? 0) > index) first[at] = index;
      if ((last[at] ?? 0) < index) last[at] = index;
    }
  return { first, last };
}

/** Whether a word has a subject, and whether that is a name, a pronoun, or a pronoun that means no third person. */
function subjectSort(nodes: readonly Node[], { children }: Node): number {
  const subject = children.map((at) => nodes[at]).findLast((node) => node?.label.startsWith('nsubj') === true);
  if (subject === undefined) return 0;
  if (subject.upos === 'PROPN') return 2;
  if (subject.upos !== 'PRON') return 1;
  return subject.xpos === 'PRP' ? 3 : 4;
}
