import type { Mention } from '../../document/reading.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Chunk } from './chunk.ts';
import { topOf } from './join.ts';
import { type Ground, type Hit, afterPossessor, spanOf } from './phrase.ts';
import { type Range, isNamePart } from './proper.ts';

/** A known name that stands inside a phrase of another: an adjective of nationality, a state before a noun, a lone place. */
export function innerMention(hit: Hit, { tree, sentence }: Ground, chunks: readonly Chunk[]): Mention | null {
  const top = topOf(tree, hit);
  const node = nodeAt(tree, top);
  // A name that goes on is another name: "Paris Hilton", "Jordan Henderson".
  const before = tree.nodes[hit.from - 1];
  const after = tree.nodes[hit.to];
  const linked = (other: Node | undefined): boolean =>
    other !== undefined &&
    other.label === 'flat' &&
    other.upos === 'PROPN' &&
    (other.head === top || node.head === other.head || node.head === other.index);
  if (
    !hit.known.some(({ actor }) => actor.kind === 'state') &&
    chunks.some((c) => c.from < hit.from && hit.to <= c.to) &&
    before !== undefined &&
    before.upos === 'PROPN' &&
    isNamePart(before) &&
    before.head === node.head &&
    before.label === node.label
  )
    return null;
  if (
    linked(after) ||
    (node.label === 'flat' &&
      before !== undefined &&
      before.upos === 'PROPN' &&
      !chunks.some((c) => c.from === hit.from))
  )
    return null;
  const adjectival = hit.known.some((known) => known.form === 'adjective' || known.form === 'demonym');
  const form =
    adjectival && (node.upos === 'ADJ' || hit.known.every((known) => known.form !== 'name')) ? 'demonym' : 'name';
  const words = spanOf(tree, hit);
  return { words, at: { sentence, node: top }, form, name: form === 'name' ? words : null, role: null };
}

/**
 * Names nobody knows that stand before the noun of a phrase: "Morsi" of "Morsi supporters", "PYD" of "a PYD official". Known
 * names are found apart.
 */
export function namesInside(chunk: Chunk, { tree, sentence, language, hits, titles }: Ground): readonly Mention[] {
  const head = nodeAt(tree, chunk.head);
  const taken = (at: number): boolean => titles.some((title) => title.from <= at && at < title.to);
  if (isNamePart(head) && head.upos === 'PROPN' && !taken(chunk.head)) return [];
  const found: Mention[] = [];
  for (let from = afterPossessor(tree, chunk, { hits, language }); from < chunk.head; from++) {
    const isPart = (at: number): boolean => {
      const node = nodeAt(tree, at);
      return isNamePart(node) && (node.upos === 'PROPN' || ACRONYM.test(node.form)) && !taken(at) && at < chunk.head;
    };
    if (!isPart(from)) continue;
    let to = from + 1;
    while (to < chunk.head && isPart(to)) to++;
    if (
      !hits.some((hit) => hit.from <= from && to <= hit.to) &&
      !(hits.some((hit) => hit.from === from || hit.to === to) && to - from < 2)
    ) {
      const range = withoutStates({ from, to }, hits);
      const words = spanOf(tree, range);
      const people = language.agents.endingAt(tree.nodes, range.to - 1)?.kind.person === true;
      if (range.to > range.from && !people && !titles.some((title) => title.to === range.from))
        found.push({ words, at: { sentence, node: topOf(tree, range) }, form: 'name', name: words, role: null });
    }
    from = to;
  }
  return found;
}

/**
 * Agent nouns that stand before the noun of a phrase which means no participant itself: "police" of "a police checkpoint",
 * "rebel" of "the rebel attack".
 */
export function groupsInside(chunk: Chunk, { tree, sentence, language, titles }: Ground): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = chunk.from; at < chunk.head; at++) {
    const node = nodeAt(tree, at);
    if (node.head < 0) continue;
    // "rebel-held town": the noun hangs on the participle.
    const over = nodeAt(tree, node.head);
    const heads = node.head === chunk.head || (over.label === 'amod' && over.head === chunk.head);
    if (node.label !== 'compound' || !heads || node.upos !== 'NOUN') continue;
    const agent = language.agents.endingAt(tree.nodes, at);
    if (agent === null || !(agent.kind.organ || agent.kind.person) || agent.kind.only === 'subject') continue;
    if (language.modifiers.manner.has(node.form.toLowerCase())) continue;
    if (titles.some(({ from, to }) => from <= at && at < to)) continue;
    const words = spanOf(tree, { from: describedFrom(tree, Math.max(agent.from, chunk.from), chunk), to: at + 1 });
    found.push({ words, at: { sentence, node: at }, form: 'nominal', name: null, role: null });
  }
  return found;
}

/** "Tuareg rebel" of "the Tuareg rebel attack": with the names and adjectives of nationality right before the noun. */
function describedFrom(tree: Tree, first: number, chunk: Chunk): number {
  let from = first;
  while (from > chunk.from && /^\p{Lu}/u.test(nodeAt(tree, from - 1).form) && nodeAt(tree, from - 1).upos !== 'DET')
    from--;
  return from;
}

const ACRONYM = /^\p{Lu}{2,}$/u;

/** "UK Labour" of "UK Labour leader": a state before a name is no part of it. */
function withoutStates({ from, to }: Range, hits: readonly Hit[]): Range {
  const state = hits.find(
    (hit) => hit.from === from && hit.to <= to && hit.known.some(({ actor }) => actor.kind === 'state'),
  );
  return { from: state === undefined ? from : state.to, to };
}
