import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Language } from '../../languages/language.ts';
import type { Title } from '../../languages/titles.ts';
import type { Hit } from './phrase.ts';
import { type Range, isNamePart } from './proper.ts';

/**
 * Adds the names of several words that the network sees and nobody listed: people without their titles, and bodies. A known name as
 * long or longer goes before them; one inside is part of theirs: the "Jordan" of "Jordan Henderson".
 */
export function withUnlisted(
  hits: readonly Hit[],
  tree: Tree,
  { language, titles }: { readonly language: Language; readonly titles: readonly Title[] },
): readonly Hit[] {
  const spans = spansIn(tree.nodes);
  if (spans.length === 0) return hits;
  const found = spans
    .map(({ kind, ...span }) => ({ kind, ...(kind === 'person' ? untitled(span, titles) : span) }))
    .filter(({ from, to }) => to - from > 1 && isNamePart(nodeAt(tree, from)) && isNamePart(nodeAt(tree, to - 1)))
    .filter((span) => hits.every((hit) => hit.to <= span.from || hit.from >= span.to || isWithin(hit, span)))
    .filter((span) => span.kind === 'person' || !isCommonBody(span, tree, { hits, titles, language }));
  if (found.length === 0) return hits;
  return [
    ...hits.filter((hit) => !found.some((span) => isWithin(hit, span))),
    ...found.map(({ from, to }): Hit => ({ from, to, known: [] })),
  ].sort((a, b) => a.from - b.from);
}

interface Seen extends Range {
  readonly kind: string;
}

/** Runs of one class: "B-person I-person". */
function spansIn(nodes: readonly Node[]): readonly Seen[] {
  const spans: Seen[] = [];
  for (let from = 0; from < nodes.length;) {
    const kind = nodes[from]?.name.slice(2) ?? '';
    let to = from + 1;
    while (kind !== '' && nodes[to]?.name === `I-${kind}`) to++;
    if (kind === 'person' || kind === 'organisation') spans.push({ from, to, kind });
    from = to;
  }
  return spans;
}

/** Strictly inside: a known name of the same words stays known. */
const isWithin = (hit: Range, span: Range): boolean =>
  span.from <= hit.from && hit.to <= span.to && hit.to - hit.from < span.to - span.from;

/** "Mrs Clinton", "General Trujillo": titles are no part of the name. */
function untitled({ from, to }: Range, titles: readonly Title[]): Range {
  const before = titles.filter((title) => title.from <= from && from < title.to).map((title) => title.to);
  const behind = titles.filter((title) => title.from < to && to <= title.to && title.from > from);
  return { from: Math.max(from, ...before), to: Math.min(to, ...behind.map((title) => title.from)) };
}

/** "Polish Foreign Ministry", "UN Security Chief", "Syrian Kurds": known names before nouns that say what it is, before a title, or in a row. */
function isCommonBody(
  { from, to }: Range,
  tree: Tree,
  given: { readonly hits: readonly Hit[]; readonly titles: readonly Title[]; readonly language: Language },
): boolean {
  if (given.titles.some((title) => title.from < to && to <= title.to)) return true;
  const known = given.hits.filter((hit) => from <= hit.from && hit.to <= to);
  if (known.reduce((sum, hit) => sum + hit.to - hit.from, 0) === to - from) return true;
  const owner = given.hits.find((hit) => hit.from === from);
  const agent = given.language.agents.endingAt(tree.nodes, to - 1);
  return agent !== null && agent.from <= (owner?.to ?? from);
}
