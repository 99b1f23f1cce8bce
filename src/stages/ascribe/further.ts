import { contains, type Span } from '../../document/span.ts';
import type { Node } from '../../document/tree.ts';
import { mix } from '../../tagger/hash.ts';
import type { Sight } from './sight.ts';

/** A cue with the part of its content that stands in its own sentence. */
export interface Begun {
  readonly sentence: number;
  readonly cue: number;
  readonly content: readonly Span[];
}

/** Contents go on over so many sentences at most. */
export const FURTHEST = 12;
const PARAGRAPHS = 3;

/** May a content reach from one sentence to another, by their paragraphs? */
export const mayReach = (from: Sight | undefined, to: Sight | undefined): to is Sight =>
  from !== undefined &&
  to !== undefined &&
  to.nodes.length > 0 &&
  Math.abs(to.paragraph - from.paragraph) <= PARAGRAPHS;

/** What there is to tell whether a sentence belongs to a content as well, the ones between having done so. */
export function furtherFeatures(
  sights: readonly Sight[],
  cues: readonly number[],
  { sentence, cue, content }: Begun,
  at: number,
): readonly number[] {
  const [own, other] = [sights[sentence], sights[at]];
  const step = at > sentence ? 1 : -1;
  const before = sights[at - step];
  if (own === undefined || other === undefined || before === undefined) return [];
  const full = quotedShare(other);
  const [opens, ends] = [quotedAt(other, 0), quotedAt(other, other.nodes.length - 1)];
  const running = step > 0 ? joins(before, other) : joins(other, before);
  const near = other.paragraph === before.paragraph ? 1 : 0;
  const words = own.nodes.filter(isWord);
  const edge = step > 0 ? words.at(-1) : words[0];
  const atEdge = edge !== undefined && content.some((piece) => contains(piece, edge.words)) ? 1 : 0;
  const inside = words.filter((node) => content.some((piece) => contains(piece, node.words)));
  const quoted = inside.filter(({ index }) => (own.quotation[index] ?? -1) >= 0).length;
  const direct = inside.length === 0 ? 2 : quoted === inside.length ? 1 : 0;
  const partly = inside.length === 0 ? 2 : quoted > 0 ? 1 : 0;
  const last = own.nodes.slice(cue + 1).some(({ upos }) => upos === 'VERB') ? 0 : 1;
  const colon = own.nodes.findLast(({ form }) => !/^["“”']$/.test(form))?.form === ':' ? 1 : 0;
  const cueWithin = (own.quotation[cue] ?? -1) >= 0 ? 1 : 0;
  const theirs = Math.min(cues[at] ?? 0, 2);
  const steps = Math.min(Math.abs(at - sentence), 5);
  const base = mix(mix(full, opens * 2 + ends), mix(running, mix(near, mix(atEdge, mix(direct, last * 2 + colon)))));
  return [
    base,
    mix(base, theirs),
    mix(base, mix(theirs, steps)),
    mix(mix(running, full), steps),
    mix(mix(running, near), mix(theirs, cueWithin)),
    mix(mix(full, opens), mix(direct, theirs)),
    mix(running, mix(full, own.lemma[cue] ?? 0)),
    mix(mix(atEdge, running), mix(partly, cueWithin)),
    mix(colon, mix(full, near)),
    mix(last, mix(direct, full)),
    mix(running, mix(atEdge, theirs)),
    mix(own.upos[cue] ?? 0, mix(full, mix(running, atEdge))),
    mix(full, mix(running, near)),
    mix(own.statements.has(cue) ? 1 : 0, base),
  ].map((feature, id) => mix(id, mix(step, feature)));
}

/** The words of a further sentence that belong to the content: those between marks where there are some, else all. */
export function wordsOfFurther({ nodes, quotation, words }: Sight): readonly Span[] {
  if (!nodes.some((node, at) => isWord(node) && (quotation[at] ?? -1) >= 0)) return [words];
  const pieces: [number, number][] = [];
  nodes.forEach((node, at) => {
    if ((quotation[at] ?? -1) < 0) return;
    const last = pieces.at(-1);
    if (last !== undefined && (quotation[at - 1] ?? -1) >= 0) last[1] = node.words[1];
    else pieces.push([...node.words]);
  });
  return pieces;
}

export const isWord = ({ upos }: Node): boolean => upos !== 'PUNCT';

const quotedAt = ({ quotation }: Sight, at: number): number => ((quotation[at] ?? -1) >= 0 ? 1 : 0);

/** Does a quotation go on from one sentence into the next? */
const joins = (first: Sight, second: Sight): number => {
  const last = first.quotation.at(-1) ?? -1;
  return last >= 0 && last === second.quotation[0] ? 1 : 0;
};

/** Of its words between marks: 0 none, 1 some, 2 all; 3 without words. */
function quotedShare({ nodes, quotation }: Sight): number {
  const words = nodes.filter(isWord);
  const quoted = words.filter(({ index }) => (quotation[index] ?? -1) >= 0).length;
  return words.length === 0 ? 3 : quoted === words.length ? 2 : quoted > 0 ? 1 : 0;
}
