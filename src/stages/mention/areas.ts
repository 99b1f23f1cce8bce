import type { Tree } from '../../document/tree.ts';
import type { Tables } from '../../knowledge/tables/tables.ts';
import type { Hit } from './phrase.ts';

/** The most words before and behind a state's name that make it the name of an area: "Gulf of | Mexico", "South | China | Sea". */
const AROUND = 2;

/** A state's name that is part of an area's names nobody: "New Mexico", "Lake Chad", "the South China Sea" are taken whole. */
export function withArea(hit: Hit, { nodes }: Tree, area: Tables['area']): Hit {
  const { from, to, known } = hit;
  if (!known.some(({ actor, form }) => actor.kind === 'state' && form === 'name')) return hit;
  for (let start = Math.max(0, from - AROUND); start <= from; start++)
    for (let end = Math.min(nodes.length, to + AROUND); end >= to; end--) {
      if (end - start === to - from || !isCapital(nodes[start]?.form) || !isCapital(nodes[end - 1]?.form)) continue;
      const name = nodes.slice(start, end).map(({ form }) => form.toLowerCase());
      if (area(name.join(' ')) !== null) return { from: start, to: end, known: [] };
    }
  return hit;
}

const isCapital = (form: string | undefined): boolean => /^\p{Lu}/u.test(form ?? '');
