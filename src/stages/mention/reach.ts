import type { Tree } from '../../document/tree.ts';
import type { Hit } from './phrase.ts';
import { type Range, isNamePart } from './proper.ts';

/** Where a title ends that a phrase divides from its bearer: "Ambassador to Chad | Ana Silva"; elsewhere its own end. */
export function reachOf(title: Range, { nodes }: Tree, hits: readonly Hit[]): number {
  if (!BINDING.has(nodes[title.to]?.form ?? '')) return title.to;
  const start = nodes[title.to + 1]?.upos === 'DET' ? title.to + 2 : title.to + 1;
  const hit = hits.find((one) => one.from === start && one.known.length > 0);
  const [first, second] = hit === undefined ? [] : nodes.slice(hit.to, hit.to + 2);
  const named = [first, second].every((node) => node?.upos === 'PROPN' && isNamePart(node));
  return hit !== undefined && named ? hit.to : title.to;
}

const BINDING = new Set(['of', 'to', 'for', 'in', 'at']);
