import type { Span } from '../../document/span.ts';
import type { Node } from '../../document/tree.ts';
import { hasLabel } from '../../grammar/phrase.ts';
import { nodesIn, quotationsSeenFrom, type Scene } from './scene.ts';

/** Without quotation marks that enclose it, a leading "that" where asked, commas, dashes and the final full stop. */
export function trim(scene: Scene, span: Span, complementiser: boolean): Span | null {
  const nodes = nodesIn(scene, span);
  let first = 0;
  let last = nodes.length - 1;
  const drops = (node: Node | undefined, signs: ReadonlySet<string>): boolean =>
    node !== undefined && signs.has(node.form);
  while (first <= last && drops(nodes[first], LEADING)) first++;
  while (last >= first && (drops(nodes[last], TRAILING) || nodes[last]?.upos === 'CCONJ')) last--;
  const opening = nodes[first];
  const { complementisers, kept } = scene.speech;
  const word = opening?.form.toLowerCase() ?? '';
  if (
    complementiser &&
    opening !== undefined &&
    !hasLabel(opening, 'nsubj', 'det') &&
    complementisers.has(word) &&
    !kept.has(word)
  )
    first++;
  while (first <= last && drops(nodes[first], LEADING)) first++;
  const [from, to] = [nodes[first], nodes[last]];
  if (from === undefined || to === undefined || first > last) return null;
  // A mark whose fellow stays inside belongs to the content: “a cold silence” over the visit.
  const pair = quotationsSeenFrom(scene, [span[0], span[0]]).find(
    ({ outer, inner }) => inner[0] === from.words[0] && outer[1] < to.words[1],
  );
  return [Math.max(span[0], pair === undefined ? from.words[0] : pair.outer[0]), Math.min(span[1], to.words[1])];
}

const MARKS = new Set(['"', '“', '”', "''", '``', '‘', '«', '»', '„']);

const LEADING = new Set([...MARKS, ')', ']', "'", '’', ',', ';', ':', '-', '–', '—', '--', '.']);

const TRAILING = new Set([...MARKS, "'", '’', ',', ';', ':', '-', '–', '—', '--', '.']);
